"""Draws what the shipped starter makes of the bundled examples: `python docs/starter_pictures.py` (extra `report`).

And, from a report of thirty rows of the benchmark (`audiosep evaluate --root ../shared/data --pairs ROWS.csv --look
spectrograms --pictures 10 --report DIR`), sheets of the worst, the middle and the best: `… starter_pictures.py DIR`.
"""

from __future__ import annotations

import io
import sys
import tempfile
import tomllib
from pathlib import Path

import soundfile
from PIL import Image

from audiosep_core import Separator, separate_file
from audiosep_core.audio.pictures import draw
from audiosep_core.library.resources import resource

IMAGES = Path(__file__).resolve().parent / "images"
SHEET_WIDTH = 960


def main() -> None:
    examples()
    if len(sys.argv) > 1:
        for kind in ("worst", "median", "best"):
            sheet(Path(sys.argv[1]) / "pictures", kind)


def examples() -> None:
    """A row for each: the recording, and what came out for each of its prompts."""
    rows = []
    separator = Separator.load("starter", "auto", "auto")
    for example in tomllib.loads(resource("examples", "examples.toml").read_text())["example"]:
        recording = resource("examples", example["file"])
        sound, rate_hz = soundfile.read(recording, dtype="float32", always_2d=True)
        panels = [(example["title"], sound.mean(axis=1))]
        with tempfile.TemporaryDirectory() as folder:
            written = separate_file(recording, example["prompts"], Path(folder), separator)
            for prompt, path in written.stems:
                stem, _ = soundfile.read(path, dtype="float32", always_2d=True)
                panels.append((f"“{prompt}”", stem.mean(axis=1)))
        rows.append(Image.open(io.BytesIO(draw(panels, rate_hz))).convert("RGB"))
    save(rows, IMAGES / "starter-examples.jpg")


def sheet(pictures: Path, kind: str) -> None:
    """Ten rows of a report below each other."""
    names = [f"1-{kind}.png", *(f"1-{kind}-{place}.png" for place in range(2, 11))]
    save([Image.open(pictures / name).convert("RGB") for name in names], IMAGES / f"starter-{kind}.jpg")


def save(rows: list[Image.Image], path: Path) -> None:
    """One picture of all the rows, small enough for a repository."""
    rows = [row.resize((SHEET_WIDTH, round(row.height * SHEET_WIDTH / row.width))) for row in rows]
    picture = Image.new("RGB", (SHEET_WIDTH, sum(row.height for row in rows)), "white")
    top = 0
    for row in rows:
        picture.paste(row, (0, top))
        top += row.height
    picture.save(path, quality=82, optimize=True)


if __name__ == "__main__":
    main()
