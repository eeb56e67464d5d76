#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Looks at what goes into a package: one version in all places, and a whole bill of materials.

Usage: packagefiles.py BUILD, after the programs were built there.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree

sys.dont_write_bytecode = True
import billofmaterials  # pylint: disable=wrong-import-position

PROJECT = billofmaterials.PROJECT
BUILD = pathlib.Path(sys.argv.pop(1))
PROGRAM = "ui/program/bucketscope-cli"
VERSION = billofmaterials.version()


def text_of(path):
    return (PROJECT / path).read_text(encoding="utf-8")


# All members that the schema of SPDX 2.3 knows of a document, a package and a reference. No package of
# Debian has that schema, which allows no others.
MEMBERS = {
    "document": {
        "SPDXID", "annotations", "comment", "creationInfo", "dataLicense", "documentDescribes", "documentNamespace",
        "externalDocumentRefs", "files", "hasExtractedLicensingInfos", "name", "packages", "relationships",
        "revieweds", "snippets", "spdxVersion"},
    "package": {
        "SPDXID", "annotations", "attributionTexts", "builtDate", "checksums", "comment", "copyrightText",
        "description", "downloadLocation", "externalRefs", "filesAnalyzed", "hasFiles", "homepage",
        "licenseComments", "licenseConcluded", "licenseDeclared", "licenseInfoFromFiles", "name", "originator",
        "packageFileName", "packageVerificationCode", "primaryPackagePurpose", "releaseDate", "sourceInfo",
        "summary", "supplier", "validUntilDate", "versionInfo"},
    "reference": {"comment", "referenceCategory", "referenceLocator", "referenceType"},
}


class Versions(unittest.TestCase):
    def test_changelog_and_metainfo_have_the_release(self):
        number, day = re.search(r"^## \[(\S+)\] - (\d{4}-\d\d-\d\d)$", text_of("CHANGELOG.md"), re.MULTILINE).groups()
        self.assertEqual(number, VERSION)
        metainfo = xml.etree.ElementTree.parse(PROJECT / "resources/io.github.bucketscope.Bucketscope.metainfo.xml")
        release = metainfo.find("releases/release")
        self.assertEqual((release.get("version"), release.get("date")), (VERSION, day))
        image = metainfo.find("screenshots/screenshot/image")
        self.assertTrue(image.text.startswith("https://"))
        picture = PROJECT / image.text.partition(f"/v{VERSION}/")[2]
        size = [int.from_bytes(picture.read_bytes()[at:at + 4], "big") for at in (16, 20)]
        self.assertEqual([int(image.get("width")), int(image.get("height"))], size)

    def test_programs_and_manual_page_say_it(self):
        said = subprocess.run([BUILD / PROGRAM, "--version"], check=True, stdout=subprocess.PIPE, text=True)
        self.assertEqual(said.stdout, f"Bucketscope {VERSION}\n")
        page = (BUILD / "resources/packaging/bucketscope.1").read_text(encoding="utf-8")
        self.assertIn(f"Bucketscope {VERSION}", page.splitlines()[0])

    def test_security_names_the_line_of_releases(self):
        self.assertIn(f" {VERSION.split('.', maxsplit=1)[0]}.x", text_of("SECURITY.md"))

    def test_license_is_whole(self):
        debians = pathlib.Path("/usr/share/common-licenses/Apache-2.0")
        if debians.exists():
            self.assertEqual(text_of("LICENSE"), debians.read_text(encoding="utf-8"))


class Flatpak(unittest.TestCase):
    """No package of Debian has what builds it: what can be known of it without is compared."""

    ID = "io.github.bucketscope.Bucketscope"
    # What KDE's runtime has.
    IN_RUNTIME = {"Qt6", "Fontconfig", "Threads", "ZLIB", "SQLite3"}
    MODULES = {"Qt6Keychain": "qtkeychain"}

    @classmethod
    def setUpClass(cls):
        cls.manifest = json.loads(text_of(f"resources/packaging/flatpak/{cls.ID}.json"))

    def test_is_of_this_program(self):
        self.assertEqual(self.manifest["id"], self.ID)
        desktop = text_of(f"resources/{self.ID}.desktop")
        self.assertRegex(desktop, rf"(?m)^Exec={self.manifest['command']}\b")

    def test_builds_what_the_runtime_lacks(self):
        wanted = set(re.findall(r"^find_package\(([\w-]+)", text_of("CMakeLists.txt"), re.MULTILINE)) - self.IN_RUNTIME
        built = [module["name"] for module in self.manifest["modules"]]
        self.assertEqual(built[-1], "bucketscope")
        self.assertEqual(set(built[:-1]), {self.MODULES.get(name, name) for name in wanted})


