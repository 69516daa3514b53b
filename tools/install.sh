#!/usr/bin/env bash
# Installs the Debian packages and npm packages the build, the tests and the demo need; quiet when nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
packages=(g++ clang clang-format cmake ninja-build ccache mold pkg-config git python3 nodejs
  libboost1.81-dev libboost-json1.81-dev libfmt-dev libssl-dev zlib1g-dev libsqlite3-dev
  libgoogle-perftools-dev libzip-dev libexpat1-dev libxlsxwriter-dev libcli11-dev
  libgtest-dev libgmock-dev librapidcheck-dev libbenchmark-dev chromium fonts-noto-cjk)
command -v npm > /dev/null || packages+=(npm)
missing=()
for package in "${packages[@]}"; do
  if [ "$package" = nodejs ] && command -v node > /dev/null; then continue; fi
  dpkg-query -W -f='${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  echo "安装软件包 installing: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  $sudo apt-get update -qq
  $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
fi
if [ ! -f node_modules/.installed ] || [ package-lock.json -nt node_modules/.installed ]; then
  npm ci --no-audit --no-fund --loglevel=error
  touch node_modules/.installed
fi
