# SPDX-License-Identifier: Apache-2.0
# Usage: zsh -f completedbybash.zsh FOLDER HITS <LINES: types each line into a bash on a terminal of its
# own, has it insert all that it completes by what is in FOLDER, and prints that, on a line. HITS is a
# file for it to use.
zmodload zsh/zpty || exit 1
folder=$1 hits=$2
zpty shell bash --norc --noprofile -i
settings=(
  'PS1= PS2=; stty -echo; set +o history; bind "set bell-style none"'
  'bind "set enable-bracketed-paste off"; bind \"\\e*\":insert-completions'
  "source ${(q)folder}/bucketscope"
  # What is waited for is written so that its echo is another.
  "offer() { printf '%s\\n' \"\$READLINE_LINE\" >${(q)hits}; READLINE_LINE=; READLINE_POINT=0; echo OFF''ERED; }"
  "bind -x '\"\\C-t\":offer'"
  "echo REA''DY")
for setting in $settings; do zpty -w shell "$setting"; done
zpty -r shell said '*READY*'
while IFS= read -r line; do
  zpty -w -n shell "$line"$'\e*\C-t'
  zpty -r shell said '*OFFERED*'
  completed=$(<$hits)
  start=$line
  while [[ $start != *[\ =] ]]; do start=${start%?}; done
  # Nothing has come: what stands there was typed.
  [[ $completed != $line ]] || completed=$start
  print -r -- ${completed#$start}
done
zpty -d shell
