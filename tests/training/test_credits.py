from __future__ import annotations

import csv
from pathlib import Path

from audiosep_core.training.clips import Clip
from audiosep_core.training.credits import write_credits


def test_a_name_that_is_not_utf_8_is_credited_by_its_bytes(tmp_path: Path) -> None:
    clips = [Clip(name, "bell", "bell", name, tmp_path) for name in ("caf\udce9.wav", "café.wav")]
    assert write_credits(clips, tmp_path / "credits.csv") == 2
    with (tmp_path / "credits.csv").open(newline="", encoding="utf-8") as file:
        assert [row["file"] for row in csv.DictReader(file)] == [r"caf\udce9.wav", "café.wav"]
