"""What is installed may be built on, and is told of."""

from __future__ import annotations

import importlib.metadata

import pytest
from packaging.requirements import Requirement

from installer.licences import is_allowed, objections, unlisted
from installer.packages.facts import NAME, ROOT
from installer.packages.sbom import closure, requirements

EXTRAS = importlib.metadata.distribution(NAME).metadata.get_all("Provides-Extra") or []
PAGE = (ROOT / "THIRD_PARTY.md").read_text("utf-8")


@pytest.mark.reliability
@pytest.mark.parametrize("extra", ["", *EXTRAS])
def test_every_licence_is_one_that_we_may_build_on(extra: str) -> None:
    assert objections(closure(NAME, [extra])) == []


@pytest.mark.reliability
@pytest.mark.parametrize("extra", ["", *EXTRAS])
def test_everything_that_we_ask_for_is_told_of(extra: str) -> None:
    assert unlisted(requirements(importlib.metadata.distribution(NAME), [extra]), PAGE) == []


def test_what_the_program_needs_is_followed_to_the_end() -> None:
    names = {one.name for one in closure(NAME)}
    assert {"torch", "transformers", "regex", "h11"} <= names
    assert not {"ray", "lightning", "pytest"} & names
    assert {"lightning", "contourpy"} <= {one.name for one in closure(NAME, ["train"])}


@pytest.mark.parametrize("licence", ["MIT", "GPL-3.0-only OR MIT", "BSD-3-Clause AND Zlib", "MIT License, BSD License"])
def test_what_can_be_met_is_allowed(licence: str) -> None:
    assert is_allowed(licence)


@pytest.mark.parametrize("licence", ["", "GPL-3.0-only", "AGPL-3.0", "MIT AND GPL-2.0-only", "Proprietary", "Freeware"])
def test_what_cannot_be_met_is_not(licence: str) -> None:
    assert not is_allowed(licence)


def test_a_library_that_nobody_mentions_is_named() -> None:
    asked = [Requirement("numpy>=1"), Requirement("av"), Requirement("sound"), Requirement("left_pad")]
    assert unlisted(asked, "NumPy, PyAV and soundfile") == ["left-pad", "sound"]
