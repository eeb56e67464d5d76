# SPDX-License-Identifier: Apache-2.0
"""What is on the accessibility bus: found by name and role, pressed, selected, typed into."""
import time

import pyatspi
from gi.repository import GLib

PATIENCE = 60
PAUSE = 0.02
CONTROL = 37  # The left one, on a keyboard of 105 keys.
KEYS = {"Down": 0xFF54, "Escape": 0xFF1B, "Return": 0xFF0D, "F1": 0xFFBE, "Menu": 0xFF67}
ROWS = (pyatspi.ROLE_LIST, pyatspi.ROLE_TABLE)


class Missed(Exception):
    """What was waited for did not come."""


def run_loop():
    while GLib.MainContext.default().iteration(False):
        pass


def wait_for(what, find, patience=PATIENCE):
    """What `find` returns, once it is something."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        run_loop()
        try:
            found = find()
        except (GLib.Error, NotImplementedError):  # What was looked at is gone.
            found = None
        if found:
            return found
        time.sleep(PAUSE)
    raise Missed(f"waited in vain: {what}")


def is_showing(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def walk(node):
    """The parts in view, but for rows and cells: there may be thousands."""
    yield node
    if node.getRole() in ROWS:
        return
    for child in node:
        if child and is_showing(child):
            yield from walk(child)


def find(root, name, *roles):
    return next((node for node in walk(root)
                 if node.getRole() in roles and name in (None, node.name)), None)


def part(root, name, *roles):
    return wait_for(name or str(roles), lambda: find(root, name, *roles))


def has(node, state):
    return node.getState().contains(state)


def press(root, name, *roles):
    button = part(root, name, *(roles or (pyatspi.ROLE_PUSH_BUTTON,)))
    wait_for(f"{name} enabled", lambda: has(button, pyatspi.STATE_ENABLED))
    button.queryAction().doAction(0)


def select_row(root, name, row):
    """As assistive technology selects: without a click, without a key."""
    view = part(root, name, *ROWS)
    wait_for(f"rows of {name}", lambda: view.queryTable().nRows > row)
    view.queryTable().addRowSelection(row)
    return view


def row_of(view, name):
    """Of the item that bears the name in its first column."""
    table = view.queryTable()
    return wait_for(name, lambda: [row for row in range(table.nRows)
                                   if table.getAccessibleAt(row, 0).name.startswith(name)])[0]


def set_text(root, name, text):
    part(root, name, pyatspi.ROLE_TEXT).queryEditableText().setTextContents(text)


def click(node):
    """Without a window manager, a click makes a window active, too."""
    place = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    pyatspi.Registry.generateMouseEvent(
        place.x + min(place.width, 60) // 2, place.y + min(place.height, 40) // 2, "b1c")


def key(name):
    pyatspi.Registry.generateKeyboardEvent(KEYS[name], None, pyatspi.KEY_SYM)


def control(letter):
    pyatspi.Registry.generateKeyboardEvent(CONTROL, None, pyatspi.KEY_PRESS)
    pyatspi.Registry.generateKeyboardEvent(ord(letter), None, pyatspi.KEY_SYM)
    pyatspi.Registry.generateKeyboardEvent(CONTROL, None, pyatspi.KEY_RELEASE)
