#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the bill of materials of programs that were built here with Ninja on Debian, as SPDX 2.3 in
JSON: the packages of all libraries that they are linked with, of those that these depend on, and of all
headers that were compiled into them.

Usage: billofmaterials.py --build FOLDER --output FILE PROGRAM..., each PROGRAM below the build.
"""
import argparse
import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess

PROJECT = pathlib.Path(__file__).resolve().parents[2]
HOME = "https://github.com/bucketscope/Bucketscope"
NAME = "SPDXRef-Package-bucketscope"


def output_of(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout


def version():
    text = (PROJECT / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.search(r"^project\(Bucketscope VERSION ([0-9.]+) ", text, re.MULTILINE).group(1)


def headers_of(build, program):
    """The headers outside the project and its build that the program was compiled with."""
    inputs = output_of("ninja", "-C", build, "-t", "inputs", program).split()
    objects = [path for path in inputs if path.endswith((".o", ".gch", ".pch"))]
    listed = output_of("ninja", "-C", build, "-t", "deps", *objects)
    paths = {line.strip() for line in listed.splitlines() if line.startswith("    ")}
    return {path for path in paths if path.startswith("/usr/")}


def libraries_of(build, program):
    """The libraries that the program names, and those that parts of it do which were built as libraries."""
    found = dict(re.findall(r"^\s*(\S+) => (/\S+)", output_of("ldd", build / program), re.MULTILINE))
    libraries, ahead, built = set(), [build / program], set()
    while ahead:
        named = re.findall(r"NEEDED\s+(\S+)", output_of("objdump", "-p", ahead.pop()))
        paths = {pathlib.Path(found[name]) for name in named if name in found}
        parts = {path for path in paths if path.is_relative_to(build)}
        libraries |= {str(path) for path in paths - parts}
        ahead += parts - built
        built |= parts
    return libraries


def packages_of(paths):
    """The Debian packages that files came with. /lib and /usr/lib are one folder: dpkg knows either."""
    candidates = set()
    for path in paths:
        for known in (os.path.normpath(path), os.path.realpath(path)):
            candidates |= {known, known.removeprefix("/usr"), "/usr" + known.removeprefix("/usr")}
    if not candidates:
        return set()
    found = subprocess.run(["dpkg-query", "-S", *sorted(candidates)], check=False,
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    owners = [line.split(": ")[0] for line in found.splitlines() if not line.startswith("diversion")]
    return {owner for line in owners for owner in line.split(", ")}


def libraries_below(packages):
    """The packages of libraries that these depend on, and those in turn. Not by the loader: Qt looks for
    OpenSSL, and for its plugins, when it needs them."""
    form = "${Package}:${Architecture}\t${Section}\t${db:Status-Status}\t${Pre-Depends},${Depends}\n"
    installed = {}
    for line in output_of("dpkg-query", "-W", "-f", form).splitlines():
        name, section, status, depends = line.split("\t")
        if status == "installed" and section.endswith("libs"):
            names = re.findall(r"(?:^|[,|])\s*([a-z0-9][a-z0-9.+-]+)", depends)
            installed[name] = {needed + ":" + name.partition(":")[2] for needed in names}
    below, ahead = set(), set(packages)
    while ahead:
        package = ahead.pop()
        below.add(package)
        ahead |= {needed for needed in installed.get(package, ()) if needed in installed} - below
    return below - set(packages)


def reference(package):
    return "SPDXRef-Package-" + re.sub(r"[^A-Za-z0-9.-]", "-", package)


def described(package):
    """A package of Debian, as SPDX has it."""
    form = "${Package}\t${Version}\t${Architecture}\t${source:Package}\t${source:Version}\t${Homepage}"
    fields = output_of("dpkg-query", "-W", "-f", form, package).split("\t")
    name, number, architecture, source, source_version, home = fields
    entry = {
        "SPDXID": reference(package),
        "name": name,
        "versionInfo": number,
        "supplier": "Organization: Debian",
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "sourceInfo": f"Built by Debian from its source package {source} {source_version}",
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": "NOASSERTION",
        "licenseComments": f"/usr/share/doc/{name}/copyright has its licenses.",
        "copyrightText": "NOASSERTION",
        "externalRefs": [{
            "referenceCategory": "PACKAGE-MANAGER",
            "referenceType": "purl",
            "referenceLocator": f"pkg:deb/debian/{name.replace('+', '%2B')}@{number.replace('+', '%2B')}"
                                f"?arch={architecture}",
        }],
    }
    return entry | ({"homepage": home} if home else {})


def own(number):
    return {
        "SPDXID": NAME,
        "name": "bucketscope",
        "versionInfo": number,
        "supplier": "Organization: The Bucketscope developers",
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "homepage": HOME,
        "licenseConcluded": "Apache-2.0",
        "licenseDeclared": "Apache-2.0",
        "copyrightText": "2026 The Bucketscope developers",
        "primaryPackagePurpose": "APPLICATION",
    }


def parts_of(build, programs):
    """The packages that are linked, that these depend on, and that were compiled in."""
    linked, headers = set(), set()
    for program in programs:
        linked |= libraries_of(pathlib.Path(build).resolve(), program)
        headers |= headers_of(build, program)
    direct = packages_of(linked)
    return direct, libraries_below(direct), packages_of(headers)


def bill(build, programs):
    number = version()
    direct, indirect, compiled = parts_of(build, programs)
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", NAME)]
    relations += [(NAME, "DYNAMIC_LINK", reference(part)) for part in sorted(direct)]
    relations += [(reference(part), "RUNTIME_DEPENDENCY_OF", NAME) for part in sorted(indirect)]
    relations += [(reference(part), "BUILD_DEPENDENCY_OF", NAME) for part in sorted(compiled)]
    packages = [own(number)] + [described(part) for part in sorted(direct | indirect | compiled)]
    content = {
        "packages": packages,
        "relationships": [{"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}
                          for one, kind, other in relations],
    }
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH") or datetime.datetime.now().timestamp())
    created = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"bucketscope-{number}",
        "documentNamespace": f"{HOME}/spdx/bucketscope-{number}-{digest}",
        "creationInfo": {
            "created": created.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "creators": ["Organization: The Bucketscope developers",
                         f"Tool: billofmaterials.py-{number}"],
        },
        "comment": "DYNAMIC_LINK: named in the programs. RUNTIME_DEPENDENCY_OF: libraries that "
                   "these depend on. BUILD_DEPENDENCY_OF: headers were compiled in; of a library that has "
                   "nothing but headers, all of it. Versions are those of the build.",
    } | content


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("programs", nargs="+", metavar="PROGRAM")
    options = parser.parse_args()
    output = pathlib.Path(options.output)
    output.parent.mkdir(parents=True, exist_ok=True)
    document = bill(options.build, options.programs)
    output.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
