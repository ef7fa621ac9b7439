"""The importer that `audiosep_core.library` is handed: torch is loaded only when something is imported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from audiosep_core.cancel import CancelToken
from audiosep_core.library.arrival import Importer
from audiosep_core.types import Progress


def checkpoint_importer(*, half: bool = False) -> Importer:
    """An importer of every file that `audiosep_core.model.imports` knows.

    Args:
        half: Write float16: half the size, and about a thousandth less exact.
    """

    def run(
        source: Path, folder: Path, name: str, on_progress: Callable[[Progress], None], cancel: CancelToken
    ) -> Path:
        from audiosep_core.model.imports import import_checkpoint
        from audiosep_core.query.words import KnownWords

        path = import_checkpoint(source, folder, name, half=half, on_progress=on_progress, cancel=cancel)
        KnownWords.beside(path)  # refuse what could not be used
        return path

    return run
