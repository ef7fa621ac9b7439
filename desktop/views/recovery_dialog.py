"""What a crash left, offered at the next start: one entry each, with its time and its stems."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.recovery import Leftover
from desktop.views.dialog_button import dialog_button

_NAMES_SHOWN = 4


class RecoveryDialog(QDialog):
    """Recover or discard; to close it decides nothing, and asks again at the next start.

    Signals:
        recover_requested: arg: the Leftover.
        discard_requested: arg: the Leftover.
    """

    recover_requested = Signal(object)
    discard_requested = Signal(object)

    def __init__(self, leftovers: Sequence[Leftover], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("recoveryDialog")
        self.setWindowTitle(self.tr("Recover unsaved work"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        title = QLabel(self.tr("AudioSep was not closed properly. Nothing that was finished is lost."))
        title.setProperty("title", "true")
        title.setWordWrap(True)
        hint = QLabel(self.tr("Recover it to go on where you were. What you discard cannot be brought back."))
        hint.setProperty("dim", "true")
        hint.setWordWrap(True)
        self._list = QListWidget()
        self._list.setObjectName("recoveryList")
        self._list.setAccessibleName(self.tr("Unsaved work"))
        self._list.setWordWrap(True)
        for leftover in leftovers:
            item = QListWidgetItem(self._told(leftover))
            item.setData(Qt.ItemDataRole.UserRole, leftover)
            item.setToolTip(str(leftover.entry.folder or leftover.name))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._recover = dialog_button("recoverButton", self.tr("Recover"))
        self._recover.setProperty("primary", "true")
        self._recover.setDefault(True)
        self._discard = dialog_button("recoveryDiscardButton", self.tr("Discard"))
        self._later = dialog_button("recoveryLaterButton", self.tr("Decide later"))
        self._recover.clicked.connect(self._ask_recover)
        self._discard.clicked.connect(self._ask_discard)
        self._later.clicked.connect(self.close)
        self._list.itemActivated.connect(self._ask_recover)
        buttons = QHBoxLayout()
        buttons.addWidget(self._discard)
        buttons.addStretch(1)
        buttons.addWidget(self._later)
        buttons.addWidget(self._recover)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for widget in (title, hint, self._list):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    def _told(self, leftover: Leftover) -> str:
        moment = QDateTime.fromSecsSinceEpoch(int(leftover.written.timestamp()))
        time = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        stems = ", ".join(f"“{name}”" for name in leftover.stems[:_NAMES_SHOWN])
        if len(leftover.stems) > _NAMES_SHOWN:
            more = self.tr("{names} and {count} more")
            stems = more.format(names=stems, count=len(leftover.stems) - _NAMES_SHOWN)
        return f"{leftover.name}  ·  {time}\n{stems or self.tr('No stems')}"

    @property
    def _chosen(self) -> Leftover | None:
        item = self._list.currentItem()
        leftover = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return leftover if isinstance(leftover, Leftover) else None

    def _ask_recover(self) -> None:
        leftover = self._chosen
        if leftover is not None:
            self.recover_requested.emit(leftover)
            self.close()

    def _ask_discard(self) -> None:
        leftover = self._chosen
        if leftover is not None:
            self.discard_requested.emit(leftover)
            self._list.takeItem(self._list.currentRow())
        if self._list.count() == 0:
            self.close()
