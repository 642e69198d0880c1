#!/usr/bin/env bash
# Installs what the bench compares with and npm does not have (Debian, as root): libxlsxwriter with a compiler for it, and
# Chromium. Without them the bench runs and says loudly what it skipped.
set -euo pipefail

wanted=(gcc libc6-dev libxlsxwriter-dev chromium util-linux)
missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "bench: all there (${wanted[*]})"
  exit 0
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "bench: needs root to install: ${missing[*]}" >&2
  exit 3
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
echo "bench: installed ${missing[*]}"
