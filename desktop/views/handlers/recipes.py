"""The chosen stem's request: asked within it, made again, copied; and phrasings that are tried."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication

from desktop.actions.recipes import command_line, recipe_json
from desktop.views.handlers.handler import Handler
from desktop.views.prompt_phrasings import WAYS


class RecipeHandler(Handler):
    """Requests that come of other requests."""

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        phrasings = {f"phrasing{place + 1}": partial(self._hear, place) for place in range(WAYS)}
        return {
            "askWithin": self._ask_within,
            "makeAgain": self._make_again,
            "copyCommandLine": self._copy_command_line,
            "copyRecipe": self._copy_recipe,
            "tryPhrasings": self._try_phrasings,
            **phrasings,
        }

    def connect_signals(self) -> None:
        """Phrasings."""
        panel, phrasings = self._window.prompt_panel, self._space.asking.phrasings
        phrasings.changed.connect(self._show_trial)
        phrasings.heard.connect(panel.phrasings.mark)
        panel.phrasings_requested.connect(self._try_phrasings)
        panel.phrasings.hear_requested.connect(self._hear)
        panel.phrasings.use_requested.connect(self._use)
        panel.phrasings.closed.connect(phrasings.forget)
        self._space.transport.playing_changed.connect(self._playing_changed)
        self._space.document.stems_changed.connect(self._stems_changed)

    def _ask_within(self) -> None:
        stem = self._window.chosen_stem()
        if stem is not None:
            panel = self._window.prompt_panel
            panel.set_prompts(())
            panel.scope.ask_within(stem.id, stem.name)
            panel.focus_prompt()

    def _stems_changed(self) -> None:
        scope = self._window.prompt_panel.scope
        if scope.within and self._space.document.state.stem(scope.within) is None:
            scope.ask_within("", "")

    def _make_again(self) -> None:
        stem = self._window.chosen_stem()
        if stem is None:
            return
        how, model = self._window.prompt_panel.advanced.choice, self._space.settings.settings.model
        made = self._space.separation.make_again(stem.id, model, how, self._space.transport.position)
        if made is not None:
            self._window.tracks.focus_row(made)

    def _copy_command_line(self) -> None:
        stem, state = self._window.chosen_stem(), self._space.document.state
        if stem is not None and state.source is not None:
            text = command_line(state, stem, windows=sys.platform == "win32")
            QGuiApplication.clipboard().setText(text)
            hint = self.tr("The stem that it was separated from is left out: it asks the recording.")
            self._space.notices.info(self.tr("The command line is copied."), hint if stem.parent else "")

    def _copy_recipe(self) -> None:
        stem, state = self._window.chosen_stem(), self._space.document.state
        if stem is not None and state.source is not None:
            QGuiApplication.clipboard().setText(recipe_json(state, stem))
            self._space.notices.info(self.tr("The recipe is copied as JSON."))

    # -- phrasings

    def _try_phrasings(self) -> None:
        panel, space = self._window.prompt_panel, self._space
        if panel.prompts:
            model = space.settings.settings.model
            space.asking.phrasings.try_out(panel.prompts[-1], model, panel.advanced.choice, space.transport.position)

    def _hear(self, place: int) -> None:
        self._space.asking.phrasings.hear(place)

    def _show_trial(self) -> None:
        self._window.prompt_panel.phrasings.show_trial(self._space.asking.phrasings.trial)

    def _playing_changed(self, playing: bool) -> None:
        if not playing:
            self._window.prompt_panel.phrasings.mark(-1)
            self._space.playing.end_audition()

    def _use(self, words: str) -> None:
        panel = self._window.prompt_panel
        self._space.asking.phrasings.forget()
        panel.set_prompts((words,), panel.against)
        panel.ask()
