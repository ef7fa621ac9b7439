"""Playing, seeking, the output."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.actions.comparing import Blind
from desktop.views.handlers.handler import Handler
from desktop.views.speed_menu import next_speed

SHORT_STEP_S = 0.1
STEP_S = 1.0
LONG_STEP_S = 5.0


class PlayHandler(Handler):
    """What is heard."""

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "play": self._space.playing.toggle,
            "playSelection": self._space.playing.play_selection,
            "stop": self._space.playing.stop_and_return,
            "loop": self._loop,
            "loopSelection": self._space.playing.loop_selection,
            "clearLoop": self._clear_loop,
            "backShort": partial(self._step, -SHORT_STEP_S),
            "forwardShort": partial(self._step, SHORT_STEP_S),
            "backLong": partial(self._step, -LONG_STEP_S),
            "forwardLong": partial(self._step, LONG_STEP_S),
            "toStart": self._to_start,
            "toEnd": self._to_end,
            "back": partial(self._step, -STEP_S),
            "forward": partial(self._step, STEP_S),
            "slower": self._slower,
            "faster": self._faster,
            "usualSpeed": self._usual_speed,
            "returnOnStop": self._return_on_stop,
            "switchSource": self._space.comparing.switch,
            "blindCompare": self._blind,
            "matchLevels": self._match_levels,
            "hearSource": self._space.comparing.hear_source,
            **{f"soloStem{n}": partial(self._space.comparing.solo, n) for n in range(1, 10)},
        }

    def connect_signals(self) -> None:
        """Transport and transport bar."""
        window, transport = self._window, self._space.transport
        self._space.playing.loop_changed.connect(window.actions_by_id["loop"].setChecked)
        transport.position_changed.connect(self._show_position)
        transport.playing_changed.connect(self._show_playing)
        transport.device_changed.connect(self._show_device)
        transport.output_lost.connect(self._output_lost)
        bar = window.transport_bar
        transport.underruns_changed.connect(bar.show_underruns)
        transport.speed_changed.connect(bar.show_speed)
        transport.levels_changed.connect(bar.meter.show_levels)
        transport.clipped.connect(bar.meter.show_clipped)
        self._space.document.source_changed.connect(self._new_source)
        comparing, blind = self._space.comparing, window.blind_bar
        comparing.visible = self._visible
        comparing.match_changed.connect(bar.compare.show_match)
        comparing.blind_changed.connect(self._show_blind)
        blind.heard.connect(comparing.hear)
        blind.preferred.connect(comparing.prefer)
        blind.reveal_requested.connect(comparing.reveal)
        blind.end_requested.connect(comparing.end_blind)
        window.transport_bar.volume_changed.connect(self.set_volume)
        window.prompt_panel.play_requested.connect(window.actions_by_id["play"].trigger)
        window.timeline.seek_requested.connect(transport.seek)

    def set_volume(self, volume_db: float) -> None:
        """Master volume, kept for the next start."""
        self._space.transport.set_volume(volume_db)
        self._space.settings.update(volume_db=max(volume_db, -60.0))

    def _show_position(self, frame: int) -> None:
        timeline = self._window.timeline
        timeline.move_playhead(frame, playing=self._space.transport.playing)
        self._window.transport_bar.show_position(frame / timeline.rate_hz)

    def _show_playing(self, playing: bool) -> None:
        if playing:
            self._window.timeline.follow_again()
        self._window.transport_bar.show_playing(playing)
        self._window.update_actions()

    def _show_device(self, name: str, has_sound: bool) -> None:
        self._window.transport_bar.show_device(name, has_sound, self._space.transport.device_reason)

    def _output_lost(self, name: str) -> None:
        text = self.tr("“{name}” is gone, so playing paused. Press play to go on with the output that is there now.")
        self._space.notices.warning(text.format(name=name))

    def _new_source(self) -> None:
        if self._space.document.state.source is None:
            self._window.transport_bar.meter.clear()

    def _return_on_stop(self) -> None:
        returns = self._window.actions_by_id["returnOnStop"].isChecked()
        self._space.playing.returns = returns
        self._space.settings.update(return_on_stop=returns)

    def restore(self) -> None:
        """As it was when the program was left."""
        settings = self._space.settings.settings
        self._window.transport_bar.show_volume(settings.volume_db)
        self.set_volume(settings.volume_db)
        self._space.playing.returns = settings.return_on_stop
        self._window.actions_by_id["returnOnStop"].setChecked(settings.return_on_stop)
        self._space.comparing.set_matching(settings.match_levels)
        self._window.actions_by_id["matchLevels"].setChecked(settings.match_levels)

    def _visible(self) -> tuple[int, int]:
        viewport = self._window.timeline.viewport
        first = max(0, round(viewport.start))
        return first, max(first + 1, round(viewport.start + viewport.span))

    def _match_levels(self) -> None:
        matching = self._window.actions_by_id["matchLevels"].isChecked()
        self._space.comparing.set_matching(matching)
        self._space.settings.update(match_levels=matching)

    def _blind(self) -> None:
        if self._space.comparing.blind is None:
            self._space.comparing.begin_blind()
        else:
            self._space.comparing.end_blind()

    def _show_blind(self, blind: Blind | None) -> None:
        self._window.blind_bar.show_blind(blind)
        self._window.actions_by_id["blindCompare"].setChecked(blind is not None)
        self._window.update_actions()

    def _slower(self) -> None:
        self._set_speed(next_speed(self._space.transport.speed, -1))

    def _faster(self) -> None:
        self._set_speed(next_speed(self._space.transport.speed, 1))

    def _usual_speed(self) -> None:
        self._set_speed(1.0)

    def _set_speed(self, speed: float) -> None:
        self._space.transport.set_speed(speed, self._space.transport.keeps_pitch)

    def _loop(self) -> None:
        self._space.playing.set_looping(self._window.actions_by_id["loop"].isChecked())

    def _clear_loop(self) -> None:
        self._space.document.set_loop(None)

    def _to_start(self) -> None:
        self._go_to(0.0)

    def _to_end(self) -> None:
        self._go_to(1.0)

    def _step(self, seconds: float) -> None:
        self._space.playing.step(seconds)
        if not self._space.transport.playing:  # else the view follows it, or the person looks elsewhere
            self._window.timeline.reveal(self._space.transport.position)

    def _go_to(self, share: float) -> None:
        source = self._space.document.state.source
        if source is not None:
            frame = round(share * source.frames)
            self._space.transport.seek(frame)
            self._window.timeline.reveal(frame)
