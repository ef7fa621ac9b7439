"""Text can be read and controls can be seen in every theme."""

import re
from pathlib import Path

import pytest

from audiosep_core.library.resources import resource
from desktop.views.theme import THEMES, Theme, contrast, load_theme, style_sheet


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", ["window", "panel", "raised", "lane", "hover"])
@pytest.mark.parametrize("ink", ["text", "text_dim"])
def test_text_stands_out(name: str, ground: str, ink: str) -> None:
    theme = load_theme(name)
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", ["window", "panel", "raised", "lane"])
@pytest.mark.parametrize("ink", ["accent", "warning", "danger"])
def test_accents_stand_out(name: str, ground: str, ink: str) -> None:
    theme = load_theme(name)
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_text_on_the_accent_stands_out(name: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.accent_text, theme.accent) >= 4.5
    assert contrast(theme.text, theme.accent_soft) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_names_only_known_tokens(name: str) -> None:
    assert not re.findall(r"@\w+", style_sheet(load_theme(name)))


@pytest.mark.parametrize("name", THEMES)
def test_the_pictures_of_the_style_sheet_are_there(name: str) -> None:
    pictures = re.findall(r'url\("([^"]+)"\)', style_sheet(load_theme(name)))
    assert len(pictures) > 4
    assert [path for path in pictures if not Path(path).is_file()] == []


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", ["window", "panel", "raised", "lane"])
def test_what_outlines_a_control_stands_out(name: str, ground: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.control, getattr(theme, ground)) >= 3
    assert contrast(theme.accent, getattr(theme, ground)) >= 3, "the outline of what has the focus"


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ink", ["playhead", "wave", "wave_core"])
def test_what_is_drawn_stands_out(name: str, ink: str) -> None:
    theme = load_theme(name)
    assert contrast(getattr(theme, ink), theme.lane) >= 3


def rules(theme: Theme) -> list[tuple[str, str, str]]:
    """Selector, text and ground of every rule of the style sheet that gives both."""
    found = []
    for selector, body in re.findall(r"([^{}]+)\{([^}]*)\}", style_sheet(theme)):
        said = dict(re.findall(r"(?:^|;|\s)(background|color)\s*:\s*(#[0-9a-fA-F]{6})", body))
        if len(said) == 2:
            found.append((selector.strip(), said["color"], said["background"]))
    return found


@pytest.mark.parametrize("name", THEMES)
def test_every_pair_of_the_style_sheet_can_be_read(name: str) -> None:
    theme = load_theme(name)
    pairs = [rule for rule in rules(theme) if "disabled" not in rule[0]]  # what is switched off may be faint
    assert len(pairs) > 8
    assert [rule for rule in pairs if contrast(rule[1], rule[2]) < 4.5] == []


@pytest.mark.parametrize("name", THEMES)
def test_a_tick_that_is_switched_off_can_be_seen(name: str) -> None:
    said = dict(re.findall(r"QCheckBox::indicator:([\w:]+) {([^}]*)}", style_sheet(load_theme(name), 100)))
    (icon,) = re.findall(r"tick-\w+\.svg", said["checked"])
    (ground,) = re.findall(r"background: (#\w+)", said["checked:disabled"])
    (stroke,) = re.findall(r'stroke="(#\w+)"', resource("icons", icon).read_text("utf-8"))
    assert contrast(stroke, ground) >= 2.5


def test_high_contrast_is_higher_than_the_others() -> None:
    theme = load_theme("contrast")
    for ground in ("window", "panel", "raised", "lane", "hover"):
        assert contrast(theme.text_dim, getattr(theme, ground)) >= 7
        assert contrast(theme.control, getattr(theme, ground)) >= 4.5


def test_text_grows_with_its_setting() -> None:
    def sizes(percent: int) -> list[int]:
        return [int(size) for size in re.findall(r"font-size: (\d+)px", style_sheet(load_theme("dark"), percent))]

    assert sizes(200) == [2 * size for size in sizes(100)]
    assert min(sizes(80)) >= 8


def test_contrast_is_the_standard_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_icons_take_their_colour_from_the_theme() -> None:
    for path in resource("icons").glob("*.svg"):
        if not path.stem.startswith(("application", "chevron-", "tick-")):  # those the style sheet names, a theme each
            assert "currentColor" in path.read_text("utf-8"), path.name
