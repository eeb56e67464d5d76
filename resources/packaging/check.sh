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

# Lines whose last word is not finished, and what every shell offers for it. They are lines of
# `bucketscope` but for those of `-cli`.
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
  'list --format=j' 'json'
  '--language=' 'en ko system'
  '-cli li' 'list'
  '-cli --' '--help --version'
  '-cli check --fail-on=w' 'warning'
)
lines_typed() {
  local i
  for ((i = 0; i < ${#lines[@]}; i += 2)); do
    case ${lines[i]} in
    -cli*) printf 'bucketscope%s\n' "${lines[i]}" ;;
    *) printf 'bucketscope %s\n' "${lines[i]}" ;;
    esac
  done
}

# Each line of standard input on a line: its words in order.
in_order() {
  local line
  while IFS= read -r line; do tr -s ' ' '\n' <<<"$line" | sort | paste -sd ' '; done
}

# What each shell offers for the lines on standard input, a line each.
offered_bash() { zsh -f "$here/completedbybash.zsh" "$folder" "$work/hits"; }
offered_zsh() { zsh -f "$here/completed.zsh" "$folder" "$work/hits"; }
# It completes only what it can start, and since version 4 tells what has the letters in it, too.
offered_fish() {
  ln -sf "$(type -P true)" "$work/bucketscope"
  ln -sf "$(type -P true)" "$work/bucketscope-cli"
  PATH=$work:$PATH fish --no-config -c "set fish_complete_path '$folder'
    while read line
      set word (string match -r '[^ ]*\$' \"\$line\")
      echo (complete -C \"\$line\" | string replace -r '\t.*' '' | string match -- \"\$word*\" \
        | string replace -r '^--[a-z-]+=' '')
    end"
}

cd "$folder"
for shell in bash zsh fish; do
  lines_typed >"$work/lines"
  "offered_$shell" <"$work/lines" | in_order >"$work/$shell"
  for ((i = 0; i < ${#lines[@]}; i += 2)); do printf '%s\n' "${lines[i + 1]}"; done >"$work/expected"
  diff -y -W 160 "$work/expected" "$work/$shell" >"$work/said" \
    || fail "$shell offers what is to the right:"$'\n'"$(<"$work/said")"
done

# A blank in the name of a file does not part it.
mkdir "$work/files"
touch "$work/files/a b.pem"
cd "$work/files"
said=$(offered_bash <<<'bucketscope list --ca-certificates a')
[[ $said == 'a\ b.pem ' ]] || fail "bash offers $said for a file."

said=$(MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$folder/bucketscope.1" 2>&1 >/dev/null) || fail "man: $said"
[[ -z $said ]] || fail "$said"
