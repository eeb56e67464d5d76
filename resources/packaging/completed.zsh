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
  # No line is ever finished: between two, the terminal would take keys for its own. What is waited for
  # is written so that its echo is another.
  "offer() { zle complete-word; zle kill-whole-line; print -r -- OFF''ERED; }"
  'zle -N offer; bindkey "^I" offer'
  "zle-line-init() { print -r -- REA''DY; }; zle -N zle-line-init")
for setting in $settings; do zpty -w shell "$setting"; done
zpty -r shell said '*READY*'
while IFS= read -r line; do
  : >$hits
  zpty -w -n shell "$line"$'\t'
  zpty -r shell said '*OFFERED*'
  print -r -- ${(f)"$(<$hits)"}
done
zpty -d shell
