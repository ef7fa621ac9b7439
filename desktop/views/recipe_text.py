"""What a stem was asked for with, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from audiosep_core.library.registry import model_title
from desktop.document.state import StemTrack
from desktop.views import ticks


def recipe_text(stem: StemTrack, rate_hz: int) -> str:
    """A few lines for a tooltip: the words, what they stood beside, the stretch, the model."""
    others = [prompt for prompt in stem.recipe.prompts if prompt != stem.prompt]
    lines = [_tr("Asked for: {words}").format(words=stem.prompt)]
    if others:
        lines.append(_tr("Together with: {words}").format(words=", ".join(others)))
    if stem.recipe.against:
        lines.append(_tr("But not: {words}").format(words=", ".join(stem.recipe.against)))
    start, end = ticks.tenths(stem.start / rate_hz), ticks.tenths(stem.end / rate_hz)
    lines.append(_tr("From {start} to {end}").format(start=start, end=end))
    lines.append(_tr("Model: {name}").format(name=model_title(stem.model)))
    return "\n".join(lines)


def _tr(text: str) -> str:
    return QCoreApplication.translate("recipe", text)
