"""What can I ask? All the sounds that the program has words for, searchable; one can be put into the prompt."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from audiosep_core.prompts.grammar import Grammar
from desktop.views.dialog_button import dialog_button
from desktop.views.text_sizes import resize_by_text


class AskingPage(QDialog):
    """Advice, and the words.

    Signals:
        chosen: Put this into the prompt.  arg: the words.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("askingDialog")
        self.setAccessibleName(self.tr("What can I ask?"))
        self.setWindowTitle(self.tr("What can I ask?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_by_text(self, 44, 46)
        advice = QLabel(self._advice())
        advice.setObjectName("askingAdvice")
        advice.setTextFormat(Qt.TextFormat.RichText)
        advice.setWordWrap(True)
        grammar = Grammar.load()
        self._search = QLineEdit()
        self._search.setObjectName("askingSearchEdit")
        self._search.setAccessibleName(self.tr("Find a sound"))
        self._search.setPlaceholderText(self.tr("Find a sound"))
        self._search.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setObjectName("askingList")
        self._list.setAccessibleName(self.tr("Sounds"))
        for label in sorted(grammar.labels):
            item = QListWidgetItem(label)
            # Found by its synonyms and by the wider words above it too.
            known = [*grammar.plain_phrases(label), *grammar.parents(label)]
            item.setData(Qt.ItemDataRole.UserRole, " ".join([label, *known]).casefold())
            self._list.addItem(item)
        self._count = QLabel()
        self._count.setProperty("dim", "true")
        self._use = dialog_button("askingUseButton", self.tr("Use these words"))
        close = dialog_button("askingCloseButton", self.tr("Close"))
        bottom = QHBoxLayout()
        bottom.addWidget(self._count, 1)
        bottom.addWidget(self._use)
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(advice)
        layout.addWidget(self._search)
        layout.addWidget(self._list, 1)
        layout.addLayout(bottom)
        self._search.textChanged.connect(self._find)
        self._list.currentItemChanged.connect(self._allow)
        self._list.itemActivated.connect(self._take)
        self._use.clicked.connect(self._take)
        close.clicked.connect(self.close)
        self._find("")
        self._search.setFocus()

    def _advice(self) -> str:
        points = (
            self.tr("Short and plain works best: <b>dog barking</b>, <b>acoustic guitar</b>, <b>a person talking</b>."),
            self.tr("Name the sound, not the scene: <b>rain</b>, not <b>a wet day in Paris</b>."),
            self.tr("Several sounds at once become several tracks: add them one by one as chips."),
            self.tr("What you do not want goes into <b>But not…</b>, not into the words."),
            self.tr("Any words can be asked; those below are the ones the program was taught."),
        )
        return "<ul style='margin-left: -22px'>" + "".join(f"<li>{point}</li>" for point in points) + "</ul>"

    def _find(self, text: str) -> None:
        words = text.casefold().split()
        shown = 0
        for row in range(self._list.count()):
            item = self._list.item(row)
            found = all(word in item.data(Qt.ItemDataRole.UserRole) for word in words)
            item.setHidden(not found)
            shown += found
        self._count.setText(self.tr("{count} sounds").format(count=shown))
        self._allow()

    def _allow(self) -> None:
        item = self._list.currentItem()
        self._use.setEnabled(item is not None and not item.isHidden())

    def _take(self) -> None:
        item = self._list.currentItem()
        if item is not None and not item.isHidden():
            self.chosen.emit(item.text())
            self.close()
