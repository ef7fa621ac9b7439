"""The bill of materials: whole, the same for the same parts, and without a place to download from."""

from __future__ import annotations

import importlib.metadata
import json

from installer.packages import facts, sbom
from installer.packages.notices import Notice


def parts() -> list[importlib.metadata.Distribution]:
    return sbom.closure("soundfile")


def test_everything_that_is_needed_is_in_it_with_its_version():
    told = sbom.bill(sbom.closure())
    names = {one["bom-ref"]: one for one in told["components"]}
    assert {"numpy", "pyside6", "torch", "av", "cffi", "pycparser"} <= set(names)
    assert names["numpy"]["version"] == importlib.metadata.version("numpy")
    assert facts.NAME not in names
    assert "pytest" not in names


def test_it_says_who_needs_whom():
    told = {one["ref"]: one["dependsOn"] for one in sbom.bill(parts())["dependencies"]}
    assert "cffi" in told["soundfile"]
    assert "soundfile" in told[facts.NAME]
    references = set(told)
    assert all(set(needed) <= references for needed in told.values())


def test_native_libraries_are_components_too():
    told = sbom.bill([], [Notice("GNU MP", "LGPL-3.0-or-later", "")])
    (found,) = told["components"]
    assert (found["name"], found["bom-ref"]) == ("GNU MP", "native:gnu-mp")
    assert found["licenses"] == [{"license": {"name": "LGPL-3.0-or-later"}}]


def test_it_is_the_same_again_and_another_for_other_parts():
    assert sbom.bill(parts()) == sbom.bill(reversed(parts()))
    assert sbom.bill(parts())["serialNumber"] != sbom.bill(parts()[1:])["serialNumber"]


def test_it_names_no_address():
    text = json.dumps(sbom.bill(sbom.closure()))
    assert "://" not in text
    assert "pkg:" not in text
