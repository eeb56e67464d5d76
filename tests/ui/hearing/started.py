# SPDX-License-Identifier: Apache-2.0
"""The program, its server and the accessibility bus, started for a test."""
import contextlib
import os
import re
import subprocess
import tempfile

import pyatspi

from hearing.bus import PATIENCE, Missed, wait_for

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
SECRETS = ("MONGODB_ATLAS_CLIENT_ID", "MONGODB_ATLAS_CLIENT_SECRET")


@contextlib.contextmanager
def started(*command, **options):
    process = subprocess.Popen(command, **options)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def bus():
    with started(LAUNCHER, "--launch-immediately"):
        yield


@contextlib.contextmanager
def server(atlassim):
    """A server of the sample; gives the variables that lead to it."""
    with started(atlassim, stdout=subprocess.PIPE, text=True) as process:
        variables = {}
        while SECRETS[1] not in variables:
            line = process.stdout.readline()
            if not line:
                raise Missed("the server did not start")
            found = re.match(r"export (\w+)='?([^'\n]*)'?", line)
            if found:
                variables[found[1]] = found[2]
        yield {name: value for name, value in variables.items() if "_API_KEY" not in name}


def on_desktop():
    return next((a for a in pyatspi.Registry.getDesktop(0) if a and a.name == "bucketscope"), None)


@contextlib.contextmanager
def program(bucketscope, language, variables):
    """The program with settings of its own; gives its root on the bus."""
    with tempfile.TemporaryDirectory() as home:
        folders = {name: home for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                                           "XDG_DATA_HOME")}
        environment = {**os.environ, **variables, **folders,
                       "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        with started(bucketscope, "--language", language, env=environment) as process:
            yield wait_for("the program", on_desktop)
            if process.poll() is not None:
                raise Missed(f"the program ended with {process.returncode}")
        wait_for("the end of the program", lambda: not on_desktop())
