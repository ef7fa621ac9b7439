"""Credits of the clips that a model was trained on: who ships the weights ships these."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from audiosep_core.training.clips import Clip

COLUMNS = ("file", "label", "author", "license", "source_repo", "source_path")


def write_credits(manifest: Path, clips: Iterable[Clip], output: Path) -> int:
    """Write author, licence, repository and path of every clip used; columns that a manifest lacks stay empty.

    Returns:
        Number of clips.
    """
    used = {clip.file for clip in clips}
    with manifest.open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["file"] in used]
    with output.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)
