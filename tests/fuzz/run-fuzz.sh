#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs a fuzz target from its seeds, in a corpus that is gone afterwards.
#     run-fuzz.sh PROGRAM DICTIONARY [OPTION...]
# The options are libFuzzer's. What it finds stays beside the program, as PROGRAM-findings/*; its
# last words name the file. The exit code is libFuzzer's.
set -u
if [ $# -lt 2 ]; then
    echo "usage: ${0##*/} PROGRAM DICTIONARY [OPTION...]" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
program=$1
dictionary=$here/$2.dict
seeds=$here/seeds/${program##*/fuzz_}
shift 2

# In memory, where there is such a place: QSettings reads and writes files.
scratch=/dev/shm
[ -w "$scratch" ] || scratch=${TMPDIR:-/tmp}
TMPDIR=$(mktemp -d "$scratch/fuzz.XXXXXX") || exit 1
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
mkdir "$TMPDIR/corpus"
mkdir -p "$program-findings"

# No stacks of allocations and a small store of freed memory: far more inputs a second. A finding is
# run again without these options, and tells more then.
export ASAN_OPTIONS=malloc_context_size=0:quarantine_size_mb=1:thread_local_quarantine_size_kb=64:max_malloc_fill_size=0

# Leaks are looked for once, at the end: QSettings keeps files in a cache, which looks like leaks
# to libFuzzer, and it would stop for each.
"$program" -detect_leaks=0 -artifact_prefix="$program-findings/" -dict="$dictionary" \
    -max_len=1024 -rss_limit_mb=2048 -timeout=10 -print_final_stats=1 "$@" "$TMPDIR/corpus" "$seeds"
