#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Usage: check.sh UNITS PROGRAM SIMULATOR: looks at what is here, and at the units in UNITS, as
# Prometheus, systemd and cron do.
set -euo pipefail
cd "$(dirname "$0")"
units=$1 program=$2 simulator=$3

work=$(mktemp -d)
running=
trap '[[ -z $running ]] || kill "$running"; rm -rf "$work"' EXIT
fail() { printf '%s\n' "$*" >&2; exit 1; }

# Signs in to a simulator with these options, instead of the one before.
sign_in() {
  [[ -z $running ]] || kill "$running"
  : >"$work/simulator"
  "$simulator" "$@" >"$work/simulator" &
  running=$!
  until grep -q '^export MONGODB_ATLAS_BASE_URL' "$work/simulator"; do
    kill -0 "$running" || fail "The simulator did not start."
    read -rt 0.05 <> <(:) || true
  done
  # shellcheck disable=SC1090,SC1091
  source <(grep -E '^export MONGODB_ATLAS_(CLIENT_ID|CLIENT_SECRET|BASE_URL)=' "$work/simulator")
}

unset "${!MONGODB_ATLAS@}" "${!MCLI@}"
export HOME=$work XDG_CONFIG_HOME=$work XDG_DATA_HOME=$work XDG_CACHE_HOME=$work LC_ALL=C.UTF-8

promtool check rules bucketscope.rules.yml >"$work/said" 2>&1 || fail "$(<"$work/said")"
promtool test rules bucketscope.rules.test.yml >"$work/said" 2>&1 || fail "$(<"$work/said")"

cp "$units"/bucketscope-check* "$work"
# The units named after `verify`, as the manager takes them that the options name.
verify() {
  XDG_RUNTIME_DIR=$work systemd-analyze "$@" >"$work/said" 2>&1 || fail "$(<"$work/said")"
  [[ ! -s $work/said ]] || fail "$(<"$work/said")"
}
verify --man=no verify "$work"/bucketscope-check.{service,timer}
verify --man=no --user verify "$work"/bucketscope-check@.{service,timer}
# Out of 100, less is better: what begins with the network and a folder of its own.
systemd-analyze security --offline=yes --threshold=20 "$work/bucketscope-check.service" >"$work/said" 2>&1 \
  || fail "$(<"$work/said")"

# Runs a service's own command, as systemd takes it apart, with $OPTIONS as the file of the credential
# and the unit itself have them.
run_service() {
  local command
  read -ra command < <(sed -n 's/^ExecStart=//p' "$work/$1")
  [[ ${command[0]} == "$program" && ${command[-1]} == \$OPTIONS ]] || fail "ExecStart: ${command[*]}"
  command=("${command[@]:0:${#command[@]}-1}" --quiet)
  "${command[@]/#%I/Environment}"
}
sign_in --world troubled
code=0
run_service bucketscope-check.service >"$work/metrics" || code=$?
[[ $code == 3 ]] || fail "The check exits with $code."
# In the instance of a profile: findings for the journal, and a unit that fails for them.
code=0
run_service bucketscope-check@.service >"$work/journal" || code=$?
[[ $code == 1 ]] && grep -q EXPORT_FAILED "$work/journal" || fail "$code: $(<"$work/journal")"
grep -qx 'Environment=OPTIONS=--quiet' "$work/bucketscope-check@.service" || fail "OPTIONS"
grep -qx 'SuccessExitStatus=3' "$work/bucketscope-check.service" || fail "SuccessExitStatus"
promtool check metrics <"$work/metrics" >"$work/said" 2>&1 || fail "$(<"$work/said")"
[[ ! -s $work/said ]] || fail "$(<"$work/said")"
# As OpenMetrics, which allows less than Prometheus reads.
/usr/bin/python3 -c 'import sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families
list(text_string_to_metric_families(sys.stdin.read()))' <"$work/metrics" || fail "This is not OpenMetrics."
# Each metric that an alert goes by.
grep -oE 'bucketscope_[a-z_]+' bucketscope.rules.yml | sort -u | while read -r metric; do
  grep -q "^${metric}[{ ]" "$work/metrics" || fail "$metric"
done
# All that there are, and no others, are explained wherever they are.
for text in ../../help/*.md ../../../README.md; do
  diff <(grep -oE 'bucketscope_[a-z_]+' "$text" | sort -u) \
    <(sed -nE 's/^# TYPE (\S+) .*/\1/p' "$work/metrics" | sort -u) >"$work/said" || fail "$text: $(<"$work/said")"
done
# What it writes by itself, others can read.
umask 022
"$program" check --format openmetrics --quiet --output "$work/x.prom" || true
[[ $(stat -c %a "$work/x.prom") == 644 ]] || fail "The node exporter cannot read it."

# Mail comes only if something is wrong. Cron's shell reads the same file as systemd.
[[ $(sh -eu -c '. ./check.env; printf %s "$OPTIONS"') == --quiet ]] || fail "check.env"
export BUCKETSCOPE=$program
code=0
./bucketscope-mail --quiet >"$work/mail" || code=$?
[[ $code == 1 ]] && grep -q '^Findings at or above' "$work/mail" && grep -q EXPORT_FAILED "$work/mail" \
  || fail "$code: $(<"$work/mail")"
sign_in --projects 2 --buckets 0
./bucketscope-mail >"$work/mail" || fail "$(<"$work/mail")"
[[ ! -s $work/mail ]] || fail "$(<"$work/mail")"
code=0
BUCKETSCOPE=$work/nowhere ./bucketscope-mail >"$work/mail" || code=$?
[[ $code == 127 ]] && grep -q '^The check did not start: bucketscope could not' "$work/mail" || fail "$code: $(<"$work/mail")"
code=0
MONGODB_ATLAS_CLIENT_SECRET=wrong ./bucketscope-mail >"$work/mail" || code=$?
[[ $code == 4 ]] && grep -q "^The check did not start: signing in" "$work/mail" || fail "$code: $(<"$work/mail")"
