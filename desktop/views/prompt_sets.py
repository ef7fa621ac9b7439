"""Sets of words that are asked for together: kept, used again, forgotten."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.services.prompt_store import PromptSet

_SHOWN = 40


class PromptSets(QToolButton):
    """A button with a menu.

    Signals:
        chosen: The person wants a set: what to hear, and what not (tuples of words).
        save_requested: They want to keep the words that are there: a name, the words, and what not.
        forget_requested: They do not want a set any more: its name.
    """

    chosen = Signal(object, object)
    save_requested = Signal(str, object, object)
    forget_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("promptSetsButton")
        self.setText(self.tr("Sets") + " ▾")
        self.setAccessibleName(self.tr("Sets of words"))
        self.setToolTip(self.tr("Keep the words that are there as a set, and use it again"))
        self.setProperty("flat", "true")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._words: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._sets: tuple[PromptSet, ...] = ()
        self._menu = QMenu(self)
        self._menu.setObjectName("promptSetsMenu")
        self._menu.aboutToShow.connect(self.fill)
        self._menu.triggered.connect(self._act)
        self.setMenu(self._menu)

    def show_sets(self, sets: Sequence[PromptSet]) -> None:
        """Offer these."""
        self._sets = tuple(sets)

    def show_words(self, prompts: Sequence[str], against: Sequence[str]) -> None:
        """What would be kept."""
        self._words = tuple(prompts), tuple(against)

    def fill(self) -> None:
        """Make the menu anew."""
        self._menu.clear()
        for one in self._sets:
            self._add(self._menu, _short(one.name), ("use", one))
        if self._sets:
            self._menu.addSeparator()
        name = ", ".join(self._words[0])
        keep = self._add(self._menu, self.tr("Keep “{words}” as a set").format(words=_short(name)), ("save", name))
        keep.setEnabled(bool(self._words[0]))
        if self._sets:
            forget = self._menu.addMenu(self.tr("Forget"))
            for one in self._sets:
                self._add(forget, _short(one.name), ("forget", one))

    def _add(self, menu: QMenu, text: str, data: object) -> QAction:
        action = QAction(text.replace("&", "&&"), menu)
        action.setData(data)
        menu.addAction(action)
        return action

    def _act(self, action: QAction) -> None:
        what, about = action.data()
        if what == "save":
            self.save_requested.emit(about, *self._words)
        elif what == "use":
            self.chosen.emit(about.prompts, about.against)
        else:
            self.forget_requested.emit(about.name)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
