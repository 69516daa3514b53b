#!/usr/bin/env bash
# Runs the tests under the address and undefined-behaviour sanitizers, in build-asan/.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -f build-asan/build.ninja ] || cmake -G Ninja -B build-asan -DCMAKE_BUILD_TYPE=Debug -DTZ_BENCH=OFF \
  -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold \
  -DCMAKE_CXX_FLAGS="-g1 -fsanitize=address,undefined -fno-sanitize-recover=undefined" > /dev/null
ninja -C build-asan --quiet
ctest --test-dir build-asan --output-on-failure -j2 "$@"
