"""Zoom, lanes and their look, theme, full screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from audiosep_core.library.band import band_limit_hz
from desktop.views.frequency_axis import FrequencyAxis
from desktop.views.handlers.handler import Handler
from desktop.views.look import Lanes, Look
from desktop.views.theme import CHOICES

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

_ZOOM = 1.6


class ViewHandler(Handler):
    """What is seen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._limit_of = ""

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "zoomIn": self._zoom_in,
            "zoomOut": self._zoom_out,
            "zoomSelection": self._zoom_selection,
            "zoomAll": self._zoom_all,
            "zoomToggle": self._window.timeline.toggle_zoom,
            "wholeBand": self._whole_band,
            "showWaveform": self._show_waveform,
            "showSpectrogram": self._show_spectrogram,
            "showBoth": self._show_both,
            "overlayLanes": self._overlay,
            "spectrogramSettings": self._spectrogram_settings,
            "themeAction": self.next_theme,
            "fullScreen": self._full_screen,
        }

    def connect_signals(self) -> None:
        """The look comes from the settings and is kept there; the model's limit comes from the model in use."""
        timeline, settings = self._window.timeline, self._space.settings
        timeline.set_look(Look.of(settings.settings))
        settings.changed.connect(self._take_settings)
        timeline.look_changed.connect(self._show_look)
        self._space.models.models_changed.connect(self._show_limit)
        self._show_look()
        self._show_limit()

    def choose_look(self, look: Look) -> None:
        """Draw lanes like this from now on."""
        self._space.settings.update(**look.settings())

    def _take_settings(self) -> None:
        settings = self._space.settings.settings
        self._window.timeline.set_look(Look.of(settings))
        if settings.model != self._limit_of:
            self._show_limit()

    def _show_look(self) -> None:
        look, actions = self._window.timeline.look, self._window.actions_by_id
        for command, lanes in (("showWaveform", "waveform"), ("showSpectrogram", "spectrogram"), ("showBoth", "both")):
            actions[command].setChecked(look.lanes == lanes)
        actions["overlayLanes"].setChecked(look.overlay)

    def _show_limit(self) -> None:
        self._limit_of = self._space.settings.settings.model
        self._window.timeline.set_limit(band_limit_hz(self._limit_of))

    def _whole_band(self) -> None:
        axis = self._window.timeline.axis
        self._window.timeline.show_axis(FrequencyAxis.whole(axis.scale, axis.top_hz))

    def _show_waveform(self) -> None:
        self._show_lanes("waveform")

    def _show_spectrogram(self) -> None:
        self._show_lanes("spectrogram")

    def _show_both(self) -> None:
        self._show_lanes("both")

    def _show_lanes(self, lanes: Lanes) -> None:
        self.choose_look(replace(self._window.timeline.look, lanes=lanes))
        self._show_look()  # also where nothing changed: the menu unticked itself

    def _overlay(self) -> None:
        look = self._window.timeline.look
        self.choose_look(replace(look, overlay=not look.overlay, lanes="both"))
        self._show_look()

    def _spectrogram_settings(self) -> None:
        from desktop.views.spectrogram_dialog import SpectrogramDialog  # pyqtgraph's colours: not before the window

        if self.bring_forward(SpectrogramDialog) is None:
            dialog = SpectrogramDialog(self._window.timeline, self._window)
            dialog.look_chosen.connect(self.choose_look)
            dialog.show()

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
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)  # one that is maximised stays so

    def next_theme(self) -> None:
        """Dark, light, high contrast, as the system has it, dark, …"""
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
            "contrast": self.tr("&Theme: high contrast"),
            "system": self.tr("&Theme: system"),
        }
        self._window.actions_by_id["themeAction"].setText(names[self._window.themes.choice])
