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

# shellcheck source=root.sh
source tests/bare/root.sh

[[ $(id -u) == 0 ]] || exec sudo --preserve-env=BUCKETSCOPE_BARE "$0" "$release" "$@"
# What is built stays; file times stay, too, so that only what has changed is built again.
copy_project() {
  mkdir -p "$root$project"
  find "$root$project" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
  git -c safe.directory="$PWD" ls-files -z --cached --others --exclude-standard \
    | while IFS= read -rd '' file; do if [[ -e $file ]]; then printf '%s\0' "$file"; fi; done \
    | tar --create --null --files-from - | tar --extract --directory "$root$project"
}

[[ -d $root ]] || make_root "$release" "$root"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
copy_project
# There is no git in it, and a package has the time of the last commit.
epoch=$(git -c safe.directory="$PWD" log -1 --format=%ct)
for command in "$@"; do
  say "On $release: ./dev $command"
  inside "$root" env SOURCE_DATE_EPOCH="$epoch" bash -c "cd $project && exec ./dev $command"
done
say "All is in $root$project/build."
