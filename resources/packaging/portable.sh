#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Usage: portable.sh BUILD FOLDER: packs the programs in BUILD with the libraries that a desktop may not
# have, so that they run from any folder of any Linux whose C library is no older than that of here.
# Prints the archive in FOLDER. Its libraries come from Debian's packages, whose licenses go with them.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$1 folder=$2
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)} PYTHONDONTWRITEBYTECODE=1

# What each desktop has, in step with its own drivers, fonts and C library: to bring another one breaks
# those.
BASE='ld-linux.*|lib(c|m|dl|rt|pthread|resolv|anl|util|stdc\+\+|gcc_s|z|expat|uuid'
BASE+='|X11|X11-xcb|xcb|Xau|Xdmcp|GL|GLX|EGL|GLdispatch|OpenGL|drm|gbm|fontconfig|freetype|harfbuzz|fribidi|graphite2|bz2)'
# What is opened by its name when it is needed: TLS and the keychain.
OPENED=(libssl.so.3 libcrypto.so.3 libsecret-1.so.0)
# Qt's for X, which Wayland's desktops have as well, and for no display at all.
PLUGINS=(platforms/libqxcb.so platforms/libqoffscreen.so 'platformthemes/libqxdg*.so' 'platforminputcontexts/*.so'
  iconengines/libqsvgicon.so 'tls/*.so' 'networkinformation/*.so')

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
version=$(sed -nE 's/^project\(Bucketscope VERSION ([0-9.]+) .*/\1/p' CMakeLists.txt)
name=bucketscope-$version-$(uname -m)
root=$stage/$name
cmake --install "$build" --prefix "$root" --strip >/dev/null
# systemd, shells and desktops look for none of these there.
rm -rf "${root:?}"/lib "$root"/share/{applications,bash-completion,fish,zsh,metainfo}

loaded() { ldd "$@" 2>/dev/null | sed -nE 's/^\s*\S+ => (\/\S+) .*/\1/p' | sort -u; }
qt=$(dirname "$(loaded "$root/bin/bucketscope" | grep /libQt6Core)")
mkdir -p "$root/lib/qt6" "$root/share/qt6/translations"
(cd "$qt/qt6" && shopt -s nullglob && for plugin in "${PLUGINS[@]}"; do
  # shellcheck disable=SC2206
  found=(plugins/$plugin)
  ((${#found[@]} == 0)) || cp --parents -L "${found[@]}" "$root/lib/qt6"
done)
cp /usr/share/qt6/translations/qtbase_*.qm "$root/share/qt6/translations"
printf '[Paths]\nPrefix=..\nPlugins=lib/qt6/plugins\nTranslations=share/qt6/translations\n' >"$root/bin/qt.conf"

mapfile -t plugins < <(find "$root/lib/qt6" -name '*.so')
opened=("${OPENED[@]/#/$qt/}")
mapfile -t libraries < <({
  printf '%s\n' "${opened[@]}"
  loaded "$root"/bin/bucketscope{,-cli} "${plugins[@]}" "${opened[@]}"
} | grep -vE "/($BASE)\.so[^/]*$" | sort -u)
cp -L "${libraries[@]}" "$root/lib"
# The old kind of path, which counts for what a library or a plugin needs as well.
patchelf --force-rpath --set-rpath "\$ORIGIN/../lib" "$root"/bin/bucketscope{,-cli}

python3 - "$root/share/doc/bucketscope/licenses" "${libraries[@]}" \
  "$qt"/qt6/plugins/{platforms/libqxcb,iconengines/libqsvgicon}.so <<'PYTHON'
import pathlib
import shutil
import sys
sys.path.insert(0, "resources/packaging")
import billofmaterials
folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True)
for package in sorted(billofmaterials.packages_of(sys.argv[2:])):
    name = package.partition(":")[0]
    shutil.copy(f"/usr/share/doc/{name}/copyright", folder / name)
PYTHON
cp LICENSE "$root/share/doc/bucketscope"
# Whose security updates it needs.
python3 resources/packaging/billofmaterials.py --build "$build" --output "$root/share/doc/bucketscope/bucketscope.spdx.json" \
  ui/program/bucketscope ui/program/bucketscope-cli

mkdir -p "$folder"
# The same bytes each time.
tar --create --use-compress-program="xz -2" --sort=name --owner=0 --group=0 --numeric-owner \
  --mtime="@$SOURCE_DATE_EPOCH" --directory "$stage" --file "$folder/$name.tar.xz" "$name"
printf '%s\n' "$folder/$name.tar.xz"
