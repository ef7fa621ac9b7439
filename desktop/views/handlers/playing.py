"""Playing, seeking, the output."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.views.handlers.handler import Handler

SHORT_STEP_S = 0.1
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
            "backShort": partial(self._space.playing.step, -SHORT_STEP_S),
            "forwardShort": partial(self._space.playing.step, SHORT_STEP_S),
            "backLong": partial(self._space.playing.step, -LONG_STEP_S),
            "forwardLong": partial(self._space.playing.step, LONG_STEP_S),
            "toStart": self._to_start,
            "toEnd": self._to_end,
            "back": self._back,
            "forward": self._forward,
            "switchSource": self._space.playing.switch,
        }

    def connect_signals(self) -> None:
        """Transport and transport bar."""
        window, transport = self._window, self._space.transport
        self._space.playing.loop_changed.connect(window.actions_by_id["loop"].setChecked)
        transport.position_changed.connect(self._show_position)
        transport.playing_changed.connect(self._show_playing)
        transport.device_changed.connect(self._show_device)
        window.transport_bar.volume_changed.connect(self.set_volume)
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

    def _loop(self) -> None:
        self._space.playing.set_looping(self._window.actions_by_id["loop"].isChecked())

    def _clear_loop(self) -> None:
        self._space.document.set_loop(None)

    def _to_start(self) -> None:
        self._go_to(0.0)

    def _to_end(self) -> None:
        self._go_to(1.0)

    def _back(self) -> None:
        self._space.playing.step(-1.0)

    def _forward(self) -> None:
        self._space.playing.step(1.0)

    def _go_to(self, share: float) -> None:
        source = self._space.document.state.source
        if source is not None:
            frame = round(share * source.frames)
            self._space.transport.seek(frame)
            self._window.timeline.reveal(frame)
