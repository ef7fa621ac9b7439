"""The searchable map of keys and mouse gestures, in which every key can be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.command_tables.command import Command
from desktop.actions.keymap import Keymap, portable, readable
from desktop.actions.registry import COMMANDS, TABLES, mouse_list, plain_text, without_marks
from desktop.actions.registry import tr as registry_tr
from desktop.views.dialog_button import dialog_button

_ID = Qt.ItemDataRole.UserRole


class KeyMapView(QWidget):
    """A row a command, then the gestures; below it a field for another key of the chosen command.

    A key that another command has is taken from it, after the person was told which one.
    """

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyMap")
        self.ensurePolished()
        self._keymap = keymap
        self._search = QLineEdit()
        self._search.setObjectName("keysSearchEdit")
        self._search.setAccessibleName(self.tr("Find a command or a key"))
        self._search.setPlaceholderText(self.tr("Find a command or a key"))
        self._search.setClearButtonEnabled(True)
        self._table = self._make_table()
        self._what = QLabel(self.tr("Choose a command to change its key."))
        self._what.setObjectName("keysWhatLabel")
        self._what.setWordWrap(True)
        self._edit = QKeySequenceEdit()
        self._edit.setObjectName("keysEdit")
        self._edit.setAccessibleName(self.tr("New key"))
        self._edit.setMaximumSequenceLength(1)
        self._edit.setClearButtonEnabled(True)
        self._assign = dialog_button("keysAssignButton", self.tr("Use this key"))
        self._reset = dialog_button("keysResetButton", self.tr("Reset"))
        self._reset_all = dialog_button("keysResetAllButton", self.tr("Reset all"))
        self._lay_out()
        self._search.textChanged.connect(self.search)
        self._table.itemSelectionChanged.connect(self._chosen)
        self._edit.keySequenceChanged.connect(self._say)
        self._assign.clicked.connect(self._use)
        self._reset.clicked.connect(self._reset_one)
        self._reset_all.clicked.connect(keymap.reset_all)
        keymap.changed.connect(self._fill)
        self._fill()
        self._chosen()

    def search(self, text: str) -> bool:
        """Show only the rows with these words; whether there are any."""
        words = text.casefold().split()
        any_found = False
        for row in range(self._table.rowCount()):
            said = " ".join(self._cell(row, column).text() for column in range(3)).casefold()
            found = all(word in said for word in words)
            self._table.setRowHidden(row, not found)
            any_found = any_found or found
        if self._search.text() != text:
            self._search.setText(text)
        return any_found

    def choose(self, command_id: str) -> None:
        """Choose the row of a command."""
        for row in range(self._table.rowCount()):
            if self._cell(row, 0).data(_ID) == command_id:
                self._table.selectRow(row)

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        cell = self._table.item(row, column)
        assert cell is not None
        return cell

    def _make_table(self) -> QTableWidget:
        mouse = mouse_list()
        table = QTableWidget(len(COMMANDS) + len(mouse), 3)
        table.setObjectName("keysTable")
        table.setAccessibleName(self.tr("Keys and mouse"))
        table.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Key"), self.tr("Menu")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 32 * self.fontMetrics().averageCharWidth())
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        row = 0
        for section in TABLES:
            menu = without_marks(registry_tr(section.MENU[0]))
            for command in section.COMMANDS:
                self._set_row(table, row, (plain_text(command), "", menu), command.id)
                row += 1
        for gesture, what in mouse:
            self._set_row(table, row, (what, gesture, self.tr("Mouse")), "")
            row += 1
        return table

    def _set_row(self, table: QTableWidget, row: int, texts: tuple[str, str, str], command_id: str) -> None:
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setData(_ID, command_id)
            item.setToolTip(text)
            table.setItem(row, column, item)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._edit, 1)
        row.addWidget(self._assign)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._reset)
        buttons.addWidget(self._reset_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._search)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._what)
        layout.addLayout(row)
        layout.addLayout(buttons)

    def _fill(self) -> None:
        for row in range(self._table.rowCount()):
            command_id = self._cell(row, 0).data(_ID)
            if not command_id:
                continue
            self._cell(row, 1).setText(", ".join(map(readable, self._keymap.keys(command_id))))
            font = self._cell(row, 1).font()
            font.setBold(self._keymap.is_changed(command_id))
            self._cell(row, 1).setFont(font)
        self._say()

    @property
    def _command(self) -> Command | None:
        """What is chosen; none for a gesture."""
        items = self._table.selectedItems()
        wanted = items[0].data(_ID) if items else ""
        return next((command for command in COMMANDS if command.id == wanted), None)

    def _chosen(self) -> None:
        self._edit.clear()
        self._say()

    def _say(self) -> None:
        """What using the key would do."""
        command = self._command
        key = self._edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        self._edit.setEnabled(command is not None)
        self._reset.setEnabled(command is not None and self._keymap.is_changed(command.id))
        self._reset_all.setEnabled(any(self._keymap.is_changed(known.id) for known in COMMANDS))
        if command is None:
            self._assign.setEnabled(False)
            self._what.setText(self.tr("Choose a command to change its key."))
            return
        own = {portable(known) for known in self._keymap.keys(command.id)}
        self._assign.setEnabled((bool(key) and own != {key}) or (not key and bool(own)))
        self._assign.setText(self.tr("Use this key") if key or not own else self.tr("Use no key"))
        self._assign.setAccessibleName(self._assign.text())
        others = self._keymap.owners(key, besides=command.id)
        if others:
            names = ", ".join(plain_text(known) for known in COMMANDS if known.id in others)
            text = self.tr("{key} means “{others}” now, which will lose it.")
            self._what.setText(text.format(key=readable(key), others=names))
        else:
            self._what.setText(self.tr("New key for “{command}”:").format(command=plain_text(command)))

    def _use(self) -> None:
        command = self._command
        if command is not None:
            self._keymap.assign(command.id, self._edit.keySequence().toString())
            self._edit.clear()
            self._table.setFocus()

    def _reset_one(self) -> None:
        command = self._command
        if command is not None:
            self._keymap.reset(command.id)
