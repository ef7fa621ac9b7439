"""Records of older versions of this program into those of today, one step a version; newer ones are refused kindly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from audiosep_core.errors import AudioReadError

SCHEMA_VERSION = 1
"""Counts up when yesterday's program would misunderstand a record of today; a new field with a default is no reason."""

Record = dict[str, Any]
Step = Callable[[Record], Record]

STEPS: dict[int, Step] = {}
"""From version n to n + 1, by n. A step gets a record of its own to change."""


def migrated(record: Mapping[str, Any], steps: Mapping[int, Step] = STEPS, current: int = SCHEMA_VERSION) -> Record:
    """A record as today's program writes it.

    Raises:
        AudioReadError: "project-newer", or "project-damaged" where the version makes no sense.
    """
    found = dict(record)
    version = found.get("schema_version")
    if isinstance(version, bool) or not isinstance(version, int) or version < min((current, *steps)):
        raise damaged(f"version {version!r}")
    if version > current:
        text = _tr("This project was saved by a newer version of AudioSep ({version}). Nothing in it was changed.")
        program = found.get("program")
        told = program if isinstance(program, str) and len(program) < 40 else str(version)
        raise AudioReadError("project-newer", text.format(version=told), _tr("Update AudioSep to open it."))
    while version < current:
        found = steps[version](found)
        version += 1
        found["schema_version"] = version
    return found


def damaged(why: str) -> AudioReadError:
    """What a person is told of a record that makes no sense; `why` is for the log."""
    error = AudioReadError(
        "project-damaged",
        _tr("This project is damaged: it could not be read. Nothing in it was changed."),
        _tr("Its sounds are in its folder “stems”."),
    )
    error.add_note(why)
    return error


def _tr(text: str) -> str:
    return QCoreApplication.translate("storage", text)
