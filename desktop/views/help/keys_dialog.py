"""F1: the map of keys and mouse in a window of its own, usable beside the recording."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.actions.keymap import Keymap
from desktop.views.dialog_button import dialog_button
from desktop.views.help.key_map import KeyMapView
from desktop.views.text_sizes import resize_by_text


class KeysDialog(QDialog):
    """What every key and gesture does; type to find one, choose one to change it."""

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setAccessibleName(self.tr("Keys and mouse"))
        self.setWindowTitle(self.tr("Keys and mouse"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_by_text(self, 46, 46)
        close = dialog_button("keysCloseButton", self.tr("Close"))
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(KeyMapView(keymap), 1)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
