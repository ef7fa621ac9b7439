"""A star for the words that are there: they stay at the top of those used before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget


class StarButton(QToolButton):
    """Down while all the words have a star.

    Signals:
        star_requested: Words, and whether they get a star.
    """

    star_requested = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("favouriteButton")
        self.setCheckable(True)
        self.setProperty("flat", "true")
        self._words: tuple[str, ...] = ()
        self._favourites: set[str] = set()
        self.clicked.connect(self._request)
        self._show()

    def show_words(self, words: Sequence[str]) -> None:
        """What would get a star."""
        self._words = tuple(words)
        self._show()

    def show_favourites(self, words: Sequence[str]) -> None:
        """What has one."""
        self._favourites = {word.casefold() for word in words}
        self._show()

    def _show(self) -> None:
        starred = bool(self._words) and all(word.casefold() in self._favourites for word in self._words)
        self.setChecked(starred)
        self.setEnabled(bool(self._words))
        self.setText("★" if starred else "☆")
        text = self.tr("Remove the star") if starred else self.tr("Keep these words as favourites")
        self.setToolTip(text)
        self.setAccessibleName(text)

    def _request(self, starred: bool) -> None:
        for word in self._words:  # an answer to the first one may lift the button again: `starred` is what was meant
            self.star_requested.emit(word, starred)
        self._show()
