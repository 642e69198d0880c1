#!/usr/bin/env bash
# Installs what only some checks need (Debian, as root): poppler reads PDFs back, qpdf checks their structure,
# LibreOffice opens the workbooks, Chromium the web pages, zsh and fish try their completion scripts, Java runs veraPDF
# and Maven fetches it. `npm test` runs without them and says loudly what it skipped.
set -euo pipefail

wanted=(poppler-utils qpdf libreoffice-calc chromium zsh fish)
# Any Java and any Maven will do, wherever they come from.
command -v java >/dev/null || wanted+=(default-jre-headless)
command -v mvn >/dev/null || wanted+=(maven)
missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "setup:checks: all there (${wanted[*]})"
else
  if [ "$(id -u)" -ne 0 ]; then
    echo "setup:checks: needs root to install: ${missing[*]}" >&2
    exit 3
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  echo "setup:checks: installed ${missing[*]}"
fi

# PostgreSQL and an S3 server, for packs that many machines make.
bash "$(dirname "$0")/fleet/set-up.sh"
