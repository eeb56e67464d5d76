#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Usage: check.py FOLDER LINKS LANGUAGE…: looks at the help that was made in FOLDER as browsers and
readers do. LINKS lists the addresses outside that it may name."""
import pathlib
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from urllib.parse import urlsplit

VOID = {"meta", "link", "img", "br"}
LARGEST_PICTURE = 200_000


class Page(HTMLParser):
    """What a page is made of: its outline, its anchors, and where it leads."""

    def __init__(self, path):
        super().__init__()
        self.path = path
        self.language = None
        # What any translation has in the same order: each element of a block, with its anchor.
        self.outline = []
        self.anchors = []
        self.targets = []
        self.pictures = []
        self.open = []
        self.problems = []
        self.feed(path.read_text(encoding="utf-8"))
        if self.open:
            self.problems.append(f"not closed: {self.open}")

    def handle_starttag(self, tag, attributes):
        known = dict(attributes)
        if tag not in VOID:
            self.open.append(tag)
        if tag == "html":
            self.language = known.get("lang")
        if tag in ("script", "iframe", "object", "style") or any(n.startswith("on") for n in known):
            self.problems.append(f"<{tag}> runs something")
        if "id" in known:
            self.anchors.append(known["id"])
        if re.fullmatch(r"h\d|p|li|tr|td|th|pre|ul|ol|img|table|nav", tag):
            self.outline.append(f"{tag} {known.get('id', '')}{known.get('src', '')}".strip())
        for name in ("href", "src"):
            if name in known:
                self.targets.append(known[name])
        if tag == "img":
            self.pictures.append(known["src"])
            if not known.get("alt"):
                self.problems.append(f"{known['src']} has no text")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> closes something else, line {self.getpos()[0]}")

    def handle_data(self, data):
        if re.search(r"\{\{|\}\}|\]\(|\*\*|^\|", data):
            self.problems.append(f"left of its source: {data.strip()!r}")


def broken_targets(page, outside):
    for target in page.targets:
        parts = urlsplit(target)
        if parts.scheme or target.startswith("//"):
            if target not in outside:
                yield f"{target} is not in the list of links"
            continue
        path = page.path if not parts.path else page.path.parent / parts.path
        if not path.is_file():
            yield f"{target} is no file"
        elif parts.fragment and parts.fragment not in page.anchors:
            yield f"{target} leads nowhere"


def problems_of(page, language, outside):
    yield from page.problems
    yield from broken_targets(page, outside)
    if page.language != language:
        yield f"its language is {page.language}"
    for anchor in set(page.anchors):
        if page.anchors.count(anchor) > 1:
            yield f"two places are called {anchor}"
    for picture in page.pictures:
        file = page.path.parent / picture
        if file.is_file() and file.stat().st_size > LARGEST_PICTURE:
            yield f"{picture} is too large"
    if shutil.which("tidy"):
        said = subprocess.run(["tidy", "-q", "-e", "-utf8", str(page.path)],
                              capture_output=True, text=True, check=False).stderr
        if said:
            yield said.strip()


def differences(page, other):
    for here, there in zip(page.outline, other.outline):
        if here != there:
            yield f"{here} here is {there} in {other.language}"
            return
    if len(page.outline) != len(other.outline):
        yield f"is not as long as in {other.language}"


def main():
    folder, links, languages = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:]
    lines = [line.split() for line in links.read_text(encoding="utf-8").splitlines()]
    outside = [line[1] for line in lines if line[0] != "#"]
    found = [f"{link} is not https" for link in outside if not link.startswith("https://")]
    found += [f"{link} is listed twice" for link in set(outside) if outside.count(link) > 1]
    pages = {language: Page(folder / language / "index.html") for language in languages}
    for language, page in pages.items():
        others = [pages[languages[0]]] if language != languages[0] else []
        texts = list(problems_of(page, language, outside))
        texts += [text for other in others for text in differences(page, other)]
        found += [f"{language}: {text}" for text in texts]
    used = {target for page in pages.values() for target in page.targets}
    found += [f"{link} is not used" for link in outside if link not in used]
    print("\n".join(found))
    sys.exit(1 if found else 0)


main()
