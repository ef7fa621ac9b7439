"""Completion under the line in which words are typed; the vocabulary is searched on a thread of its own."""

from __future__ import annotations

import contextlib
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from audiosep_core.prompts.vocabulary import Completion, complete

_LEAST = 2
"""Letters from which on words are offered."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PromptCompleter(QCompleter):
    """Offers words while a person types; what is chosen is the English prompt.

    Signals:
        found: What was searched for, and the completions (from the searching thread).
    """

    found = Signal(str, object)

    def __init__(self, edit: QLineEdit, searcher: ThreadPoolExecutor) -> None:
        super().__init__(edit)
        self._edit = edit
        self._searcher = searcher
        self._offered: dict[str, str] = {}
        self._model = QStringListModel(self)
        self.setModel(self._model)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.popup().setObjectName(f"{edit.objectName()}Completions")
        self.popup().setAccessibleName(self.tr("Completions"))
        self.popup().installEventFilter(self)  # behind the completer's own: asked before it
        edit.returnPressed.connect(self.popup().hide)
        self.setWidget(edit)  # not QLineEdit.setCompleter: that would search at every key, and wait for it
        edit.textEdited.connect(self._search)
        self.found.connect(self._show)
        self.activated.connect(self._take)

    def _search(self, text: str) -> None:
        if len(text.strip()) < _LEAST or '"' in text:
            self.popup().hide()
            return
        language = QLocale().name().split("_")[0]
        future = self._searcher.submit(complete, text, language)
        future.add_done_callback(partial(self._tell, text))

    def _tell(self, text: str, future: Future[tuple[Completion, ...]]) -> None:
        if not future.cancelled() and future.exception() is None:
            with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
                self.found.emit(text, future.result())

    def _show(self, text: str, completions: tuple[Completion, ...]) -> None:
        if text != self._edit.text() or not self._edit.hasFocus():
            return  # typed on, or asked for, meanwhile
        typed = " ".join(text.casefold().split())
        self._offered = {
            one.said if one.said == one.prompt else f"{one.said}  →  {one.prompt}": one.prompt
            for one in completions
            if one.prompt.casefold() != typed
        }
        if not self._offered:
            self.popup().hide()
            return
        self._model.setStringList(list(self._offered))
        self.complete()

    def _take(self, shown: str) -> None:
        self._edit.setText(self._offered.get(shown, shown))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab take what is marked, and only that; Esc closes the list and nothing else."""
        if watched is not self.popup() or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.popup().hide()
            return True
        if event.key() in _ENTER and event.isAutoRepeat():
            return True
        marked = self.popup().currentIndex()
        if event.key() in (*_ENTER, Qt.Key.Key_Tab) and marked.isValid():
            self.popup().hide()
            self._take(str(marked.data()))
            return True
        return super().eventFilter(watched, event)
