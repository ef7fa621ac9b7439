"""The parts are the recording, whatever a person does with them; and where they are not, that is told."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from audiosep_core.audio.broadcast import read_broadcast
from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.hand_over import hand_over
from audiosep_core.audio.items import PlacedStem
from audiosep_core.audio.read import read_audio
from audiosep_core.cancel import CancelToken
from desktop.actions.sum_check import WINDOW, SumChecker, check_sum, claims_too_much, sum_plan, windows
from desktop.document.arranging import DuplicateStem, MoveStem
from desktop.document.commands import AddStem, RemoveStem, ReplaceStem, SetInSum, SetMute, SetStrength
from desktop.document.document import Document
from desktop.document.state import Source, StemTrack, new_stem
from desktop.playback.plan import REST, PlaybackPlan
from desktop.playback.renderer import Renderer

RATE = 8000
FRAMES = 3 * RATE


def cached(path: Path, sound: NDArray[np.float32], final: int | None = None) -> Path:
    with SoundCache.create(path, RATE, sound.shape[1], len(sound)) as cache:
        cache.write(0, sound)
        cache.mark_final(0, len(sound) if final is None else final)
    return path


@dataclass
class Yard:
    """A recording and sounds that may have been separated from it."""

    folder: Path
    sound: NDArray[np.float32]
    spans: tuple[tuple[int, int], ...]

    def document(self) -> Document:
        document = Document()
        document.open_source(Source(Path("yard.wav"), self.folder / "source.json", RATE, 2, FRAMES, True))
        return document

    def stem(self, document: Document, number: int, parent: str = "") -> StemTrack:
        start, end = self.spans[number % len(self.spans)]
        cache = self.folder / f"{number % len(self.spans)}.json"
        stem = new_stem(document.state, prompt=f"sound {number}", cache=cache, start=start, end=end, model="starter")
        return replace(stem, state="done", progress=1.0, parent=parent)


@pytest.fixture(scope="module")
def yard(tmp_path_factory: pytest.TempPathFactory) -> Yard:
    folder = tmp_path_factory.mktemp("yard")
    noise = np.random.default_rng(1)
    spans = ((0, FRAMES), (1000, 9000), (5000, FRAMES), (8192, 16384))
    sound = noise.normal(0, 0.2, (FRAMES, 2)).astype(np.float32)
    cached(folder / "source.json", sound)
    for number, (start, end) in enumerate(spans):
        stem = sound[start:end] * noise.uniform(0.8, 1.0, (end - start, 1)).astype(np.float32)
        cached(folder / f"{number}.json", stem, final=(end - start) // 2 if number == 3 else None)
    return Yard(folder, sound, spans)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "refine", "again", "double", "remove", "sum", "mute", "move", "strength", "undo", "redo"]
        ),
        st.integers(0, 7),
        st.sampled_from([-1.0, -0.5, 0.0, 0.75]),
    ),
    min_size=1,
    max_size=12,
)


def step(document: Document, yard: Yard, what: str, number: int, value: float) -> None:
    stack, stems = document.undo_stack, document.state.stems
    if what in ("undo", "redo"):
        getattr(stack, what)()
    elif what == "add" or not stems:
        stack.push(AddStem(document, yard.stem(document, number)))
    else:
        stem_id = stems[number % len(stems)].id
        commands: dict[str, Any] = {
            "refine": lambda: AddStem(document, yard.stem(document, number, stem_id)),
            "again": lambda: ReplaceStem(document, stem_id, made_again(document, yard, stem_id, number)),
            "double": lambda: DuplicateStem(document, stem_id),
            "remove": lambda: RemoveStem(document, stem_id),
            "sum": lambda: SetInSum(document, stem_id, value > 0),
            "mute": lambda: SetMute(document, stem_id, value > 0),
            "move": lambda: MoveStem(document, stem_id, number),
            "strength": lambda: SetStrength(document, stem_id, value),
        }
        stack.push(commands[what]())


def made_again(document: Document, yard: Yard, stem_id: str, number: int) -> StemTrack:
    old, new = document.state.stem(stem_id), yard.stem(document, number)
    assert old is not None
    return replace(old, id=new.id, cache=new.cache, start=new.start, end=new.end)


def alone(plan: PlaybackPlan, part: str) -> NDArray[np.float32]:
    renderer = Renderer()
    try:
        renderer.set_plan(plan)
        renderer.set_gains({part: 1.0})
        renderer.settle(0)
        return np.concatenate([renderer.render(at, min(700, FRAMES - at)) for at in range(0, FRAMES, 700)])
    finally:
        renderer.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_everything_else_is_always_true(
    qapp: Any, yard: Yard, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, float]]
) -> None:
    document = yard.document()
    for what, number, value in steps:
        step(document, yard, what, number, value)
    plan = sum_plan(document.state)
    if plan is None:
        assert not document.state.counted
        return
    # As it is played ...
    played = alone(plan, REST).astype(np.float64)
    for stem in document.state.counted:
        played += alone(plan, stem.id)
    assert np.max(np.abs(played - yard.sound)) < 1e-6  # -120 dBFS
    # ... as it is written ...
    laid = [PlacedStem(stem.cache, stem.start, stem.strength) for stem in document.state.counted]
    folder = tmp_path_factory.mktemp("out")
    written = np.zeros((FRAMES, 2))
    for number, stems in enumerate([laid, *([one] for one in laid)]):
        path = folder / f"{number}.wav"
        source = yard.folder / "source.json"
        hand_over(path, source, stems, 0, FRAMES, rest=number == 0, cancel=CancelToken())
        written += read_audio(path).samples
    assert np.max(np.abs(written - yard.sound)) < 1e-6
    # ... and as the program itself says it is.
    report = check_sum(plan)
    assert report is not None
    assert report.holds
    assert report.null_db < -120


def test_a_duplicate_does_not_count_twice(qapp: Any, yard: Yard) -> None:
    document = yard.document()
    document.undo_stack.push(AddStem(document, yard.stem(document, 0)))
    before = alone(sum_plan(document.state), REST)  # type: ignore[arg-type]
    twin = DuplicateStem(document, document.state.stems[0].id)
    document.undo_stack.push(twin)
    np.testing.assert_array_equal(alone(sum_plan(document.state), REST), before)  # type: ignore[arg-type]
    report = check_sum(sum_plan(document.state))  # type: ignore[arg-type]
    assert report is not None
    assert report.claims == ()
    document.undo_stack.push(SetInSum(document, twin.duplicate_id, True))
    report = check_sum(sum_plan(document.state))  # type: ignore[arg-type]
    assert report is not None
    assert report.holds  # still the recording, but the stems claim more than there is, and that is said
    assert report.claims == ((0, FRAMES),)


def test_claims_are_found_where_stems_overlap(tmp_path: Path, qapp: Any) -> None:
    time = np.arange(4 * WINDOW)[:, None] / RATE
    tone, other = (np.float32(0.2) * np.sin(2 * np.pi * hz * time).astype(np.float32) for hz in (440.0, 1900.0))
    source = cached(tmp_path / "source.json", np.hstack([tone + other] * 2))
    tones = np.hstack([tone] * 2)
    document = Document()
    document.open_source(Source(Path("a.wav"), source, RATE, 2, len(time), True))
    for name, start, end, sound in (
        ("first", 0, 3 * WINDOW, tones),
        ("second", WINDOW, 4 * WINDOW, tones),
        ("else", 0, 4 * WINDOW, np.hstack([other] * 2)),
    ):
        cache = cached(tmp_path / f"{name}.json", sound[start:end])
        stem = new_stem(document.state, prompt=name, cache=cache, start=start, end=end, model="starter", stem_id=name)
        document.add_stem(replace(stem, state="done"))
    report = check_sum(sum_plan(document.state))  # type: ignore[arg-type]
    assert report is not None
    assert report.holds
    assert report.claims == ((WINDOW, 3 * WINDOW),)


def test_what_is_broken_is_not_called_whole(tmp_path: Path, qapp: Any, yard: Yard) -> None:
    document = yard.document()
    sound = np.full((FRAMES, 2), np.nan, np.float32)
    cache = cached(tmp_path / "broken.json", sound)
    stem = new_stem(document.state, prompt="broken", cache=cache, start=0, end=FRAMES, model="starter")
    document.add_stem(replace(stem, state="done"))
    report = check_sum(sum_plan(document.state))  # type: ignore[arg-type]
    assert report is not None
    assert not report.holds


def test_silence_claims_nothing() -> None:
    noise = np.random.default_rng(0).normal(0, 0.1, (WINDOW, 2)).astype(np.float32)
    assert not claims_too_much(noise * 1e-5, np.zeros_like(noise))
    assert not claims_too_much(noise, noise)
    assert claims_too_much(2 * noise, noise)
    assert not claims_too_much(noise[:0], noise[:0])


def test_a_long_recording_is_looked_at_in_places(yard: Yard, qapp: Any) -> None:
    document = yard.document()
    document.add_stem(yard.stem(document, 0))
    plan = sum_plan(document.state)
    assert plan is not None
    places = windows(plan, 2)
    assert places == [(0, WINDOW), (2 * WINDOW, FRAMES)]
    report = check_sum(plan, most=2)
    assert report is not None
    assert (report.holds, report.whole) == (True, False)
    assert check_sum(plan, stopped=lambda: True) is None


@pytest.fixture
def checker(qapp: Any, yard: Yard) -> Iterator[tuple[Document, SumChecker]]:
    document = yard.document()
    checker = SumChecker(document)
    yield document, checker
    checker.shutdown()


def test_the_checker_follows_the_document(qtbot: QtBot, yard: Yard, checker: tuple[Document, SumChecker]) -> None:
    document, checks = checker
    document.add_stem(replace(yard.stem(document, 0), id="a"))
    qtbot.waitUntil(lambda: checks.report is not None and checks.report.holds, timeout=20000)
    document.set_stem("a", state="working")
    assert checks.report is None  # nothing is known while it changes
    document.set_stem("a", state="done")
    qtbot.waitUntil(lambda: checks.report is not None, timeout=20000)
    document.set_stem("a", in_sum=False)
    assert checks.report is None


def test_a_file_says_where_it_belongs(tmp_path: Path, yard: Yard) -> None:
    path = tmp_path / "out" / "dog.wav"
    source = yard.folder / "source.json"
    hand_over(path, source, [PlacedStem(yard.folder / "1.json", 1000)], 2000, 99_999, cancel=CancelToken())
    info = read_broadcast(path)
    assert info is not None
    assert info.time_reference == 2000
    sound = read_audio(path).samples
    assert len(sound) == FRAMES - 2000
    with SoundCache.open(yard.folder / "1.json") as stem:
        np.testing.assert_array_equal(sound[:7000], stem.read(1000, 8000))
    assert not sound[7000:].any()
    assert path.parent.stat().st_mode & 0o077 == 0
    assert [one.name for one in path.parent.iterdir()] == ["dog.wav"]
