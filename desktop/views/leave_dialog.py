"""The question before something goes: work that is not saved, work that still runs. Never asked without a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QPushButton, QWidget

Answer = Literal["save", "discard", "stay"]
_NAMES_SHOWN = 4


@dataclass(frozen=True)
class Leaving:
    """What the person is asked about.

    Attributes:
        quits: Whether the program is to end, or only another recording to take the place of this one.
        unsaved: Name of the project that is not saved, "" when it is.
        stems: Names of its stems.
        works: Whether something still runs.
    """

    quits: bool
    unsaved: str = ""
    stems: Sequence[str] = ()
    works: bool = False


class LeaveDialog(QMessageBox):
    """Save, discard, or stay.

    Signals:
        answered: args: "save", "discard" or "stay".
    """

    answered = Signal(str)

    def __init__(self, leaving: Leaving, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("leaveDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._answers: dict[QAbstractButton, Answer] = {}
        if leaving.unsaved:
            self._ask_to_save(leaving)
        else:
            self._ask_to_stop()
        self.finished.connect(self._answer)

    def _ask_to_save(self, leaving: Leaving) -> None:
        title = _tr("Save “{name}”?").format(name=leaving.unsaved)
        self.setWindowTitle(_tr("Quit") if leaving.quits else _tr("Close"))
        self.setText(title)
        lines = [_lost(leaving.stems)]
        if leaving.works and leaving.quits:
            lines.append(_tr("Work is still running: quitting stops it. What is finished of it can be saved."))
        self.setInformativeText(" ".join(lines))
        save = _tr("Save and quit") if leaving.quits and leaving.works else _tr("Save")
        discard = _tr("Quit without saving") if leaving.quits and leaving.works else _tr("Don’t save")
        stay = _tr("Keep working") if leaving.works else _tr("Cancel")
        button = self._add("save", save, QMessageBox.ButtonRole.AcceptRole)
        self._add("discard", discard, QMessageBox.ButtonRole.DestructiveRole)
        self.setEscapeButton(self._add("stay", stay, QMessageBox.ButtonRole.RejectRole))
        self.setDefaultButton(button)

    def _ask_to_stop(self) -> None:
        self.setWindowTitle(_tr("Quit"))
        self.setText(_tr("Work is still running."))
        told = _tr("Stopping keeps nothing of it but downloads, which go on the next time. Exported files are safe.")
        self.setInformativeText(told)
        self._add("discard", _tr("Stop and quit"), QMessageBox.ButtonRole.DestructiveRole)
        stay = self._add("stay", _tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(stay)
        self.setEscapeButton(stay)

    def _add(self, answer: Answer, text: str, role: QMessageBox.ButtonRole) -> QPushButton:
        button = self.addButton(text, role)
        button.setObjectName(f"leave{answer.capitalize()}Button")
        button.setAccessibleName(text)
        self._answers[button] = answer
        return button

    def _answer(self, _code: int) -> None:
        self.answered.emit(self._answers.get(self.clickedButton(), "stay"))


def _lost(stems: Sequence[str]) -> str:
    """What would be lost, by name where that helps."""
    if not stems:
        return _tr("Your changes are lost if you don’t save them.")
    shown = [_tr("“{name}”").format(name=name) for name in stems[:_NAMES_SHOWN]]
    names = ", ".join(shown)
    if len(stems) > _NAMES_SHOWN:
        names = _tr("{names} and {count} more").format(names=names, count=len(stems) - _NAMES_SHOWN)
    elif len(stems) > 1:
        names = _tr("{names} and {last}").format(names=", ".join(shown[:-1]), last=shown[-1])
    if len(stems) == 1:
        return _tr("The stem {names} is lost if you don’t save it.").format(names=names)
    return _tr("The stems {names} are lost if you don’t save them.").format(names=names)


def _tr(text: str) -> str:
    return QCoreApplication.translate("leaving", text)
