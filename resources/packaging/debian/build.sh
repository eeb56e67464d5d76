#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the Debian package for this release of Debian, from what git knows here: build.sh FOLDER. The
# folder is made anew; at the end, the packages are in it. ./dev package names what is needed to build
# (BUILD_DEPENDS) and to run (RUN_RECOMMENDS).
set -euo pipefail
cd "$(dirname "$0")/../../.."
project=$PWD
folder=$(realpath -m "${1:?FOLDER is missing}")

version=$(sed -nE 's/^project\(Bucketscope VERSION ([0-9.]+) .*/\1/p' CMakeLists.txt)
# Whoever gives the package to others says so by DEBFULLNAME and DEBEMAIL, as for Debian's own tools.
maintainer="${DEBFULLNAME:-The Bucketscope developers} <${DEBEMAIL:-bucketscope@users.noreply.github.com}>"
# A library has another name in the next release of Debian, and an upgrade brings the package for it.
revision=1$(. /etc/os-release && printf '%s' "${VERSION_ID:++$ID$VERSION_ID}")
git=(git -c safe.directory="$project")

# The time of all that is packed: of the last commit, or where there is none, of the release.
if [[ -z ${SOURCE_DATE_EPOCH:-} ]]; then
  SOURCE_DATE_EPOCH=$("${git[@]}" log -1 --format=%ct 2>/dev/null) \
    || SOURCE_DATE_EPOCH=$(date -u -d "$(sed -nE "s/^## \[$version\] - (.*)/\1/p" CHANGELOG.md)" +%s)
fi
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC
umask 022

# All but what was built; as bare.sh copies it, where there is no git.
files() {
  "${git[@]}" ls-files -z --cached --others --exclude-standard 2>/dev/null \
    || find . -name build -prune -o -type f -printf '%P\0'
}

stage() {
  local file
  rm -rf "$folder"
  mkdir -p "$staged"
  files | while IFS= read -rd '' file; do if [[ -e $file ]]; then printf '%s\0' "$file"; fi; done \
    | tar --create --null --files-from - | tar --extract --directory "$staged"
  cp -r "$staged/resources/packaging/debian" "$staged/debian"
  sed -e "s|@MAINTAINER@|$maintainer|" -e "s|@BUILD_DEPENDS@|$BUILD_DEPENDS|" \
    -e "s|@RUN_RECOMMENDS@|$RUN_RECOMMENDS|" "$staged/debian/control.in" >"$staged/debian/control"
  printf 'bucketscope (%s-%s) stable; urgency=medium\n\n  * Release %s: changelog.gz says what is new.\n\n -- %s  %s\n' \
    "$version" "$revision" "$version" "$maintainer" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" >"$staged/debian/changelog"
  find "$staged" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

staged=$folder/bucketscope-$version
stage
cd "$staged"
dpkg-buildpackage --build=binary --no-sign -j"${JOBS:-$(nproc)}" >&2
printf '%s\n' "$folder"/*.deb
