"""Why a model could not be had, each in one sentence: what happened, what is safe, what to do next."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from audiosep_core.errors import AudioSepError, ModelError

OWN_FILE = "use a file that you already have"
"""The way out that is always there."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


def megabytes(size: int) -> str:
    """A size as a person reads it: "1,265 MB", or "0.9 MB" where that would be "1"."""
    return f"{size / 1e6:,.0f} MB" if size >= 10_000_000 else f"{size / 1e6:.1f} MB"


def kept(have: int, total: int) -> str:
    """What of a download is safe."""
    if not have:
        return "Nothing was downloaded yet."
    return f"{megabytes(have)} of {megabytes(total)} are here and kept."


def unreachable(have: int, total: int) -> AudioSepError:
    """No network: no name, no route, no answer, no proxy."""
    return AudioSepError(
        "network-down",
        f"The model hub cannot be reached. {kept(have, total)}",
        f"Check the connection and try again, or {OWN_FILE}.",
    )


def switched_off() -> AudioSepError:
    """HF_HUB_OFFLINE."""
    return AudioSepError(
        "network-off",
        "Downloads are switched off on this computer (HF_HUB_OFFLINE). Nothing was changed.",
        f"Unset HF_HUB_OFFLINE and try again, or {OWN_FILE}.",
    )


def insecure(where: str) -> AudioSepError:
    """A hub, or a place that it sends us to, which anybody on the way could read along with."""
    return AudioSepError(
        "hub-insecure",
        f"The address of the model hub is not secure: it does not begin with https ({where}). Nothing was downloaded.",
        f"Let HF_ENDPOINT name an https address and try again, or {OWN_FILE}.",
    )


def cut(have: int, total: int) -> AudioSepError:
    """The connection broke in the middle, and again."""
    return AudioSepError(
        "download-cut",
        f"The download stopped at {megabytes(have)} of {megabytes(total)}. What is here is kept.",
        f"Try again to go on from there, or {OWN_FILE}.",
    )


def gone(where: str) -> AudioSepError:
    """404: moved, renamed, deleted."""
    return AudioSepError(
        "model-gone",
        f"The file is not in its place on the hub any more ({where}). Nothing was changed.",
        f"Look for a newer version of this program, or {OWN_FILE}.",
    )


def refused(where: str) -> AudioSepError:
    """401, 403: gated or private; the hub says the same of what is gone."""
    return AudioSepError(
        "access-refused",
        f"The hub does not hand out the file without an account ({where}). This program has none.",
        f"Get the file from its page with your browser, then {OWN_FILE}.",
    )


def answered(status: int, where: str, have: int, total: int) -> AudioSepError:
    """Any other answer that is no file."""
    return AudioSepError(
        "hub-error",
        f"The hub answered with an error ({status}, {where}). {kept(have, total)}",
        f"Try again later, or {OWN_FILE}.",
    )


def another_file(where: str) -> ModelError:
    """What is offered is not what this program was told to expect; a log-in page of a hotel, for example."""
    return ModelError(
        "download-other",
        f"What the hub offers is another file than this program knows ({where}). It was not downloaded.",
        f"Check that your network does not ask you to log in, then try again, or {OWN_FILE}.",
    )


def damaged() -> ModelError:
    """The checksum is wrong."""
    return ModelError(
        "download-damaged",
        "The file that came is damaged: its checksum is wrong. It was removed and not used.",
        f"Download it again, or {OWN_FILE}.",
    )


def no_room(folder: Path, needed: int, free: int) -> AudioSepError:
    """Told before the start."""
    return AudioSepError(
        "disk-full",
        f"There is not enough room: {megabytes(needed)} are needed in '{folder}', {megabytes(free)} are free. "
        "Nothing was downloaded.",
        f"Make room and try again, or {OWN_FILE}.",
    )


@contextlib.contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn what the system says of a folder into words.

    Raises:
        AudioSepError: "disk-full" or "folder-read-only". Other OSErrors pass.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise AudioSepError(
                "disk-full",
                f"The disk with '{folder}' is full. What was downloaded is kept.",
                f"Make room and try again to go on from there, or {OWN_FILE}.",
            ) from error
        if error.errno in _READ_ONLY:
            raise AudioSepError(
                "folder-read-only",
                f"'{folder}' may not be written. Nothing was changed.",
                "Make it writable, or let AUDIOSEP_HOME name another folder, and try again; "
                f"to separate without installing, {OWN_FILE} by its path.",
            ) from error
        raise
