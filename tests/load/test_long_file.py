"""Hours of sound through the whole window and its processes: opened, separated, exported, saved.

AUDIOSEP_LOAD_HOURS=3 AUDIOSEP_LOAD_RATE=96000 ./run test -m slow tests/load/test_long_file.py -s
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.actions.export_formats import format_by_id
from desktop.actions.export_items import ExportChoice
from desktop.document.state import Selection
from tests.benchmarks.long_file import BLOCK_S, make, null_db, used
from tests.e2e.hand import SEPARATION_MS, Hand
from tests.load.holdings import Watch, own_mb

HOURS = float(os.environ.get("AUDIOSEP_LOAD_HOURS", "0.05"))
RATE = int(os.environ.get("AUDIOSEP_LOAD_RATE", "44100"))
STRETCH_S = 60.0
NULL_DB = -120.0
MOST_MB = {"window": 350.0, "engine": 1300.0, "media": 600.0}
"""Of the window: more than with nothing open, for tests before this one have left things in its process."""

LONG_MS = round(SEPARATION_MS + HOURS * 3_600_000)
FILES = 5
"""As large as the recording: it, its cache, the stem’s, the exported two; the project’s come when those are gone."""


@pytest.fixture
def recording(tmp_path: Path) -> Iterator[Path]:
    blocks = max(1, round(HOURS * 3600 / BLOCK_S))
    needed, free = FILES * 1.05 * blocks * BLOCK_S * RATE * 2 * 4, shutil.disk_usage(tmp_path).free
    if needed > free:
        pytest.skip(f"needs {needed / 1e9:.1f} GB in {tmp_path}, and {free / 1e9:.1f} are free")
    path = tmp_path / "hours.wav"
    make(path, RATE, 2, blocks)
    yield path
    path.unlink()


@contextmanager
def step(name: str, watch: Watch) -> Iterator[None]:
    """Tells how long a step took and what each process held at most until its end."""
    began = time.perf_counter()
    yield
    most = ", ".join(f"{role} {mb:.0f} MB" for role, mb in sorted(watch.most_mb.items()))
    print(f"{name}: {time.perf_counter() - began:.1f} s; so far at most {most}", flush=True)


@pytest.mark.reliability
@pytest.mark.slow
@pytest.mark.timeout(1200 + 4 * LONG_MS / 1000)
def test_hours_through_the_whole_job(hand: Hand, recording: Path, tmp_path: Path) -> None:
    space, empty_mb = hand.window.workspace, own_mb()
    document = space.document
    folder = tmp_path / "exported"
    folder.mkdir()

    def settled() -> bool:
        return document.state.stems[-1].state != "working"

    print(f"\n{HOURS:g} h of stereo at {RATE} Hz, {recording.stat().st_size / 1e9:.2f} GB")
    with Watch() as watch:
        with step("opened", watch):
            hand.window.open_paths([recording])
            hand.wait(lambda: bool(document.state.source and document.state.source.complete), LONG_MS)
        source = document.state.source
        assert source is not None
        with step(f"{STRETCH_S:.0f} s separated, with the start of the engine", watch):
            document.set_selection(Selection(source.frames // 2, source.frames // 2 + round(STRETCH_S * RATE)))
            hand.ask("rain")
            hand.wait(settled, SEPARATION_MS)
            assert document.state.stems[-1].state == "done"
        document.undo_stack.undo()
        with step("all of it separated", watch):
            document.set_selection(None)
            hand.ask("a tone")
            hand.wait(settled, LONG_MS)
        (stem,) = document.state.stems
        assert (stem.state, stem.start, stem.end) == ("done", 0, source.frames)
        with step("stem and rest exported", watch):
            space.exporting.export(ExportChoice((stem.id, "rest"), folder, format_by_id("wav-float")))
            hand.wait(lambda: not space.exporting.working, LONG_MS)
        print(f"{used(tmp_path) / 1e9 + used(space.folder) / 1e9:.1f} GB of disk")
        parts = sorted(folder.glob("*.wav"))
        worst = null_db(recording, parts)
        print(f"stem + rest - recording: {worst:.1f} dBFS at most")
        shutil.rmtree(folder)
        with step("project saved", watch):
            space.project.save_as(tmp_path / "hours.asproj")
            hand.wait(lambda: not space.project.working, LONG_MS)
        assert not space.project.modified
        saved = used(tmp_path / "hours.asproj") / 1e9
        print(f"project of {saved:.2f} GB")
    shutil.rmtree(tmp_path / "hours.asproj", ignore_errors=True)
    assert len(parts) == 2
    assert worst < NULL_DB
    watch.most_mb["window"] -= empty_mb
    assert all(watch.most_mb[role] < most for role, most in MOST_MB.items()), watch.most_mb
