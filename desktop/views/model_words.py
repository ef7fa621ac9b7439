"""What the window says of models: sizes, facts, how far a download is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from audiosep_core.library.failures import megabytes
from audiosep_core.library.registry import ModelInfo
from desktop.actions.models import ModelWork

__all__ = ["facts", "megabytes", "progress", "status"]


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)


def facts(info: ModelInfo) -> str:
    """Size and licence in one line."""
    if info.installed:
        size = _tr("{size} on this computer").format(size=megabytes(info.size_bytes))
    else:
        size = _tr("{size} to download").format(size=megabytes(info.download_bytes))
    parts = [size, _tr("Licence: {licence}").format(licence=info.licence)]
    if info.origin == "bundled":
        parts.insert(0, _tr("Comes with the program"))
    return "  ·  ".join(parts)


def progress(work: ModelWork) -> str:
    """How far it is, for the card that names the model already."""
    if work.kind == "remove":
        return _tr("Removing")
    if work.phase == "downloading" and work.total:
        return _tr("{done} of {total}").format(done=megabytes(work.done), total=megabytes(work.total))
    words = {
        "queued": _tr("Waiting for the one before"),
        "starting": _tr("Connecting"),
        "waiting": _tr("Another program is getting it; waiting for that"),
        "checking": _tr("Checking what is here"),
        "downloading": _tr("Connecting"),
        "importing": _tr("Making it ready for use"),
    }
    if work.kind == "import" and work.phase == "starting":
        return _tr("Reading the file")
    return words.get(work.phase, "")


def status(work: ModelWork) -> str:
    """What is done, for the status line."""
    if work.kind == "remove":
        text = _tr("Removing “{title}”")
    elif work.phase == "downloading" and work.total:
        text = _tr("Downloading “{title}”: {done} of {total}")
    elif work.phase == "importing":
        text = _tr("Making “{title}” ready for use")
    else:
        text = _tr("“{title}”: {what}")
    what = progress(work)
    what = what[:1].lower() + what[1:]
    return text.format(title=work.title, done=megabytes(work.done), total=megabytes(work.total), what=what)
