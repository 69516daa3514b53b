# The two commands: `make demo` and `make test`. Both install what they need on a bare Debian 12.
SHELL := /bin/bash
BUILD := build
DIVISION ?= 4304
HOUSEHOLDS ?= 2000
SEED ?= 20231218
export LANG ?= C.UTF-8

.PHONY: demo test sanitize build install format check bench clean

install:
	@tools/install.sh

build: install
	@[ -f $(BUILD)/build.ninja ] || cmake -G Ninja -B $(BUILD) \
	  -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold > $(BUILD)-configure.log 2>&1 \
	  || { mkdir -p $(BUILD); cat $(BUILD)-configure.log; exit 1; }
	@rm -f $(BUILD)-configure.log
	@ninja -C $(BUILD) $(TARGETS)

demo:
	@$(MAKE) --no-print-directory build TARGETS=taizhang
	@tools/demo.sh $(BUILD)/taizhang $(DIVISION) $(HOUSEHOLDS) $(SEED)

test: build
	@tools/check

sanitize: install
	@tools/sanitize.sh

format:
	clang-format -i $$(git ls-files 'src/*.h' 'src/*.cc' 'bench/*.cc' 'tests/*.cc')

check: test

bench: build
	@for b in $(BUILD)/bench_*; do [ -x $$b ] && [ -f $$b ] && $$b; done

clean:
	rm -rf $(BUILD) out
