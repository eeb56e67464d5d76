#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The program as assistive technology meets it, over a real accessibility bus.

Usage: heard.py BUCKETSCOPE ATLASSIM [--orca]
In an X display and a session bus of its own. With --orca, what Orca speaks is heard, in place of
what is sent to it, and nothing else is checked.
"""
import functools
import sys
import tempfile

from gi.repository import GLib

from hearing import ears, events, lists, names, started
from hearing.bus import Missed


class Report:
    """Goes on after a failure, so that one run tells of all."""

    def __init__(self):
        self.failures = 0

    def run(self, step, *arguments):
        name = getattr(step, "func", step).__name__
        try:
            step(*arguments)
        except (Missed, GLib.Error) as failure:
            self.failures += 1
            print(f"FAIL  {name}: {failure}", flush=True)
        else:
            print(f"PASS  {name}", flush=True)


def check_events(report, app, ear):
    with tempfile.TemporaryDirectory() as folder:
        for event in (events.a_page, events.a_refresh, events.another_project,
                      events.another_page, events.a_failure, events.details,
                      events.a_copied_field, events.copied_rows, events.suggestions,
                      events.matches, events.folded_details, events.a_sweep,
                      events.shown_details,
                      functools.partial(events.an_export, folder=folder),
                      events.a_connection_test, events.a_wrong_entry, events.saved_settings):
            report.run(event, app, ear.hear)
            ear.rest()


def check_lists(report, app):
    for opens in (lists.projects, lists.export_buckets, lists.export_jobs, lists.categories):
        report.run(opens, app)


def main():
    bucketscope, atlassim, *options = sys.argv[1:]
    report = Report()
    ear_of = ears.OrcaEar if "--orca" in options else ears.BusEar
    with started.bus(), started.server(atlassim) as credentials:
        start = functools.partial(started.program, bucketscope)
        with ear_of() as ear, start("en", credentials) as app:
            check_events(report, app, ear)
        if "--orca" in options:
            return report.failures
        with start("en", credentials) as app:
            check_lists(report, app)
        for language in ("en", "ko"):
            with start(language, credentials) as app:
                report.run(names.check_filled, app)
            with start(language, {}) as app:
                report.run(names.check_empty, app)
    return report.failures


sys.exit(1 if main() else 0)
