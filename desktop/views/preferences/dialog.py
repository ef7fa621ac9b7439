"""The preferences: pages on the left, a search over all of them, every change in force at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.keymap import Keymap
from desktop.services.settings import SettingsStore
from desktop.views.dialog_button import dialog_button
from desktop.views.form_label import FormLabel
from desktop.views.help.key_map import KeyMapView
from desktop.views.preferences.entries import ENTRIES, PAGES, Entry, Tick, Words, said, search_words
from desktop.views.preferences.fields import make_field, with_note
from desktop.views.preferences.folder_field import FolderField
from desktop.views.text_sizes import resize_by_text

_KEYS = "keys"


class PreferencesDialog(QDialog):
    """Everything of `entries.ENTRIES`, and the key map.

    Args:
        store: The settings; changed at once, there is no OK and no Cancel.
        keymap: The keys.
        parent: The window.
    """

    def __init__(self, store: SettingsStore, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferencesDialog")
        self.setAccessibleName(self.tr("Preferences"))
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_by_text(self, 66, 44)
        self._rows: list[tuple[Entry, list[QWidget]]] = []
        self._search = QLineEdit()
        self._search.setObjectName("preferencesSearchEdit")
        self._search.setAccessibleName(self.tr("Find a setting"))
        self._search.setPlaceholderText(self.tr("Find a setting"))
        self._search.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setObjectName("preferencesPages")
        self._list.setAccessibleName(self.tr("Pages"))
        self._pages = QStackedWidget()
        self._nothing = QLabel(self.tr("No setting matches."))
        self._nothing.setProperty("dim", "true")
        self._key_map: KeyMapView | None = None
        for page, title in PAGES:
            self._add_page(page, said(title), store, keymap)
        self._lay_out()
        self._search.textChanged.connect(self._find)
        self._list.currentRowChanged.connect(self._turn)
        self._list.setCurrentRow(0)

    def show_page(self, page: str) -> None:
        """Turn to a page of `entries.PAGES`."""
        for row in range(self._list.count()):
            if self._list.item(row).data(Qt.ItemDataRole.UserRole) == page:
                self._list.setCurrentRow(row)

    def _add_page(self, page: str, title: str, store: SettingsStore, keymap: Keymap) -> None:
        entries = [entry for entry in ENTRIES if entry.page == page]
        if page == _KEYS:
            self._key_map = KeyMapView(keymap)
            content: QWidget = self._key_map
        elif entries:
            content = self._form(entries, store)
        else:
            return
        item = QListWidgetItem(title)
        item.setData(Qt.ItemDataRole.UserRole, page)
        self._list.addItem(item)
        self._pages.addWidget(content)

    def _form(self, entries: list[Entry], store: SettingsStore) -> QWidget:
        content = QWidget()
        content.setObjectName("preferencesForm")
        form = QFormLayout(content)
        form.setContentsMargins(4, 4, 12, 4)
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(16)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for entry in entries:
            field = make_field(entry, store)
            if isinstance(entry, Words):
                heading = QLabel(said(entry.label))
                heading.setProperty("cardTitle", "true")
                heading.setWordWrap(True)
                form.addRow(heading)
                form.addRow(field)
                self._rows.append((entry, [heading, field]))
                continue
            shown = with_note(field, said(entry.note))
            if isinstance(entry, Tick):  # it says itself what it is
                form.addRow(shown)
                self._rows.append((entry, [shown]))
                continue
            label = FormLabel(said(entry.label), field.line if isinstance(field, FolderField) else field)
            label.setBuddy(field)
            form.addRow(label, shown)
            self._rows.append((entry, [label, shown]))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        return area

    def _lay_out(self) -> None:
        close = dialog_button("preferencesCloseButton", self.tr("Close"))
        close.clicked.connect(self.close)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedWidth(self._list.sizeHintForColumn(0) + 4 * self.fontMetrics().averageCharWidth())
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._search)
        left.addWidget(self._list, 1)
        right = QVBoxLayout()
        right.addWidget(self._nothing)
        right.addWidget(self._pages, 1)
        self._nothing.hide()
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addLayout(left, 0)
        middle.addLayout(right, 1)
        self._search.setFixedWidth(self._list.width())
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(12)
        layout.addLayout(middle, 1)
        layout.addLayout(bottom)

    def _turn(self, row: int) -> None:
        self._pages.setVisible(row >= 0)
        if row >= 0:
            self._pages.setCurrentIndex(row)

    def _find(self, text: str) -> None:
        """Show only what is looked for, and the first page that has it."""
        wanted = text.casefold().split()
        matching: set[str] = set()
        for entry, widgets in self._rows:
            found = all(word in search_words(entry) for word in wanted)
            for widget in widgets:
                widget.setVisible(found)
            if found:
                matching.add(entry.page)
        if self._key_map is not None and (self._key_map.search(text) or not wanted):
            matching.add(_KEYS)
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(item.data(Qt.ItemDataRole.UserRole) not in matching)
        self._nothing.setVisible(not matching)
        current = self._list.currentItem()
        shown = [self._list.item(row) for row in range(self._list.count()) if not self._list.item(row).isHidden()]
        if not shown:
            self._pages.hide()
            return
        self._pages.show()
        if current is None or current.isHidden():
            self._list.setCurrentItem(shown[0])
