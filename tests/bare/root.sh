# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# A bare Debian in a folder: what the scripts here begin with.

say() { printf '%s\n' "$*" >&2; }

# The mirrors of Debian that apt uses here, as lines of "SUITE URI", for RELEASE.
mirrors() {
  local release=$1 here
  here=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  apt-get indextargets --format "\$(CODENAME) \$(REPO_URI)" 'Created-By: Packages' 'Origin: Debian' \
    | sed -n "s/^$here\\b/$release/p" | sort -u
}

# What apt knows here of proxies, certificates and dates.
apt_settings() { apt-config dump | grep -E '^Acquire::(https?|ftp|Check-)' || true; }

# Makes a bare RELEASE in the folder ROOT; half of one is never there.
make_root() {
  local release=$1 root=$2 main
  command -v debootstrap >/dev/null || { say "Install debootstrap first."; exit 2; }
  main=$(mirrors "$release" | sed -n "s/^$release //p" | head -n 1)
  [[ -n $main ]] || { say "apt has no mirror of Debian here."; exit 2; }
  eval "$(apt-config shell http_proxy Acquire::http::Proxy https_proxy Acquire::https::Proxy)"
  export http_proxy=${http_proxy:-} https_proxy=${https_proxy:-}
  say "Making a bare $release in $root."
  rm -rf "$root.part"
  mkdir -p "$(dirname "$root")"
  debootstrap --variant=minbase "$release" "$root.part" "$main" >&2
  mirrors "$release" | sed -E 's/^([^ ]+) (.*)/deb \2 \1 main/' >"$root.part/etc/apt/sources.list"
  apt_settings >"$root.part/etc/apt/apt.conf.d/00host"
  if [[ $main == https:* ]]; then
    install -D -m 644 /etc/ssl/certs/ca-certificates.crt -t "$root.part/etc/ssl/certs"
  fi
  mv "$root.part" "$root"
}

# Runs COMMAND in ROOT, in name spaces of its own: what is mounted and what runs there ends with it.
# What answers at 127.0.0.1 here answers there.
# ROOT becomes a mount, so that the same can be done within it.
inside() {
  local root=$1
  shift
  unshare --mount --pid --fork --kill-child -- bash -c '
    mount --bind "$0" "$0" && mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$0" "$@"' \
    "$root" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"
}
