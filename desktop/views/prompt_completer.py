"""Completion under the line in which words are typed; the vocabulary is searched on a thread of its own."""

from __future__ import annotations

import contextlib
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout

from audiosep_core.prompts.vocabulary import Completion, complete
from desktop.services.language import spoken

_LEAST = 2
"""Letters from which on words are offered."""
_WHOLE_WORDS = "\u2e80"
"""Letters after this one (kanji, kana) are words by themselves."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINES = 8


class PromptCompleter(QFrame):
    """A list below the line, which keeps the keyboard: Down and Up mark, Enter and Tab take what is marked, Esc closes.

    It is a child of the window and no popup of the system's: nothing grabs the keyboard or the mouse.

    Signals:
        found: What was searched for, and the completions (from the searching thread).
    """

    found = Signal(str, object)

    def __init__(self, edit: QLineEdit, searcher: ThreadPoolExecutor) -> None:
        super().__init__(edit)
        self.setObjectName(f"{edit.objectName()}Completions")
        self.setProperty("completions", "true")
        self._edit = edit
        self._searcher = searcher
        self._prompts: list[str] = []
        self._model = QStringListModel(self)
        self._list = QListView()
        self._list.setObjectName(f"{edit.objectName()}CompletionList")
        self._list.setAccessibleName(self.tr("Completions"))
        self._list.setModel(self._model)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        self.hide()
        self._list.clicked.connect(self._take_marked)
        edit.textEdited.connect(self._search)
        edit.returnPressed.connect(self.hide)
        edit.installEventFilter(self)
        self.found.connect(self._show)

    @property
    def offered(self) -> tuple[str, ...]:
        """The prompts that are offered; none while the list is closed."""
        return () if self.isHidden() else tuple(self._prompts)

    def _search(self, text: str) -> None:
        word = text.strip()
        if len(word) < (1 if word > _WHOLE_WORDS else _LEAST) or '"' in text:
            self.hide()
            return
        future = self._searcher.submit(complete, text, spoken(), _LINES)
        future.add_done_callback(partial(self._tell, text))

    def _tell(self, text: str, future: Future[tuple[Completion, ...]]) -> None:
        if not future.cancelled() and future.exception() is None:
            with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
                self.found.emit(text, future.result())

    def _show(self, text: str, completions: tuple[Completion, ...]) -> None:
        if text != self._edit.text() or not self._edit.hasFocus():
            return  # typed on, or asked for, meanwhile
        typed = " ".join(text.casefold().split())
        offered = [one for one in completions if one.prompt.casefold() != typed]
        self._prompts = [one.prompt for one in offered]
        said = [one.said if one.said == one.prompt else f"{one.said} → {one.prompt}" for one in offered]
        self._model.setStringList(said)
        if not offered:
            self.hide()
            return
        window = self._edit.window()
        self.setParent(window)
        line = max(self._list.sizeHintForRow(0), self.fontMetrics().height())
        place = self._edit.mapTo(window, QPoint(0, self._edit.height() + 2))
        self.setGeometry(place.x(), place.y(), self._edit.width(), len(offered) * line + 8)
        self.raise_()
        self.show()

    def _take_marked(self) -> None:
        row = self._list.currentIndex().row()
        self.hide()
        if 0 <= row < len(self._prompts):
            self._edit.setText(self._prompts[row])

    def _mark(self, by: int) -> None:
        count = len(self._prompts)
        row = self._list.currentIndex().row()
        first = 0 if by > 0 else count - 1
        self._list.setCurrentIndex(self._model.index(first if row < 0 else (row + by) % count))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list, while it is open; it closes when the line loses the keyboard."""
        if watched is not self._edit or self.isHidden():
            return super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key, marked = event.key(), self._list.currentIndex().isValid()
            if key == Qt.Key.Key_Escape:
                self.hide()
                return True
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._mark(1 if key == Qt.Key.Key_Down else -1)
                return True
            if marked and key in (*_ENTER, Qt.Key.Key_Tab):
                if not event.isAutoRepeat():
                    self._take_marked()
                return True
            if key in _ENTER:
                self.hide()
        return super().eventFilter(watched, event)
