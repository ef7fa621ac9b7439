"""What a package is made of, for programs that look for known faults: a bill of materials in CycloneDX 1.6, JSON.

Names, versions, licences and who needs whom. It names no places to download from. The same parts give the same file.
"""

from __future__ import annotations

import importlib.metadata
import json
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from installer.packages import facts
from installer.packages.contents import Distribution, canonical, inside
from installer.packages.notices import Notice, licence_name, of_libraries


def bill(distributions: Iterable[Distribution], native: Iterable[Notice] = ()) -> dict[str, Any]:
    """The bill of materials of the program.

    Args:
        distributions: What is inside; the program's own is left out where it is among them.
        native: Libraries inside that are no distributions.
    """
    parts = {canonical(one.name): one for one in distributions if canonical(one.name) != facts.NAME}
    own = {"type": "application", "bom-ref": facts.NAME, "name": facts.NAME, "version": facts.version(),
           "licenses": [{"license": {"id": "MIT"}}]}  # fmt: skip
    components = [_component(name, parts[name]) for name in sorted(parts)]
    libraries = [_library(notice) for notice in native]
    content = {
        "metadata": {"component": own},
        "components": components + libraries,
        "dependencies": [
            {"ref": facts.NAME, "dependsOn": sorted(parts) + [one["bom-ref"] for one in libraries]},
            *({"ref": name, "dependsOn": sorted(needs(parts[name]) & set(parts))} for name in sorted(parts)),
        ],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(content, sort_keys=True))
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": f"urn:uuid:{serial}", "version": 1}
    return {**head, **content}


def write_bill(frozen: Path, out: Path) -> None:
    """Write the bill of a frozen program into a folder; this environment is the one that it was made in."""
    distributions = inside(frozen)
    parts = bill(distributions, of_libraries(frozen, distributions))
    write(parts, out / f"{facts.NAME}-{facts.version()}.cdx.json")


def write(parts: Mapping[str, Any], target: Path) -> None:
    """Write a bill of materials into a file."""
    target.write_text(json.dumps(parts, indent=1, ensure_ascii=False) + "\n", "utf-8")


def closure(root: str = facts.NAME, extras: Iterable[str] = ()) -> list[Distribution]:
    """What is installed here because `root` needs it, itself included; of optional dependencies only `extras`.

    Raises:
        importlib.metadata.PackageNotFoundError: `root` is not installed.
    """
    found = {canonical(root): importlib.metadata.distribution(root)}
    waiting = [(canonical(root), frozenset(extras))]
    seen = set(waiting)
    while waiting:
        name, wanted = waiting.pop()
        for one in requirements(found[name], wanted):
            further = canonical(one.name), frozenset(one.extras)
            if further in seen:
                continue
            seen.add(further)
            try:
                found[further[0]] = importlib.metadata.distribution(further[0])
            except importlib.metadata.PackageNotFoundError:
                continue
            waiting.append(further)
    return [found[name] for name in sorted(found)]


def requirements(distribution: Distribution, extras: Iterable[str] = ()) -> list[Requirement]:
    """What a distribution needs on this system, and for these of its extras."""
    chosen = ("", *extras)
    wanted = (Requirement(line) for line in distribution.requires or ())
    return [one for one in wanted if one.marker is None or any(one.marker.evaluate({"extra": e}) for e in chosen)]


def needs(distribution: Distribution) -> set[str]:
    """Names of what a distribution needs on this system, without its extras."""
    return {canonical(one.name) for one in requirements(distribution)}


def _component(name: str, distribution: Distribution) -> dict[str, Any]:
    found = {"type": "library", "bom-ref": name, "name": distribution.name, "version": distribution.version}
    return {**found, **_licences(licence_name(distribution))}


def _library(notice: Notice) -> dict[str, Any]:
    found = {"type": "library", "bom-ref": f"native:{canonical(notice.title.replace(' ', '-'))}", "name": notice.title}
    return {**found, **_licences(notice.licence)}


def _licences(licence: str) -> dict[str, Any]:
    return {"licenses": [{"license": {"name": licence}}]} if licence else {}
