"""Open, mark, say, hear it alone, export: the whole way, with the real starter and the real window."""

from __future__ import annotations

import os
import signal
import tomllib
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtWidgets import QApplication, QWidget

from audiosep_core.audio.metrics import sdr_db
from audiosep_core.library.resources import resource
from desktop.document.audible import audible
from tests.e2e.hand import SEPARATION_MS, Hand

pytestmark = pytest.mark.timeout(600)


def example(title: str) -> dict:
    entries = tomllib.loads(resource("examples", "examples.toml").read_text("utf-8"))["example"]
    return next(entry for entry in entries if title in entry["title"])


def long_recording(tmp_path: Path) -> Path:
    """Twenty minutes: long enough to be stopped in the middle."""
    path = tmp_path / "long.wav"
    noise = np.random.default_rng(0).uniform(-0.3, 0.3, 20 * 60 * 16_000).astype(np.float32)
    soundfile.write(path, noise, 16_000)
    return path


def test_open_mark_ask_hear_export(hand: Hand, tmp_path: Path) -> None:
    entry = example("piano")
    source = resource("examples", entry["file"])
    hand.window.open_paths([source])
    hand.wait_for_source(source)
    truth, rate = soundfile.read(resource("examples", entry["truth"]["piano"]), dtype="float32")
    mixture, _ = soundfile.read(source, dtype="float32")

    hand.drag_selection(1.0, 9.0)
    document = hand.window.workspace.document
    selection = document.state.selection
    assert selection is not None
    assert selection.start / rate == pytest.approx(1.0, abs=0.05)
    assert selection.end / rate == pytest.approx(9.0, abs=0.05)

    hand.ask("piano")
    assert len(document.state.stems) == 1, "the stem's row is there at once"
    hand.wait(lambda: document.state.stems[0].state != "working", SEPARATION_MS)
    (stem,) = document.state.stems
    assert stem.state == "done"
    assert (stem.start, stem.end) == (selection.start, selection.end)
    row = hand.find(f"stemRow-{stem.id}")
    assert row.isVisible()

    # What was asked for is what is heard, from where it begins.
    heard = {track for track, gain in audible(document.state).items() if gain > 0}
    assert heard == {stem.id}
    assert stem.start <= hand.window.workspace.transport.position < stem.end
    # Space plays: the keyboard has left the prompt.
    assert hand.find("promptEdit") is not QApplication.focusWidget()

    hand.click("exportButton")
    dialog = hand.find("exportDialog")
    hand.find("exportFolderEdit", dialog).setText(str(tmp_path))  # type: ignore[attr-defined]
    rest_tick = hand.find("exportTick-rest", dialog)
    rest_tick.setChecked(True)  # type: ignore[attr-defined]
    combo = hand.find("exportFormatCombo", dialog)
    titles = [combo.itemText(i) for i in range(combo.count())]  # type: ignore[attr-defined]
    combo.setCurrentIndex(next(i for i, title in enumerate(titles) if "32" in title))  # type: ignore[attr-defined]
    hand.click("exportRunButton")
    hand.wait(lambda: len(list(tmp_path.glob("*.wav"))) == 2 and not hand.window.workspace.exporting.working, 60_000)

    files = {path.stem.rsplit("(", 1)[1].rstrip(")"): path for path in tmp_path.glob("*.wav")}
    isolated, stem_rate = soundfile.read(files.pop("piano"), dtype="float32")
    part = slice(stem.start, stem.end)
    assert (stem_rate, isolated.shape) == (rate, mixture[part].shape)
    gain = sdr_db(truth[part], isolated) - sdr_db(truth[part], mixture[part])
    assert gain >= 6.0, f"the piano came out {gain:.1f} dB better than the mixture"
    (rest_path,) = files.values()
    rest, _ = soundfile.read(rest_path, dtype="float32")
    if len(rest) == len(mixture):
        rest = rest[part]
    assert np.abs(rest + isolated - mixture[part]).max() < 1e-6


def test_undo_takes_the_stem_away_and_redo_brings_it_back(hand: Hand) -> None:
    source = resource("examples", example("rain")["file"])
    hand.window.open_paths([source])
    hand.wait_for_source(source)
    document = hand.window.workspace.document
    hand.ask("speech")
    hand.wait(lambda: document.state.stems[0].state == "done", SEPARATION_MS)
    before = document.state
    document.undo_stack.undo()
    assert document.state.stems == ()
    document.undo_stack.redo()
    assert document.state.stems == before.stems


def test_cancel_is_answered_and_what_is_done_stays(hand: Hand, tmp_path: Path) -> None:
    source = long_recording(tmp_path)
    hand.window.open_paths([source])
    hand.wait_for_source(source)
    document = hand.window.workspace.document
    hand.ask("rain")
    hand.wait(lambda: document.state.stems[0].progress > 0, SEPARATION_MS)
    hand.click("cancelButton")
    hand.wait(lambda: document.state.stems[0].state == "cancelled", 5_000)
    assert not hand.window.workspace.separation.working


def test_a_killed_engine_is_told_and_restarted(hand: Hand, tmp_path: Path) -> None:
    source = long_recording(tmp_path)
    hand.window.open_paths([source])
    hand.wait_for_source(source)
    workspace = hand.window.workspace
    hand.ask("rain")
    hand.wait(lambda: workspace.document.state.stems[0].progress > 0, SEPARATION_MS)
    pid = workspace.inference.child_pid
    assert pid is not None
    os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    hand.wait(lambda: workspace.document.state.stems[0].state == "failed")
    notice = hand.find("noticeLabel")
    assert "The separation engine stopped. Your stems are safe." in notice.text()  # type: ignore[attr-defined]
    hand.click("restartEngineButton")
    # A short stretch this time.
    hand.drag_selection(60.0, 120.0)
    hand.ask("wind")
    hand.wait(lambda: workspace.document.state.stems[-1].state == "done", SEPARATION_MS)


def test_the_window_lives_while_the_engine_loads(hand: Hand, tmp_path: Path) -> None:
    """The longest gap between two ticks of a 10 ms timer on the GUI thread stays short while torch is imported."""
    from PySide6.QtCore import QElapsedTimer, QTimer

    source = resource("examples", example("siren")["file"])
    hand.window.open_paths([source])
    hand.wait_for_source(source)
    clock, gaps = QElapsedTimer(), [0]
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: gaps.append(clock.restart()))
    clock.start()
    timer.start()
    document = hand.window.workspace.document
    hand.ask("siren")
    hand.wait(lambda: document.state.stems[0].state == "done", SEPARATION_MS)
    timer.stop()
    assert max(gaps) < 2_000, "the GUI thread stood still"


def test_every_operated_widget_can_be_found_and_is_named(hand: Hand) -> None:
    names = ["promptEdit", "separateButton", "playButton", "stopButton", "loopButton", "exportButton", "openButton",
             "abButton", "volumeSlider", "modelCombo", "historyList", "cancelButton"]  # fmt: skip
    for name in names:
        assert hand.find(name).accessibleName(), f"{name} has no accessible name"
    assert isinstance(hand.find("emptyState"), QWidget)
