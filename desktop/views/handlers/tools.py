"""Models and the engine."""

from __future__ import annotations

from collections.abc import Callable

from desktop.views.handlers.asking import DEVICE
from desktop.views.handlers.handler import Handler
from desktop.views.models_dialog import ModelsDialog


class ToolHandler(Handler):
    """Models and the engine."""

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "models": self.models,
            "restartEngine": self.restart_engine,
        }

    def connect_signals(self) -> None:
        """The choice of a model."""
        panel = self._window.prompt_panel
        self._space.models.models_changed.connect(self._models_changed)
        panel.models.chosen.connect(self.choose_model)
        panel.models_requested.connect(self.models)

    def act_on(self, what: str, argument: str) -> bool:
        """The button of a notice."""
        if what == "restart-engine":
            self.restart_engine()
        elif what == "models":
            self.models()
        elif what == "use-model":
            self.choose_model(argument)
        else:
            return False
        return True

    def _models_changed(self) -> None:
        before = self._space.settings.settings.model
        self._window.offer_models()
        now = self._space.settings.settings.model
        if now != before:
            self.choose_model(now)
        self._window.update_actions()

    def choose_model(self, name: str) -> None:
        """Use another model from now on."""
        self._space.settings.update(model=name)
        self._window.offer_models()
        self._window.notices.drop(f"use-model:{name}")
        self._space.separation.warm(name, DEVICE)

    def models(self) -> None:
        """Show the models dialog; only one."""
        if self.bring_forward(ModelsDialog) is not None:
            return
        settings = self._space.settings
        dialog = ModelsDialog(self._space.models, lambda: settings.settings.model, self._window)
        dialog.use_requested.connect(self.choose_model)
        dialog.folder_requested.connect(self._window.show_folder)
        dialog.show()

    def restart_engine(self) -> None:
        """Start the engine again, with the model that was in use."""
        self._space.separation.restart_engine()
        self._space.separation.warm(self._space.settings.settings.model, DEVICE)
