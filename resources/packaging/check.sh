#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Usage: check.sh FOLDER: looks at what packagingtexts has made there as shells and man do.
set -euo pipefail
folder=$1

fail() { printf '%s\n' "$*" >&2; exit 1; }

# What bash offers for a line, the last word of which is not finished.
offered() {
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
  COMPREPLY=()
  _bucketscope
  printf '%s\n' "${COMPREPLY[*]}"
}

compopt() { :; }
# shellcheck disable=SC1091
source "$folder/bucketscope"
[[ $(offered bucketscope '') == 'list check changes --profile'* ]] || fail "verbs: $(offered bucketscope '')"
[[ $(offered bucketscope li) == list ]] || fail "a verb: $(offered bucketscope li)"
[[ $(offered bucketscope --p) == '--profile --project --page' ]] || fail "the window: $(offered bucketscope --p)"
[[ $(offered bucketscope list --f) == '--filter --format' ]] || fail "options: $(offered bucketscope list --f)"
[[ $(offered bucketscope list --format '') == 'csv json ndjson markdown' ]] || fail "formats"
[[ $(offered bucketscope check --fail-on w) == warning ]] || fail "severities"
[[ $(offered bucketscope changes --language '') == 'en ko system' ]] || fail "languages"
[[ $(offered bucketscope changes --profile x) == '' ]] || fail "a value that nobody knows"
cd "$folder"
[[ $(offered bucketscope check --output bucketscope.f) == bucketscope.fish ]] || fail "files"

if command -v zsh >/dev/null; then
  zsh -n "$folder/_bucketscope" || fail "zsh cannot read it"
fi
if command -v fish >/dev/null; then
  fish -n "$folder/bucketscope.fish" || fail "fish cannot read it"
fi
if command -v man >/dev/null && command -v groff >/dev/null; then
  said=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$folder/bucketscope.1" 2>&1 >/dev/null)
  [[ -z $said ]] || fail "$said"
fi
