# SPDX-License-Identifier: Apache-2.0
# Usage: zsh -f completed.zsh FOLDER HITS <LINES: types each line into a zsh on a terminal of its own,
# which completes by what is in FOLDER, presses Tab, and prints what is offered, on a line. HITS is a
# file for it to use.
zmodload zsh/zpty || exit 1
folder=$1 hits=$2
zpty shell zsh -f -i
settings=(
  "PS1= PS2=; stty -echo; bindkey -e; fpath=(${(q)folder} \$fpath)"
  'autoload -Uz compinit && compinit -u -D'
  # Whatever the completion offers passes here.
  'compadd() { if ((! ${argv[(I)-[AOD]]})); then local -a fitting; builtin compadd -A fitting "$@"'
  "((! \$#fitting)) || print -rl -- \$fitting >>${(q)hits}; fi; builtin compadd \"\$@\"; }"
  "zstyle ':completion:*' completer _complete"
  # As it is echoed, it is not what is waited for.
  "print -r -- REA''DY")
for setting in $settings; do zpty -w shell "$setting"; done
zpty -r shell said '*READY*'
while IFS= read -r line; do
  : >$hits
  zpty -w -n shell "$line"$'\t'
  zpty -w -n shell $'\x15'
  zpty -w shell "print -r -- DO''NE"
  zpty -r shell said '*DONE*'
  print -r -- ${(f)"$(<$hits)"}
done
zpty -d shell
