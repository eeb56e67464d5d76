# SPDX-License-Identifier: Apache-2.0
"""What happens in the program, kind by kind, and what is to be heard of it.

Each function leaves the main window as the next one needs it. `hear` waits for a text.
"""
import os

import pyatspi

from hearing.bus import (ROWS, click, control, find, has, key, part, press, row_of, select_row,
                         set_text, wait_for)

DIALOG = (pyatspi.ROLE_DIALOG, pyatspi.ROLE_FRAME)


def dialog(app, title):
    return part(app, title, *DIALOG)


def wait_until_closed(app, title):
    wait_for(f"the end of {title}", lambda: not find(app, title, *DIALOG))


def open_project(app, name):
    projects = part(app, "Projects", *ROWS)
    select_row(app, "Projects", row_of(projects, name))


def a_page(app, hear):
    hear(r"analytics-eu: 1–11 of 11")


def a_refresh(app, hear):
    press(app, "Refresh")
    hear(r"analytics-eu: 1–11 of 11")


def another_project(app, hear):
    open_project(app, "Atlas CLI E2E")
    hear(r": 1–100 of 2,508")


def another_page(app, hear):
    press(app, "Next page")
    hear(r": 101–200 of 2,508")


def a_failure(app, hear):
    open_project(app, "Legacy")
    hear(r"New problem: 403")


def details(app, hear):
    """Of a bucket, for what comes next. They announce nothing."""
    open_project(app, "Payments – prod")
    hear(r"Payments – prod: 1–31 of 31")
    select_row(app, "Export buckets", 3)
    part(app, "Copy: Name", pyatspi.ROLE_PUSH_BUTTON)


def a_copied_field(app, hear):
    press(part(app, "Bucket details", pyatspi.ROLE_PANEL), "Copy: Name")
    hear(r"Copied\.")


def copied_rows(app, hear):
    table = select_row(app, "Export buckets", 2)
    click(table.queryTable().getAccessibleAt(2, 0))
    wait_for("the focus on the table", lambda: has(table, pyatspi.STATE_FOCUSED))
    control("c")
    hear(r"1 row.* copied")


def suggestions(app, hear):
    field = part(app, "Filter buckets", pyatspi.ROLE_TEXT)
    click(field)
    wait_for("the focus on the filter", lambda: has(field, pyatspi.STATE_FOCUSED))
    key("Down")
    hear(r"\d+ suggestion")
    key("Escape")


def matches(app, hear):
    set_text(app, "Filter buckets", "kestrel")
    hear(r"\d+ row.* match")
    set_text(app, "Filter buckets", "")


# Which of them a checkable tool button is, depends on Qt's version.
TOGGLES = (pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_PUSH_BUTTON)


def folded_details(app, _):
    """A screen reader that is told of all their parts that go drops what is said meanwhile."""
    press(app, "Show details", *TOGGLES)


def shown_details(app, _):
    press(app, "Show details", *TOGGLES)


def a_sweep(app, hear):
    select_row(app, "Projects", 0)
    hear(r"buckets in .*projects")


def an_export(app, hear, folder):
    press(app, "Export")
    export = dialog(app, "Export")
    set_text(export, "File", os.path.join(folder, "no such folder", "buckets.csv"))
    hear(r"folder")
    set_text(export, "File", os.path.join(folder, "buckets.csv"))
    press(export, "Export")
    hear(r"[\d,]+ export bucket.* exported")
    wait_until_closed(app, "Export")


def a_connection_test(app, hear):
    press(app, "Settings")
    settings = dialog(app, "Settings")
    press(settings, "Test connection")
    hear(r"Signed in\. \d+ projects")


def a_wrong_entry(app, hear):
    settings = dialog(app, "Settings")
    press(settings, "Add profile")
    name = part(settings, "Profile name", pyatspi.ROLE_TEXT)
    wait_for("the new profile", lambda: name.queryText().characterCount == 0)
    set_text(settings, "Default project", "payments")
    hear(r"24 hexadecimal digits")
    press(settings, "Remove profile")


def saved_settings(app, hear):
    press(dialog(app, "Settings"), "OK")
    hear(r"Settings saved")
    wait_until_closed(app, "Settings")
