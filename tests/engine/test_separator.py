from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audiosep_core.audio.sound import ArraySound, read_mirrored
from audiosep_core.cancel import CancelToken
from audiosep_core.engine import separator as module
from audiosep_core.engine.backends.backend import BackendName
from audiosep_core.engine.backends.choose import Choice, choose_backend
from audiosep_core.engine.edges import Ramps
from audiosep_core.engine.separator import Separator
from audiosep_core.engine.span import Span
from audiosep_core.errors import AudioSepError, Cancelled, ModelError, PromptError
from audiosep_core.model.file import save_network
from audiosep_core.model.resunet import ResUNet
from audiosep_core.types import Progress, SeparationOptions
from tests.engine.gain import CONFIG, GainBackend, GainEncoder, gain_separator

APART = SeparationOptions(compete=False)


@pytest.fixture(scope="module")
def separator() -> Separator:
    return gain_separator()


def noise(frames: int, channels: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-1, 1, (frames, channels)).astype(np.float32)


@given(frames=st.integers(1, 64_000), channels=st.integers(1, 3))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_identity_at_the_models_rate(separator: Separator, frames: int, channels: int) -> None:
    audio = noise(frames, channels, frames)
    result = separator.separate(audio, 32_000, ["1"])
    assert np.abs(result.stems[0].audio - audio).max() <= 1e-6
    assert np.abs(result.rest).max() <= 1e-6


@pytest.mark.parametrize("seconds", [3.0, 5.0, 5.1, 12.78, 13.1, 60.0])
def test_identity_whatever_the_length(separator: Separator, seconds: float) -> None:
    audio = noise(round(seconds * 32_000), 1)
    result = separator.separate(audio, 32_000, ["1"])
    assert np.abs(result.stems[0].audio - audio).max() <= 1e-6


@pytest.mark.slow
def test_identity_over_ten_minutes(separator: Separator) -> None:
    audio = noise(600 * 32_000, 1)
    assert np.abs(separator.separate(audio, 32_000, ["1"]).stems[0].audio - audio).max() <= 1e-6


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000, 96_000, 192_000])
def test_other_rates_keep_length_and_pass_band(separator: Separator, rate: int) -> None:
    """A tone mix below both Nyquists survives the way to the model's rate and back; -100 dB is the resampler's."""
    time = np.arange(round(15.3 * rate)) / rate
    tones = [f for f in (110.0, 997.0, 3_100.0, 9_000.0, 13_000.0) if f < 0.4 * rate]
    audio = sum(np.sin(2 * np.pi * f * time + f) for f in tones)[:, None].astype(np.float32) / len(tones)
    # Tones that begin at full level are not band-limited at their edges: fade them.
    ramp = np.clip(np.minimum(time, time[::-1]) / 0.1, 0, 1)[:, None].astype(np.float32)
    audio = audio * (0.5 - 0.5 * np.cos(np.pi * ramp))
    result = separator.separate(audio, rate, ["1"])
    assert result.stems[0].audio.shape == audio.shape
    assert np.abs(result.stems[0].audio - audio).max() < 1e-4
    assert np.abs(result.stems[0].audio + result.rest - audio).max() < 1e-6


def test_stems_and_rest_sum_to_the_source(separator: Separator) -> None:
    audio = noise(40_000, 2)
    result = separator.separate(audio, 44_100, ["0.25", "0.5"], options=APART)
    total = result.stems[0].audio + result.stems[1].audio + result.rest
    assert np.abs(total - audio).max() < 1e-6
    assert [stem.query.text for stem in result.stems] == ["0.25", "0.5"]


def test_silence_gives_silence_and_nothing_gives_nothing(separator: Separator) -> None:
    assert not separator.separate(np.zeros((50_000, 2), np.float32), 44_100, ["1"]).stems[0].audio.any()
    assert separator.separate(np.zeros((0, 2), np.float32), 44_100, ["1"]).stems[0].audio.shape == (0, 2)


def test_sound_without_a_channel_axis_keeps_its_shape(separator: Separator) -> None:
    audio = noise(40_000, 1)[:, 0]
    result = separator.separate(audio, 32_000, ["0.5", "0.25"], options=APART)
    assert {result.rest.shape, *(stem.audio.shape for stem in result.stems)} == {(40_000,)}
    np.testing.assert_allclose(result.stems[0].audio, 0.5 * audio, atol=1e-6)
    assert separator.separate(audio[:0], 32_000, ["1"]).rest.shape == (0,)


@pytest.mark.parametrize(("rate", "frames"), [(1, 1), (1, 9), (3, 50), (40, 300)])
def test_rates_that_no_recorder_has_still_work(separator: Separator, rate: int, frames: int) -> None:
    audio = noise(frames, 1)
    result = separator.separate(audio, rate, ["0.5"])
    assert np.abs(result.stems[0].audio + result.rest - audio).max() < 1e-6


def test_a_model_that_does_not_fit_its_encoder_is_refused(tmp_path: Path) -> None:
    config = replace(CONFIG, encoder="minilm")
    path = tmp_path / "narrow.safetensors"
    save_network(path, config, ResUNet(config).state_dict(), torch.float32, {})
    with pytest.raises(ModelError, match="encoder") as caught:
        Separator.load(str(path), "cpu")
    assert caught.value.code == "model-damaged"


