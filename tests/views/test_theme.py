"""Text can be read in both themes."""

import re

import pytest

from audiosep_core.library.resources import resource
from desktop.views.theme import contrast, load_theme, style_sheet


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize("ground", ["window", "panel", "raised", "lane", "hover"])
@pytest.mark.parametrize("ink", ["text", "text_dim"])
def test_text_stands_out(name: str, ground: str, ink: str) -> None:
    theme = load_theme(name)
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize("ground", ["window", "panel", "raised", "lane"])
@pytest.mark.parametrize("ink", ["accent", "warning", "danger"])
def test_accents_stand_out(name: str, ground: str, ink: str) -> None:
    theme = load_theme(name)
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", ["dark", "light"])
def test_text_on_the_accent_stands_out(name: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.accent_text, theme.accent) >= 4.5
    assert contrast(theme.text, theme.accent_soft) >= 4.5


@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_style_sheet_names_only_known_tokens(name: str) -> None:
    assert not re.findall(r"@\w+", style_sheet(load_theme(name)))


def test_contrast_is_the_standard_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_icons_take_their_colour_from_the_theme() -> None:
    for path in resource("icons").glob("*.svg"):
        if not path.stem.startswith(("application", "chevron-", "tick-")):  # those the style sheet names, a theme each
            assert "currentColor" in path.read_text("utf-8"), path.name
