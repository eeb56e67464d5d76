# SPDX-License-Identifier: Apache-2.0
"""Who listens: a client of the bus, or Orca, whose speech is read in its log."""
import contextlib
import os
import re
import tempfile
import time

import pyatspi
from gi.repository import GLib

from hearing.bus import wait_for
from hearing.started import started

SHOWING = "object:state-changed:showing"
# By Qt 6.8 and newer, in place of it.
ANNOUNCEMENT = "object:announcement"


class Ear:
    """Keeps what was heard until it is asked for."""

    def __init__(self):
        self._heard = []

    def listen(self):
        """Takes in what has been said since."""

    def add(self, text):
        self._heard.append(text)

    def rest(self):
        """Waits until the listener has dealt with what happened before."""

    def hear(self, pattern):
        """Waits for a text that matches. What was heard before it is old news then."""
        def is_heard():
            self.listen()
            return any(re.search(pattern, text) for text in self._heard)

        wait_for(f"“{pattern}” to be heard", is_heard)
        self._heard.clear()


class BusEar(Ear):
    """Hears what screen readers say by themselves: announcements, and notifications that appear."""

    def __enter__(self):
        pyatspi.Registry.registerEventListener(self._on_showing, SHOWING)
        pyatspi.Registry.registerEventListener(self._on_announcement, ANNOUNCEMENT)
        return self

    def __exit__(self, *_):
        pyatspi.Registry.deregisterEventListener(self._on_showing, SHOWING)
        pyatspi.Registry.deregisterEventListener(self._on_announcement, ANNOUNCEMENT)

    def _on_announcement(self, event):
        self.add(event.any_data)

    def _on_showing(self, event):
        with contextlib.suppress(GLib.Error):  # It is gone.
            if event.detail1 and event.source.getRole() == pyatspi.ROLE_NOTIFICATION:
                self.add(event.source.name)


class OrcaEar(Ear):
    """Hears the notifications that Orca speaks, and nothing else of what it says.

    It needs no speech synthesizer: it logs what it would say.
    """

    LOG = re.compile(
        r"Processing object:(?P<event>\S+): "
        r"|SPEECH OUTPUT: '(?P<spoken>.*?)'(?: voice=\w+)? ?(?:\{|None)", re.DOTALL)
    READY = "Screen reader on"
    # Before a notification; it says an announcement as it is.
    NEWS = "notification "
    QUIET = 0.7
    # Else the last words stay in a buffer.
    CUSTOMIZATIONS = "from orca import debug\ndebug.debugFile.reconfigure(line_buffering=True)\n"

    def __enter__(self):
        with contextlib.ExitStack() as entered:
            home = entered.enter_context(tempfile.TemporaryDirectory())
            self._start(entered, home)
            self._exit = entered.pop_all()
        return self

    def __exit__(self, *reason):
        self._exit.__exit__(*reason)

    def _start(self, entered, home):
        path = os.path.join(home, "orca.log")
        with open(os.path.join(home, "orca-customizations.py"), "w", encoding="utf-8") as file:
            file.write(self.CUSTOMIZATIONS)
        environment = {**os.environ, "HOME": home, "XDG_DATA_HOME": home,
                       "SPEECHD_ADDRESS": f"unix_socket:{home}/none"}
        entered.enter_context(started("orca", f"--user-prefs={home}", f"--debug-file={path}",
                                      env=environment))
        wait_for("Orca's log", lambda: os.path.exists(path))
        self._log = entered.enter_context(open(path, encoding="utf-8", errors="replace"))
        self._unread = ""
        self._event = None
        self.hear(self.READY)

    def rest(self):
        """Flooded with events, as when details are filled in, Orca drops notifications."""
        size, since = -1, 0.0

        def is_quiet():
            nonlocal size, since
            now = time.monotonic()
            if os.path.getsize(self._log.name) != size:
                size, since = os.path.getsize(self._log.name), now
            return now - since > self.QUIET

        wait_for("Orca to come to rest", is_quiet)

    def listen(self):
        self._unread += self._log.read()
        end = 0
        for entry in self.LOG.finditer(self._unread):
            spoken = entry["spoken"]
            if spoken is None:
                self._event = entry["event"]
            elif self._event == "announcement" or spoken.startswith((self.NEWS, self.READY)):
                self.add(spoken)
            end = entry.end()
        self._unread = self._unread[end:]