@pytest.fixture
def failing_card(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], None]:
    """A card that is there and fails when it is tried."""

    def fail(error: Exception) -> None:
        def choose(network: ResUNet, device: torch.device, name: BackendName = "auto") -> Choice:
            if device.type != "cpu":
                raise error
            return choose_backend(network, device, "torch")

        monkeypatch.setattr(module, "choose_backend", choose)
        monkeypatch.setattr(module, "choose_device", lambda name: torch.device("cpu" if name == "cpu" else "meta"))

    return fail


@pytest.mark.parametrize(
    "error",
    [
        TypeError("Cannot convert a MPS Tensor to float64"),
        NotImplementedError("not currently implemented for the MPS device"),
        RuntimeError("no kernel image is available"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_card_that_cannot_run_a_model_leaves_it_to_the_processor(
    tiny_model: Path, failing_card: Callable[[Exception], None], error: Exception
) -> None:
    failing_card(error)
    notices: list[str] = []
    separator = Separator.load(str(tiny_model), on_notice=notices.append)
    assert separator.device.type == separator.backend.device.type == "cpu"
    assert "cannot run this model" in separator.backend_reason
    assert notices == [
        "The graphics card cannot run this model. The processor is used instead: slower, with equal results."
    ]
    assert separator.separate(noise(32_000, 1), 32_000, ["dog"]).rest.shape == (32_000, 1)
    # Who asked for the card is told that it fails.
    with pytest.raises(type(error)):
        Separator.load(str(tiny_model), "mps", on_notice=notices.append)
    assert len(notices) == 1


def test_on_apples_gpu_sound_is_transformed_beside_it() -> None:
    """Its threads must not use it while the network does."""
    network = ResUNet(CONFIG).eval()
    seen: list[str] = []

    class Placed(GainBackend):
        device = torch.device("mps")

        def run(self, magnitude: torch.Tensor, steering: Sequence[torch.Tensor], parts: int = 1) -> torch.Tensor:
            seen.append(magnitude.device.type)
            return super().run(magnitude, steering, parts)

    separator = Separator(network, GainEncoder(), torch.device("mps"), "gain", backend=Placed())
    # There is none here for the queries to go to.
    conditions = GainEncoder().encode(["0.5"])
    audio = noise(64_000, 2)
    stem = np.zeros_like(audio)

    def keep(start: int, block: np.ndarray) -> None:
        stem[start : start + block.shape[1]] = block[0]

    separator.run(ArraySound(audio, 32_000), Span(0, len(audio), 0), conditions, keep)
    assert set(seen) == {"cpu"}
    np.testing.assert_allclose(stem, 0.5 * audio, atol=1e-6)


def test_an_out_of_phase_source_does_not_cancel(separator: Separator) -> None:
    left = noise(40_000, 1)
    audio = np.concatenate([left, -left], axis=1)
    assert np.abs(separator.separate(audio, 32_000, ["1"]).stems[0].audio - audio).max() <= 1e-6


NOISE = noise(500_000, 1)


@given(st.integers(0, 200_000), st.integers(1, 300_000), st.integers(0, 500_000))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_final_ranges_cover_the_span_once(separator: Separator, start: int, length: int, first: int) -> None:
    source = ArraySound(NOISE, 32_000)
    end = min(start + length, source.frames)
    seen = np.zeros(source.frames, int)
    # Where the span ends within the source, the stem comes and goes.
    wanted = Ramps(source, Span(start, end, first)).apply(start, source.read(start, end)[None].copy())[0]

    def note(at: int, block: np.ndarray) -> None:
        seen[at : at + block.shape[1]] += 1
        np.testing.assert_allclose(block[0], wanted[at - start : at - start + block.shape[1]], atol=1e-6)

    separator.run(source, Span(start, end, first), separator.conditions(["1"]), note)
    assert (seen[start:end] == 1).all()
    assert seen.sum() == end - start


def test_cancel_answers_within_one_chunk(separator: Separator) -> None:
    token, done = CancelToken(), []

    def watch(progress: Progress) -> None:
        done.append(progress)
        token.set()

    with pytest.raises(Cancelled):
        separator.separate(noise(60 * 32_000, 1), 32_000, ["1"], watch, token)
    assert len(done) == 1
    assert done[0].total > 3


def test_bad_sound_and_words_are_refused(separator: Separator) -> None:
    audio = noise(1000, 1)
    for queries in ([], [""]):
        with pytest.raises(PromptError):
            separator.separate(audio, 32_000, queries)
    audio[10] = np.nan
    with pytest.raises(AudioSepError) as caught:
        separator.separate(audio, 32_000, ["1"])
    assert caught.value.code == "audio-not-finite"


@given(st.integers(1, 50), st.integers(-200, 100), st.integers(1, 200))
def test_mirroring_is_numpys(frames: int, start: int, length: int) -> None:
    samples = noise(frames, 2)
    source = ArraySound(samples, 32_000)
    low, high = max(0, -start), max(0, start + length - frames)
    padded = np.pad(samples, ((low, high), (0, 0)), mode="reflect" if frames > 1 else "edge")
    np.testing.assert_array_equal(read_mirrored(source, start, start + length), padded[start + low :][:length])
