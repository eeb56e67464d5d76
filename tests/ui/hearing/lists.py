# SPDX-License-Identifier: Apache-2.0
"""What a screen reader selects in a list opens, as if it had been clicked."""
import pyatspi

from hearing.bus import ROWS, find, has, part, press, select_row, wait_for, walk
from hearing.events import dialog, open_project, wait_until_closed


def press_tab(root, name):
    tab = wait_for(f"tab {name}", lambda: next(
        (node for node in walk(root) if node.getRole() == pyatspi.ROLE_PAGE_TAB
         and node.name.startswith(name)), None))
    tab.queryAction().doAction(0)


def projects(app):
    open_project(app, "Payments – prod")
    wait_for("the title of the project",
             lambda: find(app, "Payments – prod – Bucketscope", pyatspi.ROLE_FRAME))
    part(app, "1–31 of 31", pyatspi.ROLE_LABEL)


def export_buckets(app):
    table = part(app, "Export buckets", *ROWS)
    name = wait_for("the fourth row", lambda: table.queryTable().getAccessibleAt(3, 0).name)
    select_row(app, "Export buckets", 3)
    details = part(app, "Bucket details", pyatspi.ROLE_PANEL)
    wait_for("the details of the fourth row", lambda: (
        (field := find(details, "Name", pyatspi.ROLE_TEXT))
        and field.queryText().getText(0, -1) == name))


def export_jobs(app):
    details = part(app, "Bucket details", pyatspi.ROLE_PANEL)
    press_tab(details, "Export jobs")
    select_row(app, "Export jobs", 1)
    button = part(details, "Copy destination", pyatspi.ROLE_PUSH_BUTTON)
    wait_for("the destination of the selected job", lambda: has(button, pyatspi.STATE_ENABLED))


def categories(app):
    press(app, "Settings")
    settings = dialog(app, "Settings")
    select_row(settings, "Categories", 2)
    part(settings, "Theme", pyatspi.ROLE_COMBO_BOX)
    press(settings, "Cancel")
    wait_until_closed(app, "Settings")
