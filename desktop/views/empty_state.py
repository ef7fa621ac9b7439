"""What the window shows before a recording is open: one card that says how to begin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.actions.opening import Example
from desktop.views.icons import icon, pixmap
from desktop.views.theme import Theme, ThemeManager

_RECENT_SHOWN = 4


class EmptyState(QWidget):
    """The card: drop, open, an example, a recent recording.

    Signals:
        open_requested: The dialog is wanted.
        example_chosen: arg: the Example.
        recent_chosen: arg: its Path.
    """

    open_requested = Signal()
    example_chosen = Signal(object)
    recent_chosen = Signal(object)

    def __init__(self, examples: Sequence[Example], themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self.setAccessibleName(self.tr("No recording open"))
        self._theme = themes.theme
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = QLabel(self.tr("Drop audio or video here"))
        title.setProperty("title", "true")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title.setWordWrap(True)
        formats = QLabel(self.tr("WAV, FLAC, MP3, OGG, M4A, MP4, MKV and more"))
        formats.setProperty("dim", "true")
        formats.setAlignment(Qt.AlignmentFlag.AlignCenter)
        formats.setWordWrap(True)
        promise = QLabel(self.tr("Everything runs on this computer. Nothing is uploaded."))
        promise.setProperty("dim", "true")
        promise.setAlignment(Qt.AlignmentFlag.AlignCenter)
        promise.setWordWrap(True)
        self._open = QPushButton(self.tr("Open…"))
        self._open.setObjectName("emptyOpenButton")
        self._open.setAccessibleName(self.tr("Open a recording"))
        self._open.setProperty("primary", "true")
        self._open.setMinimumWidth(150)
        self._open.clicked.connect(self.open_requested)
        self._card = QFrame()
        self._card.setObjectName("emptyCard")
        self._card.setMaximumWidth(620)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(36, 30, 36, 28)
        card.setSpacing(10)
        for widget in (self._picture, title, formats, promise):
            card.addWidget(widget)
        card.addSpacing(6)
        card.addWidget(self._open, 0, Qt.AlignmentFlag.AlignCenter)
        self._examples: list[QPushButton] = []
        if examples:
            card.addSpacing(12)
            card.addWidget(self._heading(self.tr("OR TRY AN EXAMPLE")))
            for place, example in enumerate(examples):
                card.addWidget(self._example_button(place, example))
        self._recent_title = self._heading(self.tr("RECENT"))
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        card.addSpacing(8)
        card.addWidget(self._recent_title)
        card.addLayout(self._recent)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card, 8)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)
        self.show_recent(())
        themes.changed.connect(self._set_theme)
        self._set_theme(themes.theme)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Offer recordings that were open before."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for place, path in enumerate(paths[:_RECENT_SHOWN]):
            button = QPushButton(path.name.replace("&", "&&"))
            button.setObjectName(f"recentButton-{place}")
            button.setAccessibleName(self.tr("Open {name}").format(name=path.name))
            button.setToolTip(str(path))
            button.setProperty("link", "true")
            button.clicked.connect(lambda _=False, chosen=path: self.recent_chosen.emit(chosen))
            self._recent.addWidget(button)
        self._recent_title.setVisible(bool(paths))

    def show_drag(self, over: bool) -> None:
        """Light up while files hover over the window."""
        self._card.setProperty("over", "true" if over else "")
        self._card.style().polish(self._card)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("heading", "true")
        return label

    def _example_button(self, place: int, example: Example) -> QPushButton:
        first = f"   “{example.prompts[0]}”" if example.prompts else ""
        title = QCoreApplication.translate("examples", example.title)
        button = QPushButton(f"{title}{first}".replace("&", "&&"))
        button.setObjectName(f"exampleButton-{place}")
        button.setAccessibleName(self.tr("Open the example {title}").format(title=title))
        button.setProperty("example", "true")
        button.clicked.connect(lambda: self.example_chosen.emit(example))
        self._examples.append(button)
        return button

    def _set_theme(self, theme: Theme) -> None:
        self._picture.setPixmap(pixmap("waveform", theme.accent, 52, max(2.0, self.devicePixelRatioF())))
        symbol: QIcon = icon("waveform", theme, 18, theme.accent)
        for button in self._examples:
            button.setIcon(symbol)
