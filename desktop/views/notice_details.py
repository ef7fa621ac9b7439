"""What a notice can say besides: for whoever helps, to be copied. Never a stack trace."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

import audiosep_core
from desktop.services.notices import Notice


class NoticeDetails(QWidget):
    """The fault's code and the program's version, and a button that copies them with the notice. Hidden at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copied = ""
        self._text = QLabel()
        self._text.setObjectName("noticeDetails")
        self._text.setAccessibleName(self.tr("Details"))
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setProperty("dim", "true")
        copy = QPushButton(self.tr("Copy"))
        copy.setObjectName("noticeCopyButton")
        copy.setAccessibleName(self.tr("Copy the details"))
        copy.clicked.connect(self._copy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 0, 0, 0)
        layout.addWidget(self._text, 1)
        layout.addWidget(copy)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Hold what belongs to this notice."""
        version = f"AudioSep {audiosep_core.__version__}, {platform.system()} {platform.machine()}"
        text = self.tr("Error “{code}” · {version}").format(code=notice.detail, version=version)
        self._text.setText(text)
        self._copied = f"{notice.message} {notice.hint}".strip() + f"\n{text}\n"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)
