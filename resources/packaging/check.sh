#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Usage: check.sh FOLDER: looks at what packagingtexts has made there as shells and man do.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 HOME=$work

fail() { printf '%s\n' "$*" >&2; exit 1; }

# Lines whose last word is not finished, and what every shell offers for it.
lines=(
  'li' 'list'
  '--p' '--page --profile --project'
  'list --f' '--filter --format'
  'list --format ' 'csv json markdown ndjson'
  'check --fail-on w' 'warning'
  'check --project 5f0000000000000000000001 --pro' '--profile --project'
  'changes --language ' 'en ko system'
  'changes --profile x' ''
  'changes --o' ''
  'check --output bucketscope.f' 'bucketscope.fish'
)

# Each line of standard input on a line: its words in order.
in_order() {
  local line
  while IFS= read -r line; do tr -s ' ' '\n' <<<"$line" | sort | paste -sd ' '; done
}

# What each shell offers for the lines on standard input, a line each.
offered_bash() {
  compopt() { :; }
  # shellcheck disable=SC1091
  source "$folder/bucketscope"
  local line
  while IFS= read -r line; do
    # As bash parts them: behind a blank, a word begins.
    read -ra COMP_WORDS <<<"$line"
    [[ $line != *' ' ]] || COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    COMPREPLY=()
    _bucketscope || true
    printf '%s\n' "${COMPREPLY[*]}"
  done
}
offered_zsh() { zsh -f "$here/completed.zsh" "$folder" "$work/hits"; }
# It completes only what it can start, and since version 4 tells what has the letters in it, too.
offered_fish() {
  ln -s "$(type -P true)" "$work/bucketscope"
  PATH=$work:$PATH fish --no-config -c "set fish_complete_path '$folder'
    while read line
      set word (string match -r '[^ ]*\$' \"\$line\")
      echo (complete -C \"\$line\" | string replace -r '\t.*' '' | string match -- \"\$word*\")
    end"
}

cd "$folder"
for shell in bash zsh fish; do
  for ((i = 0; i < ${#lines[@]}; i += 2)); do printf 'bucketscope %s\n' "${lines[i]}"; done >"$work/lines"
  "offered_$shell" <"$work/lines" | in_order >"$work/$shell"
  for ((i = 0; i < ${#lines[@]}; i += 2)); do printf '%s\n' "${lines[i + 1]}"; done >"$work/expected"
  diff -y -W 160 "$work/expected" "$work/$shell" >"$work/said" \
    || fail "$shell offers what is to the right:"$'\n'"$(<"$work/said")"
done

said=$(MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$folder/bucketscope.1" 2>&1 >/dev/null) || fail "man: $said"
[[ -z $said ]] || fail "$said"