class BillOfMaterials(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.environ["SOURCE_DATE_EPOCH"] = "1700000000"
        cls.bill = billofmaterials.bill(BUILD, [PROGRAM])
        cls.packages = {package["SPDXID"]: package for package in cls.bill["packages"]}

    def names(self, kind):
        ends = [{relation["spdxElementId"], relation["relatedSpdxElement"]} for relation in self.bill["relationships"]
                if relation["relationshipType"] == kind]
        return {self.packages[end.difference({billofmaterials.NAME}).pop()]["name"] for end in ends}

    def test_document_is_spdx(self):
        self.assertEqual(self.bill["spdxVersion"], "SPDX-2.3")
        self.assertEqual(self.bill["dataLicense"], "CC0-1.0")
        self.assertEqual(self.bill["SPDXID"], "SPDXRef-DOCUMENT")
        self.assertEqual(self.bill["creationInfo"]["created"], "2023-11-14T22:13:20Z")
        self.assertRegex(self.bill["documentNamespace"], r"^https://[^#\s]+$")
        for creator in self.bill["creationInfo"]["creators"]:
            self.assertRegex(creator, r"^(Person|Organization|Tool): \S")

    def test_members_are_known(self):
        self.assertLessEqual(set(self.bill), MEMBERS["document"])
        self.assertLessEqual(set(self.bill["creationInfo"]), {"comment", "created", "creators", "licenseListVersion"})
        for package in self.bill["packages"]:
            self.assertLessEqual(set(package), MEMBERS["package"])
            for reference in package.get("externalRefs", []):
                self.assertLessEqual(set(reference), MEMBERS["reference"])
                self.assertEqual(reference["referenceCategory"], "PACKAGE-MANAGER")
        for relation in self.bill["relationships"]:
            self.assertLessEqual(set(relation), {"comment", "relatedSpdxElement", "relationshipType", "spdxElementId"})

    def test_packages_are_told_apart(self):
        self.assertEqual(len(self.packages), len(self.bill["packages"]))
        for identifier, package in self.packages.items():
            self.assertRegex(identifier, r"^SPDXRef-[A-Za-z0-9.-]+$")
            for key in ("name", "versionInfo", "downloadLocation", "licenseConcluded", "licenseDeclared", "copyrightText"):
                self.assertTrue(package[key], f"{identifier}: {key}")
            self.assertIs(package["filesAnalyzed"], False)
            for reference in package.get("externalRefs", []):
                self.assertRegex(reference["referenceLocator"], r"^pkg:deb/debian/[a-z0-9.%B-]+@[^\s?]+\?arch=\w+$")
        self.assertEqual(self.packages[billofmaterials.NAME]["versionInfo"], VERSION)

    def test_relations_lead_to_packages(self):
        known = set(self.packages) | {"SPDXRef-DOCUMENT"}
        related = set()
        for relation in self.bill["relationships"]:
            related |= {relation["spdxElementId"], relation["relatedSpdxElement"]}
        self.assertEqual(related, known)

    def test_holds_what_is_linked_loaded_and_compiled_in(self):
        linked = "\n".join(self.names("DYNAMIC_LINK"))
        for name in ("libqt6core6", "libqt6network6", "libsimdjson", "libsqlite3-0", "libqt6keychain1", "libc6"):
            self.assertIn(name, linked)
        # Qt opens it by itself, to speak TLS.
        self.assertIn("libssl3", "\n".join(self.names("RUNTIME_DEPENDENCY_OF")))
        self.assertLessEqual({"libexpected-dev", "qt6-base-dev"}, self.names("BUILD_DEPENDENCY_OF"))

    def test_is_the_same_again(self):
        self.assertEqual(billofmaterials.bill(BUILD, [PROGRAM]), self.bill)


if __name__ == "__main__":
    unittest.main()
