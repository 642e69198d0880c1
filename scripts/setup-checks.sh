#!/usr/bin/env bash
# Installs what only some checks need (Debian, as root): poppler reads PDFs back, qpdf checks their structure,
# LibreOffice opens the workbooks, Chromium the web pages, zsh and fish try their completion scripts, Java runs veraPDF
# and Maven fetches it. `npm test` runs without them and says loudly what it skipped.
set -euo pipefail

wanted=(poppler-utils qpdf libreoffice-calc chromium zsh fish)
# Any Java and any Maven will do, wherever they come from.
command -v java >/dev/null || wanted+=(default-jre-headless)
command -v mvn >/dev/null || wanted+=(maven)
. "$(dirname "$0")/debian.sh"
debian_install setup:checks "${wanted[@]}"

# PostgreSQL and an S3 server, for packs that many machines make.
bash "$(dirname "$0")/fleet/set-up.sh"
