#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The program as assistive technology meets it, over a real accessibility bus.

Usage: heard.py BUCKETSCOPE ATLASSIM, in a session bus and an X display of its own.
"""
import os
import re
import subprocess
import sys
import tempfile
import time

import pyatspi
from gi.repository import GLib

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PATIENCE = 60
FOCUSABLE_WITHOUT_NAME = {pyatspi.ROLE_TABLE_CELL, pyatspi.ROLE_LIST_ITEM}

heard = []
failures = []


def on_showing(event):
    if event.detail1 and event.source and event.source.getRole() == pyatspi.ROLE_NOTIFICATION:
        heard.append(event.source.name)


def wait_for(what, find):
    """What `find` returns, once it is something; None after a while."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            found = find()
        except GLib.Error:  # What was looked at is gone.
            found = None
        if found:
            return found
        time.sleep(0.05)
    failures.append(f"waited in vain: {what}")
    return None


def walk(node):
    yield node
    if node.getState().contains(pyatspi.STATE_MANAGES_DESCENDANTS):
        return
    for child in node:
        if child:
            yield from walk(child)


def find(root, name, role):
    return next((node for node in walk(root) if node.name == name and node.getRole() == role
                 and node.getState().contains(pyatspi.STATE_SHOWING)), None)


def press(root, name):
    button = wait_for(f"button {name}", lambda: find(root, name, pyatspi.ROLE_PUSH_BUTTON))
    if button:
        button.queryAction().doAction(0)


def expect_heard(what, pattern):
    wait_for(f"announcement of {what}", lambda: any(re.search(pattern, text) for text in heard))
    heard.clear()


def check_names(root):
    for node in walk(root):
        state = node.getState()
        if (state.contains(pyatspi.STATE_FOCUSABLE) and state.contains(pyatspi.STATE_SHOWING)
                and node.getRole() not in FOCUSABLE_WITHOUT_NAME and not node.name):
            failures.append(f"has no name: {node.getRoleName()} in {node.parent.name!r}")


def select_row(root, name, roles, row):
    view = wait_for(name, lambda: next(filter(None, (find(root, name, r) for r in roles)), None))
    if view:
        view.queryTable().addRowSelection(row)


def check(program):
    app = wait_for("the program", lambda: next(
        (a for a in pyatspi.Registry.getDesktop(0) if a and a.name == "bucketscope"), None))
    if not app:
        return
    lists = (pyatspi.ROLE_LIST, pyatspi.ROLE_TABLE)
    expect_heard("a page", r"\d+–\d+")
    check_names(app)
    press(app, "Refresh")
    expect_heard("a refresh", r"\d+–\d+")
    select_row(app, "Projects", lists, 2)
    expect_heard("another project", r".+: ")
    select_row(app, "Projects", lists, 0)
    expect_heard("the end of a sweep", r"projects")
    check_names(app)
    press(app, "Settings")
    select_row(app, "Categories", lists, 2)
    wait_for("the page Appearance", lambda: find(app, "Theme", pyatspi.ROLE_COMBO_BOX))
    check_names(app)


def start_server(atlassim):
    server = subprocess.Popen([atlassim], stdout=subprocess.PIPE, text=True)
    environment = {}
    while len(environment) < 5:
        line = server.stdout.readline()
        if not line:
            sys.exit("the server did not start")
        found = re.match(r"export (\w+)='?([^'\n]*)'?", line)
        if found:
            environment[found[1]] = found[2]
    for name in ("MONGODB_ATLAS_PUBLIC_API_KEY", "MONGODB_ATLAS_PRIVATE_API_KEY"):
        del environment[name]
    return server, environment


def main():
    bucketscope, atlassim = sys.argv[1:]
    launcher = subprocess.Popen([LAUNCHER, "--launch-immediately"])
    server, credentials = start_server(atlassim)
    pyatspi.Registry.registerEventListener(on_showing, "object:state-changed:showing")
    with tempfile.TemporaryDirectory() as home:
        folders = {name: home for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
        program = subprocess.Popen(
            [bucketscope, "--language", "en"],
            env={**os.environ, **credentials, **folders, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
        try:
            check(program)
            if program.poll() is not None:
                failures.append(f"the program ended with {program.returncode}")
        finally:
            for process in (program, server, launcher):
                process.terminate()
                process.wait()
    for failure in failures:
        print("FAIL:", failure)
    return 1 if failures else 0


sys.exit(main())
