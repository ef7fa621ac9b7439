from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from audiosep_core.model.audio_tower import WINDOW_FRAMES, fixed_windows
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.resunet import ResUNet
from audiosep_core.model.waveform import istft, reflected, separate_waveform, stft

TINY = ModelConfig(n_fft=256, hop=40, widths=(2, 2, 4), pools=((2, 2), (2, 2)), condition_size=4)


@given(frames=st.integers(1, 2000))
@settings(max_examples=60, deadline=None)
def test_sound_of_any_length_comes_back(frames: int) -> None:
    """Also below one STFT window, where torch.stft's own reflection fails."""
    wave = torch.rand(2, frames, generator=torch.Generator().manual_seed(frames)) - 0.5
    window = torch.hann_window(256)
    spectrum = stft(wave, 256, 40, window)
    assert spectrum.shape == (2, frames // 40 + 1, 129)
    torch.testing.assert_close(istft(spectrum, 256, 40, window, frames), wave, atol=1e-5, rtol=0)


@given(frames=st.integers(2, 40), before=st.integers(0, 100), after=st.integers(0, 100))
def test_reflection_is_numpys(frames: int, before: int, after: int) -> None:
    wave = np.random.default_rng(frames).uniform(-1, 1, (2, frames)).astype(np.float32)
    expected = np.pad(wave, ((0, 0), (before, after)), mode="reflect")
    np.testing.assert_array_equal(reflected(torch.from_numpy(wave), before, after).numpy(), expected)


def test_both_ways_of_reflecting_agree_where_they_meet() -> None:
    wave, window = torch.rand(1, 400), torch.hann_window(256)
    padded = torch.stft(reflected(wave, 128, 128), 256, 40, window=window, center=False, return_complex=True)
    torch.testing.assert_close(stft(wave, 256, 40, window), padded.transpose(1, 2))


@pytest.mark.parametrize("frames", [0, 1, 100, 128, 129, 5000])
def test_a_network_takes_clips_of_any_length(frames: int) -> None:
    torch.manual_seed(0)
    network = ResUNet(TINY).eval()
    with torch.inference_mode():
        out = separate_waveform(network, torch.rand(2, 1, frames) - 0.5, torch.rand(2, 4))
    assert out.shape == (2, 1, frames)
    assert bool(out.isfinite().all())
    assert frames == 0 or bool(out.any())


def test_a_mixture_needs_its_channel_axis() -> None:
    for shape in ((100,), (1, 100), (1, 2, 100)):
        with pytest.raises(ValueError, match="batch, 1, frames"):
            separate_waveform(ResUNet(TINY).eval(), torch.zeros(shape), torch.zeros(1, 4))


@pytest.mark.parametrize("frames", [1, 1000, WINDOW_FRAMES - 1, WINDOW_FRAMES])
def test_short_sounds_are_repeated_whole_and_padded(frames: int) -> None:
    wave = torch.arange(1.0, frames + 1)[None]
    windows = fixed_windows(wave)
    assert windows.shape == (1, 1, WINDOW_FRAMES)
    whole = WINDOW_FRAMES // frames * frames
    assert torch.equal(windows[0, 0, :whole], wave[0].repeat(WINDOW_FRAMES // frames))
    assert not windows[0, 0, whole:].any()


@pytest.mark.parametrize("frames", [WINDOW_FRAMES + 1, 2 * WINDOW_FRAMES, 2 * WINDOW_FRAMES + 12_345])
def test_windows_of_a_long_sound_cover_it_from_end_to_end(frames: int) -> None:
    windows = fixed_windows(torch.arange(frames)[None])[0]
    assert len(windows) == -(-frames // WINDOW_FRAMES)
    assert windows[0, 0] == 0
    assert windows[-1, -1] == frames - 1
    assert len(windows.unique()) == frames
