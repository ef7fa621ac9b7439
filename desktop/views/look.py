"""How lanes are drawn, as a value: the same for the recording, the stems and the rest, so that they can be compared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from desktop.services.settings import Settings
from desktop.views.frequency_axis import Scale

Lanes = Literal["waveform", "spectrogram", "both"]
Follow = Literal["page", "smooth", "off"]
Colors = Literal["magma", "viridis", "grey", "inverse"]


@dataclass(frozen=True)
class Look:
    """How lanes are drawn.

    Attributes:
        scale: Of the frequencies.
        fft: Size of the transform, at rates up to 50 kHz.
        range_db: From the darkest colour to the brightest.
        colors: Which colours.
        lanes: What a row shows.
        overlay: Where it shows both: the waveform over the spectrogram, not above it.
        opacity: Of the waveform that lies over a spectrogram, per cent.
        follow: How the view follows the playhead.
        cents: Whether the read-out tells how far a note is off.
    """

    scale: Scale = "mel"
    fft: int = 2048
    range_db: int = 80
    colors: Colors = "magma"
    lanes: Lanes = "both"
    overlay: bool = False
    opacity: int = 60
    follow: Follow = "page"
    cents: bool = True

    @classmethod
    def of(cls, settings: Settings) -> Look:
        """What the settings say."""
        return cls(
            settings.spectrogram_scale,
            settings.spectrogram_fft,
            settings.spectrogram_range_db,
            settings.spectrogram_colors,
            settings.lanes,
            settings.lanes_overlay,
            settings.overlay_opacity,
            settings.follow,
            settings.note_cents,
        )

    def settings(self) -> dict[str, object]:
        """As the settings keep it."""
        return {
            "spectrogram_scale": self.scale,
            "spectrogram_fft": self.fft,
            "spectrogram_range_db": self.range_db,
            "spectrogram_colors": self.colors,
            "lanes": self.lanes,
            "lanes_overlay": self.overlay,
            "overlay_opacity": self.opacity,
            "follow": self.follow,
            "note_cents": self.cents,
        }


@dataclass(frozen=True)
class Preset:
    """A look for one purpose, and the band that matters; `high_hz` None is the top."""

    id: str
    scale: Scale
    fft: int
    range_db: int
    low_hz: float = 0.0
    high_hz: float | None = None

    def applied(self, look: Look) -> Look:
        """The look with what the preset decides."""
        return replace(look, scale=self.scale, fft=self.fft, range_db=self.range_db)


PRESETS: tuple[Preset, ...] = (
    Preset("standard", "mel", 2048, 80),
    Preset("speech", "mel", 1024, 70, 0.0, 8000.0),
    Preset("music", "log", 4096, 90, 30.0, 16000.0),
    Preset("high", "linear", 1024, 90, 8000.0),
    Preset("rumble", "linear", 8192, 100, 0.0, 500.0),
)


def preset_of(look: Look) -> str:
    """The preset that gives these settings, "" when none does."""
    found = (preset.id for preset in PRESETS if preset.applied(look) == look)
    return next(found, "")
