#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Does to the Debian package what its users do: package.sh FOLDER AGAIN. FOLDER has it, and AGAIN what
# a second build has made of the same: the same bytes. It is installed on a bare Debian of this
# release, checks the exports of the simulator's projects, draws its window under Xvfb and is removed;
# then nothing is there that was not there before. What was drawn is FOLDER/window.png.
set -euo pipefail
folder=$(realpath "${1:?FOLDER is missing}")
again=$(realpath "${2:?AGAIN is missing}")
cd "$(dirname "$0")/../.."
# shellcheck source=root.sh
source tests/bare/root.sh
[[ $(id -u) == 0 ]] || exec sudo --preserve-env=BUCKETSCOPE_BARE,BUCKETSCOPE_SIMULATOR "$0" "$folder" "$again"

release=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
bare=${BUCKETSCOPE_BARE:-$PWD/build/bare}/$release-package
root=$bare-used
# shellcheck source=use.sh
source tests/bare/use.sh

same_bytes() {
  local package
  for package in "$folder"/*.deb; do
    cmp "$package" "$again/${package##*/}" || fail "Two builds differ: ${package##*/}"
  done
  say "Two builds made the same bytes: $(cd "$folder" && sha256sum -- *.deb)"
}

apt() { inside "$root" env DEBIAN_FRONTEND=noninteractive apt-get -y -qq -o Dpkg::Use-Pty=0 "$@" >>"$work/apt.log"; }

field() { dpkg-deb -f "$package" "$1"; }

# Whatever it depends on stays behind, with its caches: so that is there before.
install_what_it_needs() {
  apt update
  apt satisfy --no-install-recommends "$(field Depends)" "$(field Recommends)"
}

# All files of the system; apt's and dpkg's own books apart.
everything() {
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./root \
    -o -path ./var/log -o -path ./var/lib/dpkg -o -path ./var/lib/apt -o -path ./var/cache/apt \) \
    -prune -o -print | sort)
}

# As an administrator has set up the check, and as systemd and the check leave it.
set_up_the_check() {
  local links=etc/systemd/system/timers.target.wants metrics=var/lib/prometheus/node-exporter
  local all=etc/systemd/user/timers.target.wants
  mkdir -p "$root/$links" "$root/$metrics" "$root/var/lib/private" "$root/var/cache/private"
  everything >"$work/before"
  mkdir -p "$root/$all"
  ln -s /usr/lib/systemd/system/bucketscope-check.timer "$root/$links/"
  ln -s /usr/lib/systemd/user/bucketscope-check@.timer "$root/$all/bucketscope-check@main.timer"
  touch "$root/$metrics/bucketscope.prom"
  mkdir -p "$root/var/lib/private/bucketscope/history" "$root/var/cache/private/bucketscope"
  ln -s private/bucketscope "$root/var/lib/bucketscope"
}

package=$(ls "$folder"/bucketscope_*.deb)
same_bytes
[[ -d $bare ]] || make_root "$release" "$bare"
rm -rf "$root"
cp -a "$bare" "$root"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
install_what_it_needs
set_up_the_check
cp "$package" "$root/tmp/"
apt install "/tmp/${package##*/}"
say "Installed: $(dpkg-deb -c "$package" | grep -vc '/$') files."
start_simulator
checks "$(field Version | sed 's/-.*//')"
draws
apt purge bucketscope
everything >"$work/after"
diff "$work/before" "$work/after" || fail "It leaves files behind, or took some."
say "Removed: nothing stays."
