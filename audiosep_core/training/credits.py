"""Credits of the clips that a model was trained on: who ships the weights ships these."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from audiosep_core.training.clips import Clip
from audiosep_core.training.sources import MANIFEST

COLUMNS = ("file", "label", "author", "license", "source_repo", "source_path")


def write_credits(clips: Iterable[Clip], output: Path) -> int:
    """Write author, licence, repository and path of every clip used; what no manifest says stays empty.

    Returns:
        Number of clips.
    """
    used: dict[Path, dict[str, Clip]] = {}
    for clip in clips:
        used.setdefault(clip.root, {})[clip.file] = clip
    count = 0
    # A name that is not UTF-8 is written with its bytes as numbers.
    with output.open("w", newline="", encoding="utf-8", errors="backslashreplace") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        for root, files in used.items():
            known = _manifest(root / MANIFEST)
            for name, clip in files.items():
                writer.writerow({"file": name, "label": clip.label, **known.get(name, {})})
                count += 1
    return count


def _manifest(path: Path) -> dict[str, dict[str, str]]:
    if not path.is_file():
        return {}
    with path.open(newline="", encoding="utf-8-sig") as file:
        return {row["file"]: row for row in csv.DictReader(file) if row.get("file")}
