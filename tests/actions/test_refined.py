"""A stem that was separated from a stem, with a strength: what is heard is what is drawn, written and dragged out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.drawn import open_drawn
from audiosep_core.audio.export import export
from audiosep_core.audio.hand_over import hand_over
from audiosep_core.audio.heard import open_heard
from audiosep_core.audio.ingest import Heard, analyse
from audiosep_core.audio.peaks import PeakPyramid
from audiosep_core.audio.process import _drawn
from audiosep_core.audio.read import read_audio
from audiosep_core.audio.requests import export_request, placed_stem
from audiosep_core.cancel import CancelToken
from desktop.actions.export_items import ExportChoice, export_items
from desktop.actions.handing_over import portion
from desktop.actions.picture_store import PictureStore
from desktop.actions.playing import PlaybackController
from desktop.actions.reshaping import ReshapingController
from desktop.document.arranging import DuplicateStem
from desktop.document.commands import RemoveStem, ReplaceStem, SetStrength
from desktop.document.document import Document
from desktop.document.state import Source, StemTrack
from desktop.playback.renderer import Renderer

RATE, FRAMES = 16_000, 40_960
VOICE, WORD = (2048, 34_816), (4096, 29_952)
NEAR = 2e-6


def noise(frames: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 0.1, (frames, 2)).astype(np.float32)


def on_disk(path: Path, samples: np.ndarray) -> Path:
    with SoundCache.create(path, RATE, 2, len(samples)) as cache:
        cache.write(0, samples)
        cache.mark_final(0, len(samples))
    analyse(path, CancelToken())
    return path


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return (
        [plain(one) for one in value] if isinstance(value, list) else str(value) if isinstance(value, Path) else value
    )


class FakeMedia(QObject):
    """Analyses at once, as the media process would."""

    done, failed, cancelled = Signal(str, dict), Signal(str, str, str, str), Signal(str)

    def analyse(self, job: str, cache: Path, source: Path, offset: int, strength: float) -> None:
        analyse(cache, CancelToken(), Heard(source, offset, strength))
        self.done.emit(job, {})


class FakeTiles:
    """Remembers what tiles would be drawn of."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []

    def sound(self, sound: dict[str, Any], _rate_hz: int) -> None:
        self.asked.append(sound)

    def forget(self) -> None:
        pass


class Desk:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.document = Document()
        self.recording = noise(FRAMES, 0)
        voice = (0.7 * self.recording + noise(FRAMES, 1))[slice(*VOICE)]
        word = (0.6 * voice + noise(len(voice), 2))[WORD[0] - VOICE[0] : WORD[1] - VOICE[0]]
        self.source = on_disk(folder / "source.json", self.recording)
        self.voice = on_disk(folder / "voice.json", voice)
        self.word = on_disk(folder / "word.json", word)
        self.document.open_source(Source(folder / "a.wav", self.source, RATE, 2, FRAMES, True))
        self.tiles = FakeTiles()
        self.pictures = PictureStore(self.document, self.tiles)  # type: ignore[arg-type]
        self.reshaping = ReshapingController(self.document, self.pictures, FakeMedia())  # type: ignore[arg-type]
        self.pictures.follow_source(FRAMES)
        self._add("voice", self.voice, VOICE, in_sum=False)
        self._add("word", self.word, WORD, parent="voice")

    def _add(self, name: str, cache: Path, span: tuple[int, int], **fields: Any) -> None:
        stem = StemTrack(name, name, name, cache, *span, "m", state="done", **fields)
        self.pictures.begin_stem(stem)
        self.document.add_stem(stem)
        self.pictures.take_analysis(stem)

    def expected(self, source: Path, offset: int) -> np.ndarray:
        stem = self.document.state.stem("word")
        assert stem is not None
        with open_heard(self.word, source, offset, stem.strength) as sound:
            return sound.read(0, sound.frames)

    def played(self, **gains: float) -> np.ndarray:
        playing = PlaybackController(self.document, _Silent())  # type: ignore[arg-type]
        playing.refresh()
        assert playing.plan is not None
        renderer = Renderer()
        renderer.set_plan(playing.plan)
        renderer.set_gains(gains)
        renderer.settle(0)
        sound = renderer.render(0, FRAMES)
        renderer.close()
        return sound

    def exported(self, *track_ids: str) -> np.ndarray:
        choice = ExportChoice(track_ids, self.folder, same_length=True)
        items = plain(export_items(self.document.state, choice))
        _, parsed, how = export_request({"folder": str(self.folder), "items": items, "conflict": "replace"})
        (path,) = export(self.folder, parsed, how, on_progress=lambda *_: None, cancel=CancelToken()).paths
        return read_audio(path).samples

    def dragged_out(self, track_id: str) -> np.ndarray:
        taken = portion(self.document.state, track_id, "rest", "FLOAT", selected=False)
        assert taken is not None
        path = self.folder / "out" / "dragged.wav"
        stems = [placed_stem(plain(asdict(stem))) for stem in taken.stems]
        rest = track_id == "rest"
        hand_over(path, taken.source, stems, taken.start, taken.end, rest=rest, cancel=CancelToken())
        return read_audio(path).samples

    def drawn_of(self, sound: dict[str, Any]) -> np.ndarray:
        with open_drawn(_drawn(plain(sound))) as drawn:
            return drawn.read(0, drawn.frames)


class _Silent:
    def __getattr__(self, _name: str) -> Callable[..., None]:
        return lambda *_args, **_fields: None


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Any:
    desk = Desk(tmp_path)
    yield desk
    desk.pictures.shutdown()


