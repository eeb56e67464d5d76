# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: Apache-2.0
# Uses the program in the bare Debian in $root, whose `program` it is: checks the exports of the
# simulator's projects, and draws its window under Xvfb. What was drawn is $folder/window.png.

simulator=${BUCKETSCOPE_SIMULATOR:-build/release/tests/atlassim/atlassim}
work=$(mktemp -d)
started=()
cleanup() {
  ((${#started[@]} == 0)) || kill -- "${started[@]}" 2>/dev/null || true
  rm -rf "$work" "$root"
}
trap cleanup EXIT

fail() { say "$*"; exit 1; }

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
    setpriv --reuid=nobody --regid=nogroup --clear-groups "${program:-bucketscope}" "$@"
}

# It says to be of version VERSION.
checks() {
  local code=0 version
  display=()
  install -d -m 700 -o nobody -g nogroup "$root/tmp/home"
  version=$(bucketscope --version)
  [[ $version == "Bucketscope $1" ]] || fail "The version: $version"
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
