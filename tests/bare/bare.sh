#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs ./dev on a bare Debian: bare.sh RELEASE [COMMAND…], "run" and then "test" if none is given.
# debootstrap makes it once, in build/bare/RELEASE or $BUCKETSCOPE_BARE/RELEASE, from the mirrors that
# apt uses on this machine. It holds what debootstrap installs, and what ./dev installs by itself.
set -euo pipefail
cd "$(dirname "$0")/../.."

release=${1:?RELEASE is missing: bookworm, trixie}
shift
(($# > 0)) || set -- run test
root=${BUCKETSCOPE_BARE:-$PWD/build/bare}/$release
project=/root/bucketscope

say() { printf '%s\n' "$*" >&2; }

[[ $(id -u) == 0 ]] || exec sudo --preserve-env=BUCKETSCOPE_BARE "$0" "$release" "$@"
command -v debootstrap >/dev/null || { say "Install debootstrap first."; exit 2; }

# The mirrors of Debian that apt uses here, as lines of "SUITE URI", for the release asked for.
mirrors() {
  local here
  here=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  apt-get indextargets --format "\$(CODENAME) \$(REPO_URI)" 'Created-By: Packages' 'Origin: Debian' \
    | sed -n "s/^$here\\b/$release/p" | sort -u
}

# What apt knows here of proxies, certificates and dates.
apt_settings() { apt-config dump | grep -E '^Acquire::(https?|ftp|Check-)' || true; }

make_root() {
  local main
  main=$(mirrors | sed -n "s/^$release //p" | head -n 1)
  [[ -n $main ]] || { say "apt has no mirror of Debian here."; exit 2; }
  eval "$(apt-config shell http_proxy Acquire::http::Proxy https_proxy Acquire::https::Proxy)"
  export http_proxy=${http_proxy:-} https_proxy=${https_proxy:-}
  say "Making a bare $release in $root."
  rm -rf "$root.part"
  mkdir -p "$(dirname "$root")"
  debootstrap --variant=minbase "$release" "$root.part" "$main" >&2
  mirrors | sed -E 's/^([^ ]+) (.*)/deb \2 \1 main/' >"$root.part/etc/apt/sources.list"
  apt_settings >"$root.part/etc/apt/apt.conf.d/00host"
  if [[ $main == https:* ]]; then
    install -D -m 644 /etc/ssl/certs/ca-certificates.crt -t "$root.part/etc/ssl/certs"
  fi
  mv "$root.part" "$root"
}

# What is built stays; file times stay, too, so that only what has changed is built again.
copy_project() {
  mkdir -p "$root$project"
  find "$root$project" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
  git -c safe.directory="$PWD" ls-files -z --cached --others --exclude-standard \
    | while IFS= read -rd '' file; do if [[ -e $file ]]; then printf '%s\0' "$file"; fi; done \
    | tar --create --null --files-from - | tar --extract --directory "$root$project"
}

# In name spaces of its own: what is mounted and what runs there ends with the command.
inside() {
  unshare --mount --pid --fork --kill-child -- bash -c '
    mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$0" "$@"' \
    "$root" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"
}

[[ -d $root ]] || make_root
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
copy_project
for command in "$@"; do
  say "On $release: ./dev $command"
  inside bash -c "cd $project && exec ./dev $command"
done
say "All is in $root$project/build."
