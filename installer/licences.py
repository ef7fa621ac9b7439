"""Under which licences this program may build on others' work, and who is not told of in THIRD_PARTY.md.

Looked at is what is installed: the metadata of every distribution that the program needs, and of what those need.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from packaging.requirements import Requirement

from installer.packages.contents import Distribution, canonical
from installer.packages.notices import licence_name

ALLOWED = frozenset({
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "HPND", "ISC", "LGPL-2.1-or-later",
    "LGPL-3.0-only", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Python-2.0", "Unlicense", "Zlib",
})  # fmt: skip
"""What a program under the MIT licence may be passed on with, as long as the notices are. In the names of SPDX."""

_NAMES = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache 2.0 License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "BSD 3-Clause": "BSD-3-Clause",
    "BSD 3-Clause License": "BSD-3-Clause",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "OSI Approved :: Apache Software License": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""What metadata of older packages say instead."""

_KNOWN_OTHERWISE = {
    "atheris": "Apache-2.0",
    "matplotlib": "PSF-2.0",  # the field has the whole text, which is like Python's
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
}
"""Licences that were read by hand."""

NEVER_PASSED_ON = re.compile(r"nvidia-|cuda-")
"""Come to the person from their makers, with PyTorch for their cards; no package of this program has them."""

_CALLED = {"av": "PyAV", "torch": "PyTorch", "soxr": "python-soxr"}
"""Names in THIRD_PARTY.md, where they are others than the packages'."""


def objections(distributions: Iterable[Distribution]) -> list[str]:
    """A line for everyone whose licence is not on the list, or not to be found out."""
    found = []
    for distribution in distributions:
        name = canonical(distribution.name)
        licence = _KNOWN_OTHERWISE.get(name) or licence_name(distribution)
        if not NEVER_PASSED_ON.match(name) and not is_allowed(licence):
            found.append(f"{distribution.name} {distribution.version}: {licence or 'no licence in its metadata'}")
    return found


def is_allowed(licence: str) -> bool:
    """Whether an SPDX expression, or what stands for one, can be met by what is on the list."""
    licence = _NAMES.get(licence, licence)
    return any(
        all(_NAMES.get(part, part) in ALLOWED for part in re.split(r" AND |, ", way)) for way in licence.split(" OR ")
    )


def unlisted(requirements: Iterable[Requirement], page: str) -> list[str]:
    """Names that the text of THIRD_PARTY.md does not have."""
    words = page.casefold()
    names = {canonical(one.name) for one in requirements}
    return sorted(name for name in names if not _has(words, _CALLED.get(name, name).casefold()))


def _has(words: str, name: str) -> bool:
    pattern = re.escape(name).replace(r"\-", "[-_. ]")
    return re.search(rf"(?<![\w-]){pattern}(?![\w-])", words) is not None
