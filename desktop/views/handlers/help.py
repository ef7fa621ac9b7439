"""Keys, logs, about."""

from __future__ import annotations

from collections.abc import Callable

import audiosep_core
from audiosep_core.library.paths import log_folder
from desktop.views.handlers.handler import Handler
from desktop.views.keys_dialog import KeysDialog


class HelpHandler(Handler):
    """Help."""

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "keys": self._keys,
            "logs": self._logs,
            "about": self._about,
        }

    def act_on(self, what: str, argument: str) -> bool:
        """The button of a notice."""
        if what != "logs":
            return False
        self._logs()
        return True

    def _keys(self) -> None:
        KeysDialog(self._window).show()

    def _logs(self) -> None:
        self._window.show_folder(str(log_folder()))

    def _about(self) -> None:
        text = self.tr("AudioSep Desktop {version}. Say what you want to hear, get it on a track of its own.")
        version = text.format(version=audiosep_core.__version__)
        self._space.notices.info(version, self.tr("Everything runs on this computer."))
