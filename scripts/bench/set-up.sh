#!/usr/bin/env bash
# Installs what the bench compares with and npm does not have (Debian, as root): libxlsxwriter with a compiler for it, and
# Chromium. Without them the bench runs and says loudly what it skipped.
set -euo pipefail

. "$(dirname "$0")/../debian.sh"
debian_install bench gcc libc6-dev libxlsxwriter-dev chromium util-linux
