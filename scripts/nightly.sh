#!/bin/sh
# Every night: builds what changed, proves it, and puts it where readers find it.
#
#   nightly.sh TARGET [options of annex publish]
#
# A product with an error takes no other down: the rest is published, and the last good documents stay. Then, and only
# then, the run ends with 1.
set -eu

annex=${ANNEX:-npx annex}
summary=${GITHUB_STEP_SUMMARY:-nightly.md}
# The day in the name of what is published is that of the sources, never that of the machine.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct || true)}
export SOURCE_DATE_EPOCH

built=0
$annex build --summary "$summary" || built=$?
[ "$built" -le 1 ] || exit "$built"
$annex verify
$annex publish "$@" --summary "$summary"
exit "$built"
