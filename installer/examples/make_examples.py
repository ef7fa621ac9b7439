"""Makes the bundled examples anew: `python -m installer.examples.make_examples [FOLDER]`.

Needs numpy, soundfile and soxr (they come with the program) and, from the system, flite, fluidsynth and the sound font
FluidR3 GM (Debian: flite fluidsynth fluid-soundfont-gm). Every random number comes from one seed, so the files change
only when this code, or one of those programs, does.

Sources are brought to the same RMS, rounded to 16 bit and then added as integers: a mixture is the exact sum of its
sources, and the source that is not stored is the exact difference.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from installer.examples import music_scene, rain_scene, street_scene
from installer.examples.spectrum_shaping import RATE_HZ, Sound

SEED = 20_261_123
PEAK = 10 ** (-1 / 20) * 32_768


@dataclass(frozen=True)
class Scene:
    """Two sources; the first is stored as the truth."""

    name: str
    first: Sound
    second: Sound


def scenes() -> list[Scene]:
    """All three, each from random numbers of its own so that a change to one leaves the others as they are."""
    rain, street = (np.random.default_rng([SEED, number]) for number in range(2))
    return [
        Scene("voice-in-the-rain", rain_scene.voice(rain), rain_scene.rain(rain)),
        Scene("piano-with-drums", music_scene.piano(), music_scene.drums()),
        Scene("siren-in-a-street", street_scene.siren(street), street_scene.traffic(street)),
    ]


def mixture(first: Sound, second: Sound) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """Equal power, the sum's peak at -1 dBFS. Returns (first, first + second) as 16-bit integers."""
    sources = [sound / np.sqrt(np.mean(sound**2)) for sound in (first, second)]
    gain = PEAK / np.max(np.abs(sources[0] + sources[1]))
    quantised = [np.round(gain * sound).astype(np.int64) for sound in sources]
    mixed = quantised[0] + quantised[1]
    if np.max(np.abs([*quantised, mixed])) > 32_767:
        raise ValueError("a source or the mixture does not fit into 16 bit")
    return quantised[0].astype(np.int16), mixed.astype(np.int16)


def main(folder: Path) -> None:
    """Write every mixture and its stored source as FLAC."""
    (folder / "truth").mkdir(parents=True, exist_ok=True)
    for scene in scenes():
        truth, mixed = mixture(scene.first, scene.second)
        for path, samples in ((folder / f"{scene.name}.flac", mixed), (folder / "truth" / f"{scene.name}.flac", truth)):
            soundfile.write(path, samples, RATE_HZ, subtype="PCM_16", format="FLAC", compression_level=1.0)
            print(f"{path}: {len(samples) / RATE_HZ:.1f} s, {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    default = Path(__file__).resolve().parents[2] / "resources" / "examples"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else default)
