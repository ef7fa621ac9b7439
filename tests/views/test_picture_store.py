"""Pictures follow files that grow, stems that go and come back, and never show a rest that is not."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.peaks import PeakPyramid
from audiosep_core.audio.spectrum import SpectrumPyramid
from desktop.actions.picture_store import PictureStore
from desktop.document.commands import RemoveStem
from desktop.document.document import Document
from desktop.document.state import REST_ID, SOURCE_ID, Source, new_stem

RATE = 8000


def test_deep_zoom_shows_what_was_read_later(qapp: Any, tmp_path: Path) -> None:
    path = tmp_path / "source.json"
    noise = np.random.default_rng(0).uniform(0.1, 1, (4 * RATE, 1)).astype(np.float32)
    cache = SoundCache.create(path, RATE, 1, len(noise))
    peaks, spectrum = PeakPyramid(RATE, 1), SpectrumPyramid(RATE, 1)
    document = Document()
    document.open_source(Source(Path("a.wav"), path, RATE, 1, len(noise), complete=False))
    store = PictureStore(document)
    for at in range(0, len(noise), RATE):
        block = noise[at : at + RATE]
        cache.write(at, block)
        cache.mark_final(at, at + RATE)
        peaks.add(block)
        spectrum.add(block)
        peaks.save(path.with_suffix(".peaks"))
        spectrum.save(path.with_suffix(".spectrum"))
        store.follow_source(at + RATE)
    cache.close()
    picture = store.picture(SOURCE_ID)
    assert picture is not None
    assert picture.peaks is not None
    _, high, _ = picture.peaks.view(3 * RATE + 100, 3 * RATE + 200, 50)
    assert high.max() == pytest.approx(noise[3 * RATE + 100 : 3 * RATE + 201].max())
    store.shutdown()


def test_of_an_unfinished_stem_that_comes_back_the_gaps_are_known(qapp: Any, tmp_path: Path) -> None:
    path = tmp_path / "stem.json"
    document = Document()
    document.open_source(Source(Path("a.wav"), tmp_path / "source.json", RATE, 1, 9 * RATE, complete=False))
    stem = new_stem(document.state, prompt="a", cache=path, start=RATE, end=5 * RATE, model="m", stem_id="a")
    stem = replace(stem, state="cancelled")
    store = PictureStore(document)
    store.restore_stem(stem)
    assert store.picture("a").pending == ((RATE, 5 * RATE),)  # type: ignore[union-attr]
    with SoundCache.create(path, RATE, 1, 4 * RATE) as cache:
        cache.write(RATE, np.ones((RATE, 1), np.float32))
        cache.mark_final(RATE, 2 * RATE)
    PeakPyramid(RATE, 1).save(path.with_suffix(".peaks"))
    SpectrumPyramid(RATE, 1).save(path.with_suffix(".spectrum"))
    store.take_analysis(stem)
    assert store.picture("a").pending == ((RATE, 2 * RATE), (3 * RATE, 5 * RATE))  # type: ignore[union-attr]
    store.shutdown()


def test_a_stem_taken_out_at_work_comes_back_with_its_picture(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("slow beep")
    drive.until(lambda: bool(drive.document.state.stems) and drive.document.state.stems[0].progress > 0)
    stem = drive.document.state.stems[0]
    analysed: list[str] = []
    drive.space.media.done.connect(lambda job, _: analysed.append(job))
    drive.document.undo_stack.undo()
    drive.until(lambda: bool(analysed))
    drive.document.undo_stack.redo()
    drive.until(lambda: drive.space.pictures.picture(stem.id).spectrum is not None)


def test_everything_else_is_the_recording_when_the_last_finished_stem_went(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    first = drive.stem(0)
    drive.say("slow beep")
    drive.until(lambda: len(drive.document.state.stems) == 2 and drive.document.state.stems[1].progress > 0)
    pictures = drive.space.pictures
    pictures._rest_of = None
    pictures._update_rest()
    pictures._rest._pool.waitForDone()  # the answer waits for the event loop now
    drive.document.undo_stack.push(RemoveStem(drive.document, first.id))
    told: list[str] = []
    pictures.changed.connect(told.append)
    drive.qtbot.wait(50)
    whole = pictures.picture(SOURCE_ID).peaks.view(0, 132300, 50)
    np.testing.assert_array_equal(pictures.picture(REST_ID).peaks.view(0, 132300, 50), whole)
    assert REST_ID not in told
    drive.document.undo_stack.undo()

    def patched() -> bool:
        return bool(np.allclose(pictures.picture(REST_ID).peaks.view(0, 132300, 50)[1], 0.5 * whole[1], atol=1e-4))

    drive.until(patched)


def test_only_the_newest_rest_stays_on_disk(drive: Any, recording: Path) -> None:
    source = drive.open(recording)
    for place in range(2):
        drive.say("a beep")
        drive.stem(place)

    def serials() -> set[str]:
        return {path.name.split("-")[1] for path in source.cache.parent.glob("rest-*.peaks")}

    drive.until(lambda: len(drive.space.pictures._patches) == 1 and len(serials()) == 1)
    drive.window.tracks.grab()
    drive.document.undo_stack.undo()
    drive.until(lambda: serials() == {str(drive.space.pictures._rest._serial)})
