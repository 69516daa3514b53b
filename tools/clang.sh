#!/usr/bin/env bash
# Builds the program (not the tests) with the second compiler, into build-clang/.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -f build-clang/build.ninja ] || cmake -G Ninja -B build-clang -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=Debug \
  -DTZ_TESTS=OFF -DTZ_BENCH=OFF -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold > build-clang.log 2>&1 \
  || { cat build-clang.log; exit 1; }
rm -f build-clang.log
ninja -C build-clang --quiet taizhang
