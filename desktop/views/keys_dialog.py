"""The list of keys and mouse gestures, built from the registry."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from desktop.actions.registry import key_list


class KeysDialog(QDialog):
    """What every key does; type to find one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle(self.tr("Keys and mouse"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 560)
        search = QLineEdit()
        search.setObjectName("keysSearchEdit")
        search.setAccessibleName(self.tr("Find a key"))
        search.setPlaceholderText(self.tr("Find"))
        rows = key_list()
        self._table = QTableWidget(len(rows), 2)
        self._table.setObjectName("keysTable")
        self._table.setAccessibleName(self.tr("Keys and mouse"))
        self._table.horizontalHeader().hide()
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                self._table.setItem(place, column, QTableWidgetItem(text))
        search.textChanged.connect(self._find)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.addWidget(search)
        layout.addWidget(self._table)

    def _find(self, text: str) -> None:
        wanted = text.casefold()
        for row in range(self._table.rowCount()):
            cells = (self._table.item(row, 0), self._table.item(row, 1))
            found = any(wanted in cell.text().casefold() for cell in cells if cell is not None)
            self._table.setRowHidden(row, not found)
