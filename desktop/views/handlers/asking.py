"""Asking for sounds, and what the engine says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from desktop.actions.models import ModelWork
from desktop.actions.separation import Work
from desktop.views.handlers.handler import Handler

DEVICE = "auto"
"""The engine takes the best device it finds."""


class AskHandler(Handler):
    """From the prompt panel to the engine and back."""

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "focusPrompt": self._focus_prompt,
            "separate": self._ask,
            "soundsLike": self.separate_like,
            "cancel": self.cancel,
        }

    def connect_signals(self) -> None:
        """Prompt panel and engine."""
        window, separation = self._window, self._space.separation
        separation.work_changed.connect(self._show_work)
        separation.stem_finished.connect(self._stem_finished)
        separation.engine_changed.connect(window.status.show_engine)
        separation.prompt_used.connect(self._remember_prompt)
        self._space.models.work_changed.connect(self._show_model_work)
        self._space.inference.warm_failed.connect(self._warm_failed)
        panel = window.prompt_panel
        panel.separate_requested.connect(self.separate_prompts)
        panel.like_requested.connect(self.separate_like)
        panel.prompt_changed.connect(window.update_actions)
        window.status.cancel_requested.connect(self.cancel)

    def _focus_prompt(self) -> None:
        self._window.prompt_panel.focus_prompt()

    def _ask(self) -> None:
        self._window.prompt_panel.ask()

    def _show_work(self, work: Work | None) -> None:
        self._window.status.show_work(work)
        notice = self._window.notices.notice
        if work is not None and work.phase != "waiting" and notice is not None and notice.action == "restart-engine":
            self._window.notices.dismiss()
        self._window.update_actions()

    def _show_model_work(self, work: ModelWork | None) -> None:
        self._window.status.show_model_work(work)
        self._window.update_actions()

    def _warm_failed(self) -> None:
        self._window.status.show_engine(self.tr("Engine: off"))

    def _stem_finished(self, stem_id: str) -> None:
        # Space must play, not type: the keyboard goes to the new stem, unless it is in use.
        stem = self._space.document.state.stem(stem_id)
        focused = self._window.focusWidget()
        waiting = stem is not None and self._window.prompt_panel.waits_for(stem.recipe)
        if waiting or not isinstance(focused, QLineEdit):
            self._window.tracks.focus_row(stem_id)

    def _remember_prompt(self, prompt: str) -> None:
        self._space.settings.remember_prompt(prompt)
        self._window.prompt_panel.show_history(self._space.settings.settings.prompts)

    def separate_prompts(self, prompts: tuple[str, ...], against: tuple[str, ...]) -> None:
        """Ask for these sounds, in one pass."""
        model = self._space.settings.settings.model
        self._space.separation.separate(prompts, model, DEVICE, self._space.transport.position, against)

    def separate_like(self) -> None:
        """Ask for what sounds like the selection."""
        model = self._space.settings.settings.model
        against = self._window.prompt_panel.against
        self._space.separation.separate_like(model, DEVICE, self._space.transport.position, against)

    def cancel(self) -> None:
        """Stop what the status line shows; said at once, done within half a second."""
        if not self._space.separation.working:
            self._space.models.stop()
            return
        self._window.status.show_stopping()
        self._space.separation.cancel()
