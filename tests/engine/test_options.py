"""Channels, sums, competition, silence, order and resume, with masks that are known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audiosep_core.audio.read import read_audio
from audiosep_core.audio.sound import ArraySound
from audiosep_core.engine.backends.torch_backend import TorchBackend
from audiosep_core.engine.files import FileOptions, separate_file
from audiosep_core.engine.geometry import Chunking
from audiosep_core.engine.separator import Separator
from audiosep_core.engine.span import Span
from audiosep_core.types import AudioArray, Progress, Query, SeparationOptions

from .backends.networks import MEL, build
from .gain import CONFIG, GainBackend, GainEncoder, gain_separator, stems_of

RATE = 32_000
SHORT = Chunking(blocks=4, fade_s=0.1, margin_s=0.15, aligned=False)
ALIGNED = Chunking(blocks=9, fade_s=0.1, margin_s=0.3, aligned=True)
EIGHT = ["1", "0.5", "0.25 0 0.5", "0", "0.9 0.3 1", "1 0.5 1", "0.1", "0.7 0 0.2"]
SILENT = np.zeros((RATE, 1), np.float32)


def noise(frames: int, channels: int = 1, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-0.5, 0.5, (frames, channels)).astype(np.float32)


def real() -> Separator:
    """With a network whose masks are those of the mixture, random weights that they are."""
    network = build(MEL)

    class Encoder(GainEncoder):
        condition_size = 16

        def encode(self, prompts: object) -> torch.Tensor:
            return torch.randn(len(list(prompts)), 16, generator=torch.Generator().manual_seed(3))  # type: ignore[call-overload]

    cpu = torch.device("cpu")
    return Separator(network, Encoder(), cpu, "real", SHORT, TorchBackend(network, cpu))


# Channels


def test_a_sound_on_one_side_stays_there() -> None:
    audio = np.concatenate([noise(3 * RATE), np.zeros((3 * RATE, 1), np.float32)], axis=1)
    for channels in ("linked", "independent"):
        result = real().separate(audio, RATE, ["x", "y"], options=SeparationOptions(channels=channels))
        for stem in result.stems:
            assert np.abs(stem.audio[:, 0]).max() > 0.01
            assert not stem.audio[:, 1].any()


def test_what_is_out_of_phase_does_not_cancel() -> None:
    left = noise(3 * RATE)
    stem = real().separate(np.concatenate([left, -left], axis=1), RATE, ["x"]).stems[0].audio
    np.testing.assert_allclose(stem[:, 1], -stem[:, 0], atol=1e-7)
    alone = real().separate(left, RATE, ["x"]).stems[0].audio
    np.testing.assert_allclose(stem[:, :1], alone, atol=1e-5)
    assert np.sum(stem[:, 0] ** 2) > 0.01 * np.sum(left**2)


def test_six_channels_stay_six_and_keep_their_levels() -> None:
    gains = np.array([1.0, 0.8, 0.5, 0.1, 0.3, 0.2], np.float32)
    one = noise(2 * RATE)
    stem = real().separate(one * gains, 44_100, ["x"]).stems[0].audio
    assert stem.shape == (2 * RATE, 6)
    np.testing.assert_allclose(stem, stem[:, :1] * gains, atol=1e-6)


def test_independent_channels_are_each_separated_alone() -> None:
    audio = np.concatenate([noise(3 * RATE, 1, 1), 0.1 * noise(3 * RATE, 1, 2)], axis=1)
    options = SeparationOptions(channels="independent")
    together = stems_of(real(), audio, 44_100, ["x", "y"], options=options)
    for channel in range(2):
        alone = stems_of(real(), audio[:, channel : channel + 1].copy(), 44_100, ["x", "y"], options=options)
        np.testing.assert_allclose(together[:, :, channel : channel + 1], alone, atol=1e-6)
    linked = stems_of(real(), audio, 44_100, ["x", "y"])
    assert np.abs(linked - together).max() > 1e-3


def test_a_channel_alone_is_the_same_linked_or_not() -> None:
    audio = noise(2 * RATE)
    linked, independent = (
        stems_of(real(), audio, RATE, ["x"], options=SeparationOptions(channels=channels))
        for channels in ("linked", "independent")
    )
    np.testing.assert_allclose(linked, independent, atol=1e-6)


# Sums

separations = st.builds(
    SeparationOptions,
    channels=st.sampled_from(["linked", "independent"]),
    against=st.sampled_from([(), ("1",), ("0.5 0.2 0.8", "1 0.9 1")]),
    compete=st.sampled_from([None, True, False]),
    strength=st.sampled_from([-1.0, -0.3, 0.0, 0.4, 1.0]),
    band_hz=st.sampled_from([None, (0.0, 3_000.0), (500.0, 2_000.0), (100.0, 1e9)]),
    above_band=st.booleans(),
    level=st.sampled_from(["source", "auto"]),
)


@given(
    options=separations, prompts=st.sampled_from([EIGHT[:1], EIGHT]), channels=st.integers(1, 3),
    rate=st.sampled_from([8_000, 32_000, 44_100, 96_000]), frames=st.integers(1, 30_000),
)  # fmt: skip
@settings(max_examples=25, deadline=None)
def test_stems_and_rest_are_the_source_whatever_is_asked_for(
    options: SeparationOptions, prompts: list[str], channels: int, rate: int, frames: int
) -> None:
    audio = noise(frames, channels)
    result = gain_separator(chunks=SHORT).separate(audio, rate, prompts, options=options)
    total = sum((stem.audio.astype(np.float64) for stem in result.stems), result.rest.astype(np.float64))
    assert np.abs(total - audio).max() < 1e-6
    assert {stem.audio.shape for stem in result.stems} == {audio.shape}


@given(
    options=separations, prompts=st.sampled_from([EIGHT[:1], EIGHT]), start=st.sampled_from([None, 0.1]),
    rate=st.sampled_from([16_000, 44_100, 96_000]),
)  # fmt: skip
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_files_sum_to_the_source_whatever_is_asked_for(
    tmp_path: Path, options: SeparationOptions, prompts: list[str], start: float | None, rate: int
) -> None:
    path = tmp_path / "in.wav"
    soundfile.write(path, noise(rate // 3, 2), rate, subtype="FLOAT")
    asked = FileOptions(start_s=start, rest=True, separation=options)
    files = separate_file(path, prompts, tmp_path / "out", gain_separator(chunks=SHORT), asked)
    assert files.rest is not None
    parts = [read_audio(part).samples.astype(np.float64) for part in (*(path for _, path in files.stems), files.rest)]
    source = read_audio(path).samples[round((start or 0) * rate) :]
    assert np.abs(sum(parts) - source).max() < 1e-6


# Competition


def shares(prompts: list[str], options: SeparationOptions | None = None) -> list[float]:
    audio = noise(RATE)
    result = gain_separator().separate(audio, RATE, prompts, options=options or SeparationOptions())
    return [round(float(np.sum(stem.audio * audio) / np.sum(audio**2)), 4) for stem in result.stems]


def test_what_two_prompts_claim_is_not_in_both() -> None:
    assert shares(["1", "1"]) == [0.5, 0.5]
    assert shares(["1", "1"], SeparationOptions(compete=False)) == [1.0, 1.0]
    assert sum(shares(EIGHT)) <= 1.0
    assert shares(["0.25"]) == [0.25]
    assert shares(["0.25"], SeparationOptions(compete=True)) == [0.25]


def test_what_is_not_wanted_competes_and_is_thrown_away() -> None:
    audio = noise(RATE)
    options = SeparationOptions(against=("1", Query("0")))
    result = gain_separator().separate(audio, RATE, ["1"], options=options)
    assert [stem.query.text for stem in result.stems] == ["1"]
    np.testing.assert_allclose(result.stems[0].audio, 0.5 * audio, atol=1e-6)
    np.testing.assert_allclose(result.rest, 0.5 * audio, atol=1e-6)
    assert shares(["1"], SeparationOptions(against=("1",), compete=False)) == [1.0]


def test_against_is_never_read_out_of_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    class Words(GainEncoder):
        def encode(self, prompts: object) -> torch.Tensor:
            asked.append(list(prompts))  # type: ignore[call-overload]
            return torch.ones(len(asked[-1]), 4)

    backend = GainBackend()
    separator = Separator(gain_network(), Words(), torch.device("cpu"), "words", None, backend)
    separator.separate(noise(RATE), RATE, ["dog without music"])
    separator.separate(noise(RATE), RATE, ["a dog, but not music", "no rain"])
    assert [len(words) for words in asked] == [1, 2]
    assert len(backend.calls) == 3


def gain_network() -> torch.nn.Module:
    from audiosep_core.model.resunet import ResUNet

    return ResUNet(CONFIG).eval()


# Silence


def test_silence_never_reaches_the_network() -> None:
    audio = np.concatenate([noise(3 * RATE), np.zeros((12 * RATE, 1), np.float32), noise(3 * RATE)])
    quiet = audio.copy()
    quiet[3 * RATE : 15 * RATE] = 5e-7
    for sound in (audio, quiet):
        backend, chunks = GainBackend(), []
        separator = gain_separator(backend=backend, chunks=SHORT)
        stems = np.full((2, len(sound), 1), np.nan, np.float32)

        def keep(start: int, block: AudioArray, stems: np.ndarray = stems) -> None:
            stems[:, start : start + block.shape[1]] = block

        whole = Span(0, len(sound), 0)
        separator.run(ArraySound(sound, RATE), whole, separator.conditions(["0.5", "0.25"]), keep, chunks.append)
        assert len(backend.calls) < 2 * chunks[-1].total - 4
        assert not stems[:, 6 * RATE : 12 * RATE].any()
        assert np.abs(stems[:, : 3 * RATE]).max() > 0.1
    backend = GainBackend()
    gain_separator(backend=backend).separate(SILENT, RATE, ["1"])
    assert backend.calls == []


# Order, and what is done already


@given(
    start=st.integers(0, 150_000), length=st.integers(1, 150_000), first=st.integers(0, 300_000),
    blocks=st.integers(2, 9), aligned=st.booleans(), rate=st.sampled_from([16_000, 32_000, 44_100]),
    cuts=st.lists(st.integers(0, 300_000), max_size=6),
)  # fmt: skip
@settings(max_examples=15, deadline=None)
def test_what_is_missing_comes_exactly_once_and_the_rest_not_at_all(
    start: int, length: int, first: int, blocks: int, aligned: bool, rate: int, cuts: list[int]
) -> None:
    audio = noise(300_000)
    end = min(start + length, len(audio))
    edges = sorted({min(max(cut, start), end) for cut in cuts})
    done = [(low, high) for low, high in zip(edges[::2], edges[1::2], strict=False) if low < high]
    chunks = Chunking(blocks + 3, 0.05, 0.05, aligned)
    # `stems_of` counts.
    stems_of(gain_separator(chunks=chunks), audio, rate, ["1"], span=Span(start, end, first), done=done)


@pytest.mark.parametrize("first_s", [0.0, 7.3, 99.0])
def test_work_begins_where_the_person_listens_and_goes_outward(first_s: float) -> None:
    audio, blocks = noise(16 * RATE), []
    separator = gain_separator(chunks=SHORT)
    span = Span(RATE, 15 * RATE, round(first_s * RATE))
    note = lambda start, block: blocks.append((start, start + block.shape[1]))  # noqa: E731
    separator.run(ArraySound(audio, RATE), span, separator.conditions(["1"]), note)
    step = SHORT.geometry(CONFIG, RATE).step
    here = min(max(span.first, span.start), span.end - 1)
    assert blocks[0][0] - step <= here < blocks[0][1] + step
    reached = [blocks[0][0], blocks[0][1]]
    for low, high in blocks[1:]:
        # Each is next to what is there, but for the fade that its neighbour still owes.
        assert low <= reached[1] + step
        assert high >= reached[0] - step
        reached = [min(low, reached[0]), max(high, reached[1])]
    assert reached == [span.start, span.end]


class StopError(Exception):
    """The run is cut off."""


@pytest.mark.parametrize("chunks", [SHORT, ALIGNED], ids=["anywhere", "aligned"])
@pytest.mark.parametrize("after", [1, 3, 5])
def test_a_run_taken_up_again_gives_the_very_samples(chunks: Chunking, after: int) -> None:
    audio = noise(6 * 44_100, 2)
    separator = real()
    separator._chunks = chunks
    span, conditions = Span(5_000, 5 * 44_100, 3 * 44_100), separator.conditions(["x", "y"])
    stems = {name: np.zeros((2, len(audio), 2), np.float32) for name in ("at once", "in two")}
    final: list[tuple[int, int]] = []

    def run(name: str, stop: int, done: list[tuple[int, int]]) -> list[Progress]:
        told: list[Progress] = []

        def keep(start: int, block: AudioArray) -> None:
            stems[name][:, start : start + block.shape[1]] = block
            final.append((start, start + block.shape[1]))

        def watch(progress: Progress) -> None:
            told.append(progress)
            if len(told) == stop:
                raise StopError

        separator.run(ArraySound(audio, 44_100), span, conditions, keep, watch, done=done)
        return told

    total = len(run("at once", -1, []))
    assert total > 5
    final.clear()
    with pytest.raises(StopError):
        run("in two", after, [])
    done = joined(final)
    told = run("in two", -1, done)
    # Whose fades have not all come is done again: of one chunk both, of three in a row those of the outer ones.
    assert len(told) == total - {1: 0, 3: 1, 5: 3}[after]
    assert told[-1] == Progress(total, total)
    assert told[0].done == total - len(told) + 1
    assert joined(final) == [(span.start, span.end)]
    assert np.array_equal(stems["at once"], stems["in two"])
    assert run("in two", -1, [(span.start, span.end)]) == []


def joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted, and those that touch made one."""
    result: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if result and low == result[-1][1]:
            result[-1] = (result[-1][0], high)
        else:
            result.append((low, high))
    return result
