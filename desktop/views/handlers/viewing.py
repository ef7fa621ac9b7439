"""Zoom, theme, full screen."""

from __future__ import annotations

from collections.abc import Callable

from desktop.views.handlers.handler import Handler
from desktop.views.theme import CHOICES

_ZOOM = 1.6


class ViewHandler(Handler):
    """What is seen."""

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "zoomIn": self._zoom_in,
            "zoomOut": self._zoom_out,
            "zoomSelection": self._zoom_selection,
            "zoomAll": self._zoom_all,
            "themeAction": self.next_theme,
            "fullScreen": self._full_screen,
        }

    def _zoom_in(self) -> None:
        self._zoom(_ZOOM)

    def _zoom_out(self) -> None:
        self._zoom(1 / _ZOOM)

    def _zoom_all(self) -> None:
        timeline = self._window.timeline
        timeline.show(timeline.viewport.showing(0, timeline.viewport.frames))

    def _zoom(self, factor: float) -> None:
        timeline = self._window.timeline
        view = timeline.viewport
        in_sight = view.start <= timeline.playhead <= view.end
        timeline.show(view.zoomed(factor, timeline.playhead if in_sight else view.start + view.span / 2))

    def _zoom_selection(self) -> None:
        timeline = self._window.timeline
        if timeline.selection is not None:
            timeline.show(timeline.viewport.framing(timeline.selection.start, timeline.selection.end))

    def _full_screen(self) -> None:
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def next_theme(self) -> None:
        """Dark, light, as the system has it, dark, …"""
        themes = self._window.themes
        choice = CHOICES[(CHOICES.index(themes.choice) + 1) % len(CHOICES)]
        themes.choose(choice)
        self._space.settings.update(theme=choice)
        self.name_theme_action()

    def name_theme_action(self) -> None:
        """Let the menu say which theme is in force."""
        names = {
            "dark": self.tr("&Theme: dark"),
            "light": self.tr("&Theme: light"),
            "system": self.tr("&Theme: system"),
        }
        self._window.actions_by_id["themeAction"].setText(names[self._window.themes.choice])
