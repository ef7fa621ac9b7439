"""Sounds in words: a line to type the next one in, and a chip for each that is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.views.elided_label import ElidedLabel
from desktop.views.flow_layout import FlowLayout
from desktop.views.quoting import SEPARATOR, quoted, split, unquoted

LONGEST = 1000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ERASE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Chip(QFrame):
    """One sound that is asked for.

    Signals:
        remove_requested: The person does not want it any more.
    """

    remove_requested = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.setProperty("chip", "true")
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._label = ElidedLabel(text)
        self.button = QToolButton()
        self.button.setText("×")
        self.button.setProperty("chipRemove", "true")
        self.button.setFixedSize(18, 18)
        self.button.setToolTip(self.tr("Remove"))
        self.button.setAccessibleName(self.tr("Remove “{sound}”").format(sound=text))
        self.button.clicked.connect(self.remove_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(9, 2, 4, 2)
        layout.setSpacing(3)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.button)

    def sizeHint(self) -> QSize:
        """All of the text: the label itself would take any width."""
        return super().sizeHint() + QSize(self._label.sizeHint().width(), 0)


class ChipField(QWidget):
    """Asks for one sound or several.

    A comma that stands in no quotation marks, or Enter where there are chips already, makes a chip of what is typed;
    Enter with nothing to add submits, and so does Enter on the first and only sound. Backspace in the empty line takes
    the last chip back into it.

    Signals:
        changed: Other words are there.
        chips_changed: Other chips are there: who orders the widgets has to do so again.
        submitted: The person wants what is there.
        left: Esc was pressed with nothing typed.
        turned_to: The person came to the line by Tab, or pressed the mouse in it.
        blank_typed: So was Space, and no words begin with a blank.
    """

    changed = Signal()
    chips_changed = Signal()
    submitted = Signal()
    left = Signal()
    turned_to = Signal()
    blank_typed = Signal()

    def __init__(self, name: str, label: str, examples: tuple[str, str], parent: QWidget | None = None) -> None:
        """Nothing is asked for yet.

        Args:
            name: What the names of its widgets begin with.
            label: What a screen reader calls the line.
            examples: What the empty line shows while there is no chip, and when there is.
            parent: Owner.
        """
        super().__init__(parent)
        self._name = name
        self._examples = examples
        self._chips: list[Chip] = []
        self.edit = QLineEdit()
        self.edit.setObjectName(f"{name}Edit")
        self.edit.setAccessibleName(label)
        self.edit.setClearButtonEnabled(True)
        self.edit.setMaxLength(LONGEST)
        self.edit.setAcceptDrops(False)  # a dropped file is for the window
        self.edit.installEventFilter(self)
        self.add_button = QToolButton()
        self.add_button.setObjectName(f"{name}AddButton")
        self.add_button.setText("+")
        self.add_button.setProperty("chipAdd", "true")
        self.add_button.setToolTip(self.tr("Add another sound (comma)"))
        self.add_button.setAccessibleName(self.tr("Add another sound"))
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.edit, 1)
        line.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addWidget(self._holder)
        self.edit.textChanged.connect(self._update)
        self.edit.textEdited.connect(self._split)
        self.edit.returnPressed.connect(self._entered)
        self.add_button.clicked.connect(self._add_and_go_on)
        self._update()

    # -- what is there

    @property
    def text(self) -> str:
        """What is typed and no chip yet, without blanks and quotation marks around it; commas alone say nothing."""
        text = unquoted(self.edit.text())
        return text if text.strip(f"{SEPARATOR} ") else ""

    @property
    def chips(self) -> tuple[str, ...]:
        """What the chips say."""
        return tuple(chip.text for chip in self._chips)

    @property
    def sounds(self) -> tuple[str, ...]:
        """All that is asked for: the chips, and what is typed unless a chip says the same."""
        return self.chips if not self.text or self._has(self.text) else (*self.chips, self.text)

    @property
    def tab_chain(self) -> list[QWidget]:
        """What Tab goes through, in this order."""
        return [self.edit, self.add_button, *(chip.button for chip in self._chips)]

    def set_sounds(self, sounds: Sequence[str]) -> None:
        """Ask for these and nothing else: one is typed, several are chips."""
        for chip in list(self._chips):
            self._drop(chip)
        if len(sounds) > 1:
            self.add(sounds)
        self.edit.setText(quoted(sounds[0]) if len(sounds) == 1 else "")
        self._chips_moved()

    def add(self, sounds: Iterable[str]) -> None:
        """Make chips of sounds; one that is there stays one."""
        for sound in sounds:
            if sound.strip() and not self._has(sound):
                chip = Chip(sound.strip(), self._holder)
                chip.remove_requested.connect(self._remove_sender)
                chip.button.installEventFilter(self)
                self._chips.append(chip)
                self._flow.addWidget(chip)
                chip.show()
        self._chips_moved()

    def replace(self, old: str, new: str) -> None:
        """Say something else instead of what is typed or of a chip; "" takes it away."""
        if self.text == old:
            self.edit.setText(quoted(new))
        for chip in [chip for chip in self._chips if chip.text == old]:
            self._drop(chip)
            self.add([new])
        self._chips_moved()

    def _has(self, sound: str) -> bool:
        return sound.strip().casefold() in {chip.text.casefold() for chip in self._chips}

    # -- what the person does

    def _entered(self) -> None:
        if self.text and self._chips:
            self._add_typed()
        else:
            self.submitted.emit()

    def _add_typed(self) -> None:
        self.add([self.text])
        self.edit.clear()

    def _add_and_go_on(self) -> None:
        self._add_typed()
        self.edit.setFocus()

    def _split(self, text: str) -> None:
        *sounds, rest = split(text)
        if sounds:
            self.add(map(unquoted, sounds))
            self.edit.setText(rest.lstrip())
        elif not text.strip():  # the blank after a comma
            self.edit.clear()

    def _take_back(self) -> None:
        """The last chip's words into the line, to be changed or erased."""
        chip = self._chips[-1]
        self._drop(chip)
        self.edit.setText(quoted(chip.text))
        self._chips_moved()

    def _remove_sender(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self._remove(chip)

    def _remove(self, chip: Chip) -> None:
        had_focus, place = chip.button.hasFocus(), self._chips.index(chip)
        self._drop(chip)
        self._chips_moved()
        if had_focus:
            following = self._chips[place:] or self._chips[-1:]
            (following[0].button if following else self.edit).setFocus()

    def _drop(self, chip: Chip) -> None:
        self._chips.remove(chip)
        self._flow.removeWidget(chip)
        for widget in (chip, chip.button):
            widget.setObjectName("")  # a while it is there, and another chip has its place
        chip.hide()
        chip.deleteLater()

    def _chips_moved(self) -> None:
        for place, chip in enumerate(self._chips):
            chip.setObjectName(f"{self._name}Chip-{place}")
            chip.button.setObjectName(f"{self._name}ChipRemove-{place}")
        self._flow.invalidate()
        self._make_room()
        self.chips_changed.emit()
        self._update()

    def _make_room(self) -> None:
        """All chips are seen: where room is short, others give way."""
        self._holder.setFixedHeight(self._flow.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._make_room()

    def _update(self) -> None:
        self._holder.setVisible(bool(self._chips))
        self.edit.setPlaceholderText(self._examples[bool(self._chips)])
        self.add_button.setEnabled(bool(self.text))
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """One press of Enter is one request, however long it is held; Backspace, Esc and Space in the empty line."""
        if watched is self.edit and _is_turn(event):
            self.turned_to.emit()
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and watched is not self.edit and event.key() in _ERASE:
            event.accept()  # Del on a chip means the chip, not the stem that is chosen elsewhere
            return True
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _ENTER and event.isAutoRepeat():
            return True
        if watched is not self.edit:
            chip = next((chip for chip in self._chips if chip.button is watched), None)
            if chip is not None and event.key() in _ERASE:
                self._remove(chip)
                return True
        elif event.key() == Qt.Key.Key_Escape:
            if self.edit.text():
                self.edit.clear()
            else:
                self.left.emit()
            return True
        elif event.key() == Qt.Key.Key_Space and not self.edit.text():
            if not event.isAutoRepeat():
                self.blank_typed.emit()
            return True
        elif event.key() == Qt.Key.Key_Backspace and not self.edit.text() and self._chips and not event.isAutoRepeat():
            self._take_back()
            return True
        return super().eventFilter(watched, event)


def _is_turn(event: QEvent) -> bool:
    if isinstance(event, QFocusEvent):
        return event.gotFocus() and event.reason() in _TABBED
    return event.type() == QEvent.Type.MouseButtonPress