def check(desk: Desk, qtbot: QtBot, source: Path, offset: int) -> None:
    """Everything that makes sound or a picture of the word agrees with that reckoning."""
    word = desk.expected(source, offset)
    inside, rest = slice(*WORD), desk.recording.copy()
    rest[inside] -= word
    np.testing.assert_allclose(desk.played(word=1.0)[inside], word, atol=NEAR)
    np.testing.assert_allclose(desk.played(rest=1.0), rest, atol=NEAR)
    np.testing.assert_allclose(desk.exported("word")[inside], word, atol=NEAR)
    np.testing.assert_allclose(desk.exported("rest"), rest, atol=NEAR)
    np.testing.assert_allclose(desk.exported("mix"), desk.recording, atol=NEAR)
    np.testing.assert_allclose(desk.dragged_out("word"), word, atol=NEAR)
    np.testing.assert_allclose(desk.dragged_out("rest"), rest, atol=NEAR)

    state = desk.document.state
    desk.reshaping.draw()
    stem = state.stem("word")
    assert stem is not None
    assert not desk.pictures.is_stale(stem)
    sounds = [sound for sound in desk.tiles.asked if sound.get("cache") == desk.word]
    np.testing.assert_allclose(desk.drawn_of(sounds[-1]), word, atol=NEAR)
    picture = desk.pictures.picture("word")
    assert picture is not None
    assert picture.peaks is not None
    columns = len(word) // 256
    _, high, _ = picture.peaks.view(0, len(word), columns)
    expected = PeakPyramid(RATE, 2)
    expected.add(word)
    np.testing.assert_allclose(high, expected.view(0, len(word), columns)[1], atol=1e-3)
    _, fine, _ = picture.peaks.view(1000, 1100, 200)
    assert fine.max() == pytest.approx(word[1000:1101].max(), abs=1e-3)

    whole = PeakPyramid(RATE, 2)
    whole.add(rest)
    rest_columns = FRAMES // 256

    def rest_is_drawn() -> bool:
        drawn = desk.pictures.picture("rest")
        assert drawn is not None
        assert drawn.peaks is not None
        there = drawn.peaks.view(0, FRAMES, rest_columns)[1]
        return bool(np.allclose(there, whole.view(0, FRAMES, rest_columns)[1], atol=1e-3))

    qtbot.waitUntil(rest_is_drawn, timeout=20_000)


@pytest.mark.parametrize("strength", [-1.0, 0.6])
def test_it_is_reckoned_from_the_stem_it_was_separated_from(desk: Desk, qtbot: QtBot, strength: float) -> None:
    desk.document.undo_stack.push(SetStrength(desk.document, "word", strength))
    parent, recording = desk.expected(desk.voice, WORD[0] - VOICE[0]), desk.expected(desk.source, WORD[0])
    assert np.abs(parent - recording).max() > 0.01, "it makes a difference"
    check(desk, qtbot, desk.voice, WORD[0] - VOICE[0])


def test_it_is_reckoned_from_a_duplicate_when_that_stem_goes(desk: Desk, qtbot: QtBot) -> None:
    stack = desk.document.undo_stack
    stack.push(SetStrength(desk.document, "word", -0.8))
    stack.push(DuplicateStem(desk.document, "voice"))
    stack.push(RemoveStem(desk.document, "voice"))
    check(desk, qtbot, desk.voice, WORD[0] - VOICE[0])
    stack.undo()
    stack.undo()
    word = desk.document.state.stem("word")
    assert word is not None
    assert word.parent == "voice"
    check(desk, qtbot, desk.voice, WORD[0] - VOICE[0])


def test_it_is_reckoned_from_the_recording_when_that_stem_is_gone(desk: Desk, qtbot: QtBot) -> None:
    stack = desk.document.undo_stack
    stack.push(SetStrength(desk.document, "word", -0.8))
    desk.reshaping.draw()
    stack.push(RemoveStem(desk.document, "voice"))
    check(desk, qtbot, desk.source, WORD[0])
    stack.undo()
    check(desk, qtbot, desk.voice, WORD[0] - VOICE[0])


def test_it_is_reckoned_from_that_stem_made_again_and_drawn_once_all_of_it_is_there(desk: Desk, qtbot: QtBot) -> None:
    stack = desk.document.undo_stack
    stack.push(SetStrength(desk.document, "word", -0.8))
    desk.reshaping.draw()
    voice = desk.document.state.stem("voice")
    assert voice is not None
    frames = VOICE[1] - VOICE[0]
    cache = desk.folder / "again.json"
    again = replace(voice, id="again", cache=cache, state="working")
    desk.pictures.begin_stem(again)
    stack.push(ReplaceStem(desk.document, "voice", again))
    with SoundCache.create(cache, RATE, 2, frames) as growing:
        growing.write(0, noise(1000, 3))
        growing.mark_final(0, 1000)
    desk.reshaping.draw()
    word = desk.document.state.stem("word")
    assert word is not None
    assert desk.pictures.is_stale(word), "a part of it is not drawn from"
    expected = desk.expected(desk.source, WORD[0])
    np.testing.assert_allclose(desk.played(word=1.0)[slice(*WORD)], expected, atol=1e-6)
    on_disk(cache, noise(frames, 3))
    desk.document.set_stem("again", state="done")
    desk.pictures.end_stem("again")
    check(desk, qtbot, cache, WORD[0] - VOICE[0])
    stack.undo()
    check(desk, qtbot, desk.voice, WORD[0] - VOICE[0])
