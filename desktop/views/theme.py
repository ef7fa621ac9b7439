"""Colours of the window: tokens from resources/themes/tokens.toml, as a palette and one style sheet."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from audiosep_core.library.resources import resource

Choice = Literal["dark", "light", "contrast", "system"]
CHOICES: tuple[Choice, ...] = ("dark", "light", "contrast", "system")
THEMES = ("dark", "light", "contrast")
_HIGH_CONTRAST = getattr(getattr(Qt, "ContrastPreference", None), "HighContrast", None)  # Qt 6.10
_SIZE = re.compile(r"font-size: (\d+)px")


@dataclass(frozen=True)
class Theme:
    """The tokens of one theme, as "#rrggbb"."""

    name: str
    window: str
    panel: str
    raised: str
    hover: str
    lane: str
    line: str
    text: str
    text_dim: str
    accent: str
    accent_text: str
    accent_soft: str
    warning: str
    danger: str
    playhead: str
    wave: str
    wave_core: str
    grid: str
    hatch: str
    faint: str
    control: str

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return luminance(self.window) < 0.2


@cache
def load_theme(name: str) -> Theme:
    """A theme by name, one of `THEMES`."""
    tokens = tomllib.loads(resource("themes", "tokens.toml").read_text("utf-8"))[name]
    return Theme(name=name, **{f.name: tokens[f.name] for f in fields(Theme) if f.name != "name"})


def luminance(color: str) -> float:
    """Relative luminance of "#rrggbb" as WCAG 2 defines it, 0 to 1."""
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours as WCAG 2 defines it, 1 to 21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def palette(theme: Theme) -> QPalette:
    """The Fusion palette of a theme."""
    role = QPalette.ColorRole
    colors = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.lane,
        role.AlternateBase: theme.panel,
        role.Text: theme.text,
        role.PlaceholderText: theme.text_dim,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.hover,
        role.Midlight: theme.raised,
        role.Mid: theme.line,
        role.Dark: theme.line,
        role.Shadow: theme.lane,
        role.Accent: theme.accent,
    }
    result = QPalette()
    for where, color in colors.items():
        result.setColor(where, QColor(color))
    for where in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, where, QColor(theme.faint))
    return result


def style_sheet(theme: Theme, text_size: int = 100) -> str:
    """What the Fusion style cannot say by palette: flat controls, thin lines, visible focus.

    Args:
        theme: Whose colours.
        text_size: Of all text, per cent.
    """
    sheet = resource("themes", "window.qss").read_text("utf-8")
    sheet = _SIZE.sub(lambda size: f"font-size: {round(int(size[1]) * text_size / 100)}px", sheet)
    sheet = sheet.replace("@kind", "dark" if theme.is_dark else "light")
    for field in sorted(fields(Theme), key=lambda f: -len(f.name)):
        sheet = sheet.replace(f"@{field.name}", getattr(theme, field.name))
    return sheet.replace("@icons", resource("icons").as_posix())


class ThemeManager(QObject):
    """The theme in force, for the whole application.

    Signals:
        changed: Another theme is in force; whoever paints by hand repaints.  arg: the Theme.
    """

    changed = Signal(object)

    def __init__(self, choice: Choice = "system", text_size: int = 100, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: Choice = choice
        self._text_size = text_size
        self.theme = load_theme(self._resolved())
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        if hasattr(hints, "accessibility"):  # Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    @property
    def choice(self) -> Choice:
        """What the person chose."""
        return self._choice

    @property
    def text_size(self) -> int:
        """Of all text, per cent."""
        return self._text_size

    def choose(self, choice: Choice, text_size: int | None = None) -> None:
        """Follow a choice from now on; another size of text too, where one is given."""
        text_size = self._text_size if text_size is None else text_size
        if (choice, text_size) != (self._choice, self._text_size):
            self._choice, self._text_size = choice, text_size
            self.apply()

    def apply(self) -> None:
        """Put the theme in force on the running application."""
        self.theme = load_theme(self._resolved())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setStyle("Fusion")
        app.setPalette(palette(self.theme))
        app.setStyleSheet(style_sheet(self.theme, self._text_size))
        self.changed.emit(self.theme)

    def _resolved(self) -> str:
        if self._choice != "system":
            return self._choice
        hints = QGuiApplication.styleHints()
        if hasattr(hints, "accessibility") and hints.accessibility().contrastPreference() == _HIGH_CONTRAST:
            return "contrast"
        scheme = hints.colorScheme()
        return "light" if scheme == Qt.ColorScheme.Light else "dark"

    def _system_changed(self) -> None:
        if self._choice == "system" and self._resolved() != self.theme.name:
            self.apply()
