"""Which licences the person has accepted: asked once a model, remembered in the data folder."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path

from audiosep_core.errors import AudioSepError
from audiosep_core.library.catalogue import Entry
from audiosep_core.library.paths import data_folder
from audiosep_core.library.whole_file import write_whole
from audiosep_core.outside_json import read_json

Consent = Callable[[Entry], bool]
"""Shows a licence and its caveat to a person; whether they accept."""


def licence_text(entry: Entry) -> str:
    """What a person is asked to accept."""
    text = f"The licence of '{entry.title}': {entry.licence}."
    return f"{text} {entry.caveat}" if entry.caveat else text


def is_accepted(entry: Entry) -> bool:
    """Whether just this licence and caveat were accepted before; a changed text is asked about again."""
    return not entry.needs_consent or _read().get(entry.name) == _key(entry)


def accept(entry: Entry) -> None:
    """Remember that the person accepted.

    Raises:
        OSError: the data folder cannot be written.
    """
    accepted = {**_read(), entry.name: _key(entry)}
    write_whole(_path(), json.dumps(accepted, indent=2, ensure_ascii=True))


def require(entry: Entry, consent: Consent) -> None:
    """Ask, unless this was accepted before, and remember a yes.

    Raises:
        AudioSepError: "licence-not-accepted".  OSError: the data folder cannot be written.
    """
    if is_accepted(entry):
        return
    if not consent(entry):
        raise AudioSepError(
            "licence-not-accepted",
            f"{licence_text(entry)} It was not accepted, so nothing was installed.",
            "Accept it to go on.",
        )
    accept(entry)


def nobody_asked(_: Entry) -> bool:
    """The consent of a caller that cannot ask: none."""
    return False


def _path() -> Path:
    return data_folder() / "licences.json"


def _key(entry: Entry) -> str:
    return f"{entry.licence}\n{entry.caveat}"


def _read() -> dict[str, str]:
    with contextlib.suppress(OSError, ValueError):
        stored = read_json(_path().read_bytes())
        if isinstance(stored, dict):
            return {str(name): str(text) for name, text in stored.items()}
    return {}
