#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Does to the portable archive what its users do: portable.sh ARCHIVE RELEASE. It is unpacked on a bare
# Debian RELEASE that has what any desktop has, and no Qt; there it checks the exports of the
# simulator's projects and draws its window, which is window.png beside the archive.
set -euo pipefail
archive=$(realpath "${1:?ARCHIVE is missing}")
release=${2:?RELEASE is missing: bookworm, trixie}
folder=$(dirname "$archive")
cd "$(dirname "$0")/../.."
# shellcheck source=root.sh
source tests/bare/root.sh
[[ $(id -u) == 0 ]] || exec sudo --preserve-env=BUCKETSCOPE_BARE,BUCKETSCOPE_SIMULATOR "$0" "$archive" "$release"

bare=${BUCKETSCOPE_BARE:-$PWD/build/bare}/$release-portable
root=$bare-used
# shellcheck source=use.sh
source tests/bare/use.sh

apt() { inside "$bare" env DEBIAN_FRONTEND=noninteractive apt-get -y -qq -o Dpkg::Use-Pty=0 "$@" >>"$work/apt.log"; }

if [[ ! -d $bare ]]; then
  make_root "$release" "$bare"
  cp -L /etc/resolv.conf "$bare/etc/resolv.conf"
  apt update
  apt install --no-install-recommends ca-certificates fonts-dejavu-core libegl1 libfontconfig1 libgl1 \
    libharfbuzz0b libopengl0 libx11-6 libx11-xcb1 xkb-data
fi
rm -rf "$root"
cp -a "$bare" "$root"
tar --extract --file "$archive" --directory "$root/opt"
name=${archive##*/}
name=${name%.tar.xz}
program=/opt/$name/bin/bucketscope
version=${name#bucketscope-}
start_simulator
checks "${version%-*}"
draws
say "It runs on $release without a package of Qt."
