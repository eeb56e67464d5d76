# SPDX-License-Identifier: Apache-2.0
"""Whether all that takes the focus has a name, in whatever language: found by roles and keys."""
import pyatspi

from hearing.bus import (ROWS, Missed, click, control, find, has, is_showing, key, part,
                         wait_for, walk)

STATUS_TABS = 2
DETAILS_TABS = 5
VIEW_TABS = 4  # One is of what could not be read.
SPOKEN_BY_THEIR_VIEW = (pyatspi.ROLE_TABLE_CELL, pyatspi.ROLE_LIST_ITEM)


def takers_of_focus(root):
    found = [node for node in walk(root) if has(node, pyatspi.STATE_FOCUSABLE)
             and node.getRole() not in SPOKEN_BY_THEIR_VIEW]
    if not found:
        raise Missed(f"nothing takes the focus in {root.name!r}")
    return found


def nameless(root):
    for node in takers_of_focus(root):
        if not node.name:
            yield f"{node.getRoleName()} in {node.parent.name!r}"
        if node.getRole() in ROWS and node.queryTable().nRows > 0:
            first = node.queryTable().getAccessibleAt(0, 0)
            if not (first and first.name):
                yield f"the first row of {node.name!r}"


def check(root, place):
    found = list(nameless(root))
    if found:
        raise Missed(f"without a name, {place}: " + ", ".join(sorted(set(found))))


def check_tabs(root, place):
    """With each tab of each bar in view."""
    check(root, place)
    for bar in [node for node in walk(root) if node.getRole() == pyatspi.ROLE_PAGE_TAB_LIST]:
        for tab in [tab for tab in bar if is_showing(tab)]:
            tab.queryAction().doAction(0)
            wait_for(f"tab {tab.name}", lambda tab=tab: has(tab, pyatspi.STATE_SELECTED))
            check(root, f"{place}, {tab.name}")


def names_in(root):
    return [node.name for node in walk(root)]


def tab_count(window):
    return sum(1 for node in walk(window) if node.getRole() == pyatspi.ROLE_PAGE_TAB)


def main_window(app):
    return wait_for("the main window", lambda: app[0])


def a_dialog(app):
    return part(app, None, pyatspi.ROLE_DIALOG)


def close(app, dialog):
    click(dialog)
    wait_for("the active dialog", lambda: has(dialog, pyatspi.STATE_ACTIVE))
    key("Escape")
    wait_for("the end of the dialog", lambda: not find(app, None, pyatspi.ROLE_DIALOG))


def check_settings(app):
    settings = a_dialog(app)
    categories = part(settings, None, pyatspi.ROLE_LIST)
    for row in reversed(range(categories.queryTable().nRows)):
        before = names_in(settings)
        categories.queryTable().addRowSelection(row)
        wait_for("another page", lambda before=before: names_in(settings) != before)
        name = categories.queryTable().getAccessibleAt(row, 0).name
        check(settings, f"settings, {name}")
    close(app, settings)


def activate(app):
    projects = part(main_window(app), None, pyatspi.ROLE_LIST)
    click(projects)
    wait_for("the focus", lambda: has(projects, pyatspi.STATE_FOCUSED))


def check_keys_dialog(app):
    activate(app)
    key("F1")
    check(a_dialog(app), "keys")
    close(app, a_dialog(app))


def check_empty(app):
    """Without a profile: the settings come first."""
    check_settings(app)
    check_tabs(main_window(app), "empty window")
    check_keys_dialog(app)


def check_filled(app):
    window = main_window(app)
    wait_for("rows", lambda: part(window, None, pyatspi.ROLE_TABLE).queryTable().nRows > 0)
    check_tabs(window, "no bucket selected")
    part(window, None, pyatspi.ROLE_TABLE).queryTable().addRowSelection(0)
    wait_for("the details", lambda: tab_count(window) == STATUS_TABS + DETAILS_TABS)
    check_tabs(window, "bucket selected")
    title = window.name
    part(window, None, pyatspi.ROLE_LIST).queryTable().addRowSelection(0)
    wait_for("all projects", lambda: window.name != title
             and tab_count(window) >= STATUS_TABS + VIEW_TABS)
    check_tabs(window, "all projects")
    check_keys_dialog(app)
    activate(app)
    control("e")
    check(a_dialog(app), "export")
    close(app, a_dialog(app))
    activate(app)
    control(",")
    check_settings(app)
