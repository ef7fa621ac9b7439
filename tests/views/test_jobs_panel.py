"""Jobs as a person meets them: the panel, a failed export that goes elsewhere, one that failed while others go on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from audiosep_core.audio.read import read_audio
from desktop.actions.export_formats import FORMATS, format_by_id
from desktop.actions.export_items import ExportChoice
from desktop.document.state import REST_ID, Selection
from tests.audio.films import film, packets

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def states(drive: Any) -> dict[str, str]:
    return {facts.title: facts.state for facts in drive.space.jobs.jobs}


def test_the_panel_opens_from_the_status_strip(drive: Any) -> None:
    assert not drive.find("jobsPanel").isVisible()
    drive.find("jobsButton").click()
    assert drive.find("jobsPanel").isVisible()
    assert drive.window.actions_by_id["jobs"].isChecked()
    assert drive.find("jobsEmptyLabel").isVisible()
    body, panel = drive.find("dockedBody"), drive.window.jobs_dock
    above = body.centralWidget().geometry().bottom() + 1, panel.geometry().top()
    gap = body.grab(QRect(0, above[0], body.centralWidget().width(), above[1] - above[0])).toImage()
    colors = {gap.pixel(x, y) for x in range(gap.width()) for y in range(gap.height())}
    assert len(colors) == 1, "the panel's own grip is the only one"
    drive.find("jobsCloseButton").click()
    assert not drive.find("jobsPanel").isVisible()
    assert not drive.window.actions_by_id["jobs"].isChecked()


def test_separations_queue_stop_one_by_one_and_go_on(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.find("jobsButton").click()
    drive.say("slow beep")
    drive.say("slow boop")
    drive.say("slow bop")
    drive.until(lambda: [one.state for one in drive.space.jobs.jobs] == ["running", "waiting", "waiting"])
    assert drive.find("jobsButton").text().startswith("Jobs (3)")
    running = drive.space.jobs.jobs[0].id
    part = "part 3 of 6"
    drive.until(lambda: part in drive.find(f"jobState-{running}").text())
    assert part in drive.find("statusLabel").text(), "both count alike"
    titles = [drive.find(f"jobTitle-{one.id}").geometry() for one in drive.space.jobs.jobs]
    assert len({(place.left(), place.width()) for place in titles}) == 1, "rows with a bar and without line up"
    first, second, third = (one.id for one in drive.space.jobs.jobs)
    drive.find(f"jobUp-{third}").click()
    assert [one.id for one in drive.space.jobs.jobs] == [first, third, second]
    drive.find(f"jobStop-{first}").click()
    drive.until(lambda: drive.space.jobs.job(first).state == "stopped")
    drive.until(lambda: drive.space.jobs.job(third).state == "running")
    assert drive.space.jobs.job(second).state == "waiting"
    drive.find("jobsStopAllButton").click()
    drive.until(lambda: not drive.space.jobs.current)
    assert {one.state for one in drive.space.jobs.jobs} == {"stopped"}
    stems = len(drive.document.state.stems)
    drive.find(f"jobRetry-{first}").click()
    drive.until(lambda: bool(drive.space.jobs.current))
    assert len(drive.document.state.stems) == stems  # it goes on in the stem that is there
    drive.space.jobs.stop_all()
    drive.until(lambda: not drive.space.jobs.current)


def test_one_failure_stops_nothing_else(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("refuse beep")
    drive.say("a beep")
    drive.until(lambda: set(states(drive).values()) == {"failed", "done"})
    assert states(drive)["“a beep”"] == "done"
    facts = next(one for one in drive.space.jobs.jobs if one.state == "failed")
    assert drive.find(f"jobState-{facts.id}").text().startswith("Failed. No model.")
    assert facts.can_retry
    drive.find("jobsButton").click()
    drive.until(lambda: drive.find(f"jobState-{facts.id}").width() > 0)
    state = drive.find(f"jobState-{facts.id}")
    assert not drive.find(f"jobProgress-{facts.id}").isVisible()
    assert state.width() == state.parentWidget().width(), "the reason has the bar's room"
    drive.find("jobsClearButton").click()
    assert drive.space.jobs.jobs == ()
    assert drive.find("jobsEmptyLabel").isVisible()


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="needs a folder that refuses")
def test_a_folder_that_refuses(drive: Any, recording: Path, tmp_path: Path) -> None:
    refused = tmp_path / "refused"
    refused.mkdir(mode=0o500)
    check_elsewhere(drive, recording, refused, tmp_path, f"“{refused}” is read-only.")


def test_a_failed_export_goes_to_another_folder(drive: Any, recording: Path, tmp_path: Path) -> None:
    missing = tmp_path / "unplugged"
    check_elsewhere(drive, recording, missing, tmp_path, f"The folder “{missing}” is not there.")


def test_what_the_export_dialog_says_is_said_once(drive: Any, recording: Path, tmp_path: Path) -> None:
    """And by the window, once the dialog is closed."""
    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)
    drive.window.actions_by_id["export"].trigger()
    drive.find("exportFolderEdit").setText(str(tmp_path / "unplugged"))
    drive.find("exportRunButton").click()
    drive.until(lambda: drive.window.notices.notice is not None)
    assert drive.find("exportMessage").isVisible()
    assert not drive.window.notices.isVisible()
    drive.find("exportCancelButton").click()
    assert drive.window.notices.isVisible()
    assert drive.window.notices.notice.action == f"export-elsewhere:{drive.space.jobs.jobs[0].id}"
    drive.space.notices.warning("something else")
    assert drive.find("noticeLabel").text() == "something else"


def test_an_export_into_a_new_folder_creates_it(drive: Any, recording: Path, tmp_path: Path) -> None:
    """One folder, where it was typed; not what it lies in."""
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    drive.window.actions_by_id["export"].trigger()
    new = tmp_path / "out"
    drive.find("exportFolderEdit").setText(str(new / "deeper"))
    drive.find("exportRunButton").click()
    drive.until(lambda: drive.find("exportElsewhereButton").isVisible())
    assert not drive.find("exportMakeButton").isVisible(), "its drive may not be connected"
    drive.find("exportFolderEdit").setText(str(new))
    drive.find("exportRunButton").click()
    drive.until(lambda: drive.find("exportMakeButton").isVisible())
    new.touch()
    drive.find("exportMakeButton").click()
    assert "could not be created (File exists)" in drive.find("exportMessage").text()
    assert drive.find("exportElsewhereButton").isVisible()
    new.unlink()
    drive.find("exportRunButton").click()
    drive.until(lambda: drive.find("exportMakeButton").isVisible())
    drive.find("exportMakeButton").click()
    exports = drive.space.jobs
    drive.until(lambda: any(job.kind == "export" and job.state == "done" for job in exports.jobs))
    assert [path.name for path in new.iterdir()] == [f"{recording.stem} ({stem.name}).wav"]
    assert drive.document.state.export_folder == new


def check_elsewhere(drive: Any, recording: Path, refused: Path, tmp_path: Path, said: str) -> None:
    """The result is kept, what was heard then is written, and no half of a file lies anywhere."""
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    drive.window.actions_by_id["export"].trigger()
    drive.find("exportFolderEdit").setText(str(refused))
    drive.find("exportRunButton").click()
    drive.until(lambda: drive.find("exportElsewhereButton").isVisible())
    assert drive.find("exportMessage").text().startswith(said)
    job = drive.space.jobs.jobs[0]
    assert (job.state, job.can_retry) == ("failed", True)
    assert drive.window.notices.notice.action == f"export-elsewhere:{job.id}"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert drive.space.exporting.retry_elsewhere(job.id, elsewhere)
    drive.until(lambda: drive.space.jobs.job(job.id).state == "done")
    (path,) = elsewhere.iterdir()
    assert path.name == f"{recording.stem} ({stem.name}).wav"
    assert drive.document.state.export_folder == elsewhere


@pytest.mark.parametrize(("button", "loudest"), [("exportQuieterButton", 0.9886), ("exportClipButton", 1.0)])
def test_what_is_too_loud_is_asked_about_before_it_is_written(
    drive: Any, recording: Path, tmp_path: Path, button: str, loudest: float
) -> None:
    drive.open(recording)
    drive.document.set_track("source", gain_db=12.0)
    out = tmp_path / "out"
    out.mkdir()
    drive.window.actions_by_id["export"].trigger()
    drive.find("exportTick-mix").setChecked(True)
    drive.find("exportFolderEdit").setText(str(out))
    combo = drive.find("exportFormatCombo")
    combo.setCurrentIndex(combo.findData("wav-24"))
    drive.find("exportRunButton").click()
    drive.until(lambda: drive.find(button).isVisible())
    assert not drive.find("exportElsewhereButton").isVisible()
    assert "1.5 dB too loud" in drive.find("exportMessage").text()
    QApplication.processEvents()
    assert combo.height() >= combo.sizeHint().height(), "what is said takes no room from the fields"
    assert list(out.iterdir()) == []
    job = drive.space.jobs.jobs[0].id
    assert drive.window.notices.notice.action == f"export-quieter:{job}"
    drive.find(button).click()
    drive.until(lambda: drive.space.jobs.job(job).state == "done")
    assert max(abs(read_audio(path).samples).max() for path in out.iterdir()) == pytest.approx(loudest, abs=0.001)
    assert drive.space.settings.settings.export_peaks == "warn", "for this once"
    notice = drive.window.notices.notice
    assert notice is None or notice.action != f"export-quieter:{job}"


def test_exports_queue_and_each_writes_what_was_heard_then(drive: Any, recording: Path, tmp_path: Path) -> None:
    source = drive.open(recording)
    how = {"folder": tmp_path, "format": format_by_id("wav-float")}
    first = drive.space.exporting.export(ExportChoice(("mix",), template="first", **how))
    drive.document.set_track("source", gain_db=-6.0)
    second = drive.space.exporting.export(ExportChoice(("mix",), template="second", **how))
    waiting = drive.space.exporting.export(ExportChoice(("source",), template="third", **how))
    drive.space.jobs.stop(waiting)
    drive.until(lambda: drive.space.jobs.job(second).state == "done")
    assert drive.space.jobs.job(first).state == "done"
    assert drive.space.jobs.job(waiting).state == "stopped"
    assert drive.space.jobs.job(first).title == f"1 file from “{recording.name}”"
    stems = drive.space.exporting.export(ExportChoice(("mix", "source"), template="{name}", **how))
    assert drive.space.jobs.job(stems).title == f"2 files from “{recording.name}”"
    drive.until(lambda: drive.space.jobs.job(stems).over)
    loud, soft = (soundfile.read(tmp_path / f"{name}.wav", dtype="float32")[0] for name in ("first", "second"))
    assert len(loud) == source.frames
    assert abs(soft).max() == pytest.approx(10 ** (-6 / 20) * abs(loud).max(), rel=1e-5)
    assert not list(tmp_path.glob("*third*"))


def test_export_the_selected_stem(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)
    drive.say("a boop")
    chosen = drive.stem(1)
    drive.window.tracks.focus_row(chosen.id)
    drive.window.actions_by_id["exportSelected"].trigger()
    first = drive.document.state.stems[0]
    assert drive.find(f"exportTick-{chosen.id}").isChecked()
    assert not drive.find(f"exportTick-{first.id}").isChecked()


@pytest.mark.qt_log_ignore("does not support raise", extend=True)  # the offscreen platform's, of any dialog
def test_the_selected_stem_alone_is_ticked_where_the_dialog_is_there_unless_it_exports(
    drive: Any, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive.open(recording)
    drive.say("a beep")
    first = drive.stem(0)
    drive.say("a boop")
    second = drive.stem(1)
    drive.window.actions_by_id["export"].trigger()
    drive.find("exportTick-rest").setChecked(True)
    dialog = drive.find("exportDialog")
    assert dialog.choice().track_ids == (first.id, second.id, REST_ID)
    for chosen in (second, first):
        drive.window.tracks.focus_row(chosen.id)
        drive.window.actions_by_id["exportSelected"].trigger()
        assert drive.find("exportDialog") is dialog
        assert dialog.choice().track_ids == (chosen.id,)
    monkeypatch.setattr(drive.space.exporting, "export", lambda _choice: "one that does not end")
    drive.find("exportRunButton").click()
    drive.window.tracks.focus_row(second.id)
    drive.window.actions_by_id["exportSelected"].trigger()
    assert dialog.choice().track_ids == (first.id,)


def test_choices_are_remembered(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    drive.window.actions_by_id["export"].trigger()
    assert drive.find("exportTick-source").isChecked()  # there is nothing else
    for name, data in (
        ("exportFormatCombo", "flac-16"), ("exportChannelsCombo", "mono"), ("exportConflictCombo", "skip"),
        ("exportPeaksCombo", "reduce"), ("exportRateCombo", 48000),
    ):  # fmt: skip
        combo = drive.find(name)
        combo.setCurrentIndex(combo.findData(data))
    drive.find("exportFolderEdit").setText(str(tmp_path))
    assert drive.find("exportPreview").text() == f"{recording.stem} (recording).flac"
    drive.find("exportRunButton").click()
    written = tmp_path / f"{recording.stem} (recording).flac"
    drive.until(written.exists)
    info = soundfile.info(written)
    assert (info.samplerate, info.channels, info.subtype) == (48000, 1, "PCM_16")
    drive.until(lambda: drive.window.findChild(QWidget, "exportDialog") is None)
    drive.window.actions_by_id["export"].trigger()
    assert drive.find("exportFormatCombo").currentData() == "flac-16"
    assert drive.find("exportRateCombo").currentData() == 48000
    before = written.stat().st_mtime_ns
    drive.find("exportRunButton").click()
    drive.until(lambda: drive.space.jobs.jobs[0].note.startswith("Skipped"))
    assert written.stat().st_mtime_ns == before


def test_every_format_through_the_media_process(drive: Any, recording: Path, tmp_path: Path) -> None:
    source = drive.open(recording)
    jobs = {}
    for known in FORMATS:
        choice = ExportChoice(("source",), tmp_path, known, template=known.id)
        jobs[known] = drive.space.exporting.export(choice)
    drive.until(lambda: not drive.space.jobs.current)
    assert {drive.space.jobs.job(job).state for job in jobs.values()} == {"done"}
    for known in FORMATS:
        audio = read_audio(tmp_path / f"{known.id}{known.suffix(recording)}")
        frames = round(source.frames * audio.rate_hz / source.rate_hz)
        assert 0 <= len(audio.samples) - frames <= (1023 if known.container == "m4a" else 0)


def test_a_film_gets_its_sound_back(drive: Any, tmp_path: Path) -> None:
    clip = film(tmp_path / "clip.mp4", "mp4", "mpeg4", "aac")
    drive.open(clip)
    drive.window.actions_by_id["export"].trigger()
    combo = drive.find("exportFormatCombo")
    drive.until(lambda: combo.findData("video") >= 0)
    combo.setCurrentIndex(combo.findData("video"))
    assert drive.find("exportPreview").text() == "clip (recording).mp4"
    assert not drive.find("exportRangeCombo").isEnabled()
    drive.find("exportRunButton").click()
    written = tmp_path / "clip (recording).mp4"
    drive.until(written.exists)
    assert packets(written) == packets(clip)
    drive.until(lambda: drive.window.findChild(QWidget, "exportDialog") is None)
    assert drive.space.settings.settings.export_format == "wav"  # the next recording may have no pictures


def test_of_a_box_the_dialog_says_which_band_is_written(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.document.set_selection(Selection(1000, 9000))
    drive.window.actions_by_id["export"].trigger()
    combo, tick = drive.find("exportRangeCombo"), drive.find("exportBandTick")
    dialog = drive.find("exportDialog")
    combo.setCurrentIndex(combo.findData("selection"))
    assert not tick.isVisible()
    drive.document.set_selection(Selection(1000, 9000, (200.0, 4000.0)))
    assert tick.isVisible()
    assert tick.text() == tick.accessibleName() == "Only its band, 200–4k Hz"
    assert dialog.choice().only_band
    tick.click()
    assert not dialog.choice().only_band
    combo.setCurrentIndex(combo.findData("whole"))
    assert not tick.isVisible()


@pytest.mark.parametrize(("title", "there"), [("Rain", True), ("", False)], ids=["tags", "none"])
def test_tags_are_offered_where_there_are_any(drive: Any, tmp_path: Path, title: str, there: bool) -> None:
    path = tmp_path / "rain.flac"
    with soundfile.SoundFile(path, "w", 44100, 1) as file:
        if title:
            file.title = title
        file.write(np.zeros(44100, np.float32))
    drive.open(path)
    drive.window.actions_by_id["export"].trigger()
    tick, dialog = drive.find("exportTagsTick"), drive.find("exportDialog")
    assert (tick.isEnabled(), tick.isChecked()) == (False, False), "nobody knows yet"
    assert dialog.choice().copy_tags, "what is remembered for the next recording"
    drive.until(lambda: tick.isEnabled() == there and bool(there or tick.toolTip()))
    assert tick.isChecked() == there
    assert dialog.choice().copy_tags
    if there:
        tick.click()
        assert not dialog.choice().copy_tags
        drive.space.exporting.described.emit({"tags": {"title": title}})
        assert not tick.isChecked(), "the person's word stays"


def test_rates_are_told_alike(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.window.actions_by_id["export"].trigger()
    rates, channels = drive.find("exportRateCombo"), drive.find("exportChannelsCombo")
    assert rates.itemText(0) == "As in the recording (44.1 kHz)"
    assert channels.itemText(0) == "As in the recording"
    assert [rates.itemText(place) for place in range(1, 4)] == ["22.05 kHz", "44.1 kHz", "48 kHz"]
    formats = drive.find("exportFormatCombo")
    formats.setCurrentIndex(formats.findData("opus"))
    assert "This format has no 44.1 kHz: 48 kHz are written." in drive.find("exportNote").text()


def test_the_dialog_fits_a_small_screen(drive: Any, recording: Path) -> None:
    drive.open(recording)
    for number in range(8):
        drive.say(f"beep {number}")
        drive.stem(number)
    drive.window.actions_by_id["export"].trigger()
    assert drive.find("exportDialog").minimumSizeHint().height() <= 640
