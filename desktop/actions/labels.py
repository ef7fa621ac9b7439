"""Hits as labels that other programs read, written by a thread: Audacity's label track, or CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from audiosep_core.library.whole_file import write_whole
from desktop.services.notices import NoticeBus


@dataclass(frozen=True)
class Label:
    """A stretch in seconds, its words, and how clearly they are heard (0 to 1; None for a region)."""

    start_s: float
    end_s: float
    text: str
    score: float | None = None
    band_hz: tuple[float, float] | None = None


def audacity(labels: Sequence[Label]) -> str:
    """A label track: start, end, text, parted by tabs; a band on a line of its own, behind a backslash."""
    lines = []
    for label in sorted(labels, key=lambda one: (one.start_s, one.end_s)):
        # A tab or a line break in the words would begin another column or label.
        text = " ".join(label.text.split())
        score = "" if label.score is None else f" ({label.score:.0%})"
        lines.append(f"{label.start_s:.6f}\t{label.end_s:.6f}\t{text}{score}\n")
        if label.band_hz is not None:
            lines.append(f"\\\t{label.band_hz[0]:.6f}\t{label.band_hz[1]:.6f}\n")
    return "".join(lines)


def comma_separated(labels: Sequence[Label]) -> str:
    """CSV with a head line; what is unknown is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["start_s", "end_s", "label", "score", "low_hz", "high_hz"])
    for label in sorted(labels, key=lambda one: (one.start_s, one.end_s)):
        score = "" if label.score is None else f"{label.score:.3f}"
        low, high = label.band_hz if label.band_hz is not None else ("", "")
        writer.writerow([f"{label.start_s:.6f}", f"{label.end_s:.6f}", label.text, score, low, high])
    return out.getvalue()


class LabelWriter(QObject):
    """Writes labels off the window's thread and says what became of it.

    Signals:
        written: A file is there (its path).
        failed: It could not be written (its path, why).
    """

    written = Signal(str)
    failed = Signal(str, str)

    def __init__(self, notices: NoticeBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.written.connect(self._tell_written)
        self.failed.connect(self._tell_failed)

    def write(self, path: Path, labels: Sequence[Label]) -> None:
        """Write to `path`: CSV where it ends so, else Audacity's labels. The file appears whole or not at all."""
        text = comma_separated(labels) if path.suffix.lower() == ".csv" else audacity(labels)
        self._pool.start(_Writing(self, path, text))

    def shutdown(self) -> None:
        """Write what waits, and end the thread."""
        self._pool.waitForDone()

    def _tell_written(self, path: str) -> None:
        text = self.tr("Saved “{name}”.").format(name=Path(path).name)
        self._notices.info(text, action=f"show-folder:{Path(path).parent}")

    def _tell_failed(self, path: str, why: str) -> None:
        text = self.tr("“{name}” could not be written: {why}.").format(name=Path(path).name, why=why)
        self._notices.error(text, self.tr("Choose another folder."))


class _Writing(QRunnable):
    def __init__(self, writer: LabelWriter, path: Path, text: str) -> None:
        super().__init__()
        self._writer, self._path, self._text = writer, path, text

    def run(self) -> None:
        try:
            write_whole(self._path, self._text)
        except OSError as error:
            self._writer.failed.emit(str(self._path), error.strerror or str(error))
        else:
            self._writer.written.emit(str(self._path))
