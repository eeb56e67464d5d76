#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs a command beside a Secret Service of its own: a fresh home folder, a fresh session bus and
# an unlocked GNOME keyring, all gone afterwards. Works without a display, and as root.
#     with-secret-service.sh COMMAND [ARGUMENT...]
# The exit code is the command's.
set -u
if [ $# -eq 0 ]; then
    echo "usage: ${0##*/} COMMAND [ARGUMENT...]" >&2
    exit 2
fi
for tool in dbus-run-session dbus-send gnome-keyring-daemon; do
    if ! command -v "$tool" >/dev/null; then
        echo "${0##*/}: $tool is not installed" >&2
        exit 127
    fi
done

home=$(mktemp -d "${TMPDIR:-/tmp}/secret-service.XXXXXX") || exit 1
trap 'rm -rf "$home"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Tests that lock or fill the keyring run with this variable only, so never on a person's own.
export BUCKETSCOPE_TEST_KEYRING=1
export HOME=$home XDG_RUNTIME_DIR=$home/run
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL
mkdir -m 700 "$XDG_RUNTIME_DIR"

# The keyring's daemon is ready when it owns its name on the bus, and ends with the command.
dbus-run-session -- bash -c '
    printf %s "the keyring of a test" |
        gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
    daemon=$!
    trap "kill $daemon 2>/dev/null; wait $daemon" EXIT
    until dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep -q "boolean true"
    do
        kill -0 "$daemon" 2>/dev/null || { echo "the keyring did not start" >&2; exit 1; }
        sleep 0.02
    done
    "$@"' bash "$@"
