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
simulator=${BUCKETSCOPE_SIMULATOR:-build/release/tests/atlassim/atlassim}
work=$(mktemp -d)
started=()
cleanup() {
  ((${#started[@]} == 0)) || kill -- "${started[@]}" 2>/dev/null || true
  rm -rf "$work" "$root"
}
trap cleanup EXIT

fail() { say "$*"; exit 1; }

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

start_simulator() {
  "$simulator" --world troubled >"$work/simulator" &
  started+=($!)
  until grep -q '^export MONGODB_ATLAS_CLIENT_SECRET' "$work/simulator"; do
    kill -0 "${started[-1]}" 2>/dev/null || fail "The simulator did not start."
    read -rt 0.05 <> <(:) || true
  done
  # shellcheck disable=SC1090
  source <(grep -E '^export MONGODB_ATLAS_(CLIENT_ID|CLIENT_SECRET|BASE_URL)=' "$work/simulator")
}

# The program in the bare root, as somebody who is not root and has an empty home.
bucketscope() {
  inside "$root" env HOME=/tmp/home "${display[@]}" MONGODB_ATLAS_BASE_URL="$MONGODB_ATLAS_BASE_URL" \
    MONGODB_ATLAS_CLIENT_ID="$MONGODB_ATLAS_CLIENT_ID" \
    MONGODB_ATLAS_CLIENT_SECRET="$MONGODB_ATLAS_CLIENT_SECRET" \
    setpriv --reuid=nobody --regid=nogroup --clear-groups bucketscope "$@"
}

checks() {
  local code=0 version
  display=()
  install -d -m 700 -o nobody -g nogroup "$root/tmp/home"
  version=$(bucketscope --version)
  [[ $version == "Bucketscope $(field Version | sed 's/-.*//')" ]] || fail "The version: $version"
  bucketscope check --format openmetrics >"$work/metrics" || code=$?
  ((code == 1)) || fail "The check ended with $code."
  grep -q '^bucketscope_findings{severity="critical",code="EXPORT_FAILED"' "$work/metrics" || fail "No finding."
  tail -n 1 "$work/metrics" | grep -qx '# EOF' || fail "The metrics do not end."
  say "It checks: $(grep -c '^bucketscope_findings' "$work/metrics") rows of findings."
}

# How many colors there are on the display; it is black while nothing is drawn.
colors() {
  python3 - "$work/Xvfb_screen0" "$folder/window.png" <<'PYTHON'
import struct
import sys
import zlib

data = open(sys.argv[1], "rb").read()
header = struct.unpack(">25I", data[:100])
width, height, line, colors = header[4], header[5], header[12], header[19]
pixels = data[header[0] + 12 * colors:]
rows = [pixels[y * line:y * line + 4 * width] for y in range(height)]
print(len({row[x:x + 3] for row in rows[::3] for x in range(0, 4 * width, 12)}))

def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

def rgb(row):
    out = bytearray(3 * width)
    out[0::3], out[1::3], out[2::3] = row[2::4], row[1::4], row[0::4]
    return b"\0" + bytes(out)

with open(sys.argv[2], "wb") as file:
    file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0))
               + chunk(b"IDAT", zlib.compress(b"".join(map(rgb, rows)))) + chunk(b"IEND", b""))
PYTHON
}

# The display is of this machine; the bare root has the program and what it depends on. Nobody there
# has a file of the display: it is found by its abstract name.
draws() {
  local number tries=0
  mkfifo "$work/number"
  Xvfb -displayfd 3 -ac -nolisten tcp -screen 0 1440x900x24 -fbdir "$work" 3>"$work/number" 2>"$work/xvfb.log" &
  started+=($!)
  read -r number <"$work/number"
  display=(DISPLAY=":$number" XDG_RUNTIME_DIR=/tmp/home)
  # In a process group of its own, to be ended with all that it is started by.
  set -m
  bucketscope --language en >"$work/window.log" 2>&1 &
  set +m
  started+=("-$!")
  # Text on a light ground has hundreds of shades; an empty window has few.
  until (($(colors) > 100)); do
    kill -0 -- "${started[-1]}" 2>/dev/null || fail "The window ended: $(cat "$work/window.log")"
    ((tries++ < 60)) || fail "Nothing was drawn: $(cat "$work/window.log")"
    read -rt 1 <> <(:) || true
  done
  # The first page is there soon after the first picture.
  read -rt 3 <> <(:) || true
  say "It draws: $(colors) colors, in $folder/window.png."
  [[ ! -s $work/window.log ]] || fail "It said: $(cat "$work/window.log")"
  kill -- "${started[-1]}"
  wait "${started[-1]#-}" || true
  unset 'started[-1]'
}

# As an administrator has set up the check, and as systemd and the check leave it.
set_up_the_check() {
  local links=etc/systemd/system/timers.target.wants metrics=var/lib/prometheus/node-exporter
  local all=etc/systemd/user/timers.target.wants
  mkdir -p "$root/$links" "$root/$all" "$root/$metrics" "$root/var/lib/private" "$root/var/cache/private"
  everything >"$work/before"
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
checks
draws
apt purge bucketscope
everything >"$work/after"
diff "$work/before" "$work/after" || fail "It leaves files behind, or took some."
say "Removed: nothing stays."
