"""A hand that does anything: every command of the table that needs no file from outside, and gestures on every view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.actions.registry import COMMANDS
from desktop.document.state import REST_ID, SOURCE_ID, STEM_COLORS, Project
from tests.views.conftest import Drive

AWAY = frozenset(
    {
        *("open", "openProject", "importMore", "save", "saveAs", "export", "exportSelected", "exportLabels", "batch"),
        *("closeFile", "quit", "logs"),
    }
)
"""What leaves the project, or leads to files and other programs."""
PROMPTS = ("dog", "dog, rain", "slow rain", "refuse rain", "a yeti")
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.MouseButton.NoButton


@dataclass(frozen=True)
class Step:
    """One thing that is done.

    Attributes:
        what: A command's id, or a gesture of `AnyHand`.
        which: Which row, prompt or modifier: counted around.
        start: Where a gesture begins, from 0 to 1.
        end: Where it ends.
    """

    what: str
    which: int = 0
    start: float = 0.0
    end: float = 1.0


def undoable(project: Project) -> Project:
    """What undo gives back: without what is marked and how it is listened to, and without what jobs reported."""
    stems = tuple(replace(stem, state="done", progress=1.0, match=None) for stem in project.stems)
    return replace(project, stems=stems, selection=None, loop=None, export_folder=None, listening="stems")


class AnyHand:
    """Carries steps out on a window."""

    def __init__(self, drive: Drive) -> None:
        self.drive = drive
        self.window = drive.window
        self.commands = tuple(command.id for command in COMMANDS if command.id not in AWAY)
        self.gestures: dict[str, Callable[[Step], None]] = {
            "pick a row": self._pick,
            "drag in a waveform": self._drag_in_waveform,
            "drag in a spectrogram": self._drag_in_spectrogram,
            "drag in the ruler": self._drag_in_ruler,
            "drag a region": self._drag_region,
            "double-click": self._double_click,
            "wheel": self._wheel,
            "move the fader": self._move_gain,
            "turn the pan": self._turn_pan,
            "move the amount": self._move_amount,
            "move the strength": self._move_strength,
            "press solo": self._press_solo,
            "press mute": self._press_mute,
            "press sum": self._press_sum,
            "choose a colour": self._choose_color,
            "type a name": self._type_name,
            "type a region's name": self._type_region_name,
            "ask": self._ask,
            "ask within": self._ask_within,
            "hear elsewhere": self._seek,
            "another look": self._look,
        }

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that can be done."""
        return (*self.commands, *self.gestures)

    def do(self, step: Step) -> None:
        """Do it, where it can be done, and let the window come to itself."""
        if step.what in self.gestures:
            self.gestures[step.what](step)
        else:
            action = self.window.actions_by_id[step.what]
            if action.isEnabled():
                action.trigger()
        self.settle()

    def settle(self) -> None:
        """Until the engine rests; what it would never end with is cancelled once it has begun."""
        document, separation = self.drive.document, self.drive.space.separation
        phrasings = self.drive.space.asking.phrasings
        self._close_dialogs()
        QApplication.processEvents()

        def rests() -> bool:
            if any(
                "slow" in stem.prompt and stem.state == "working" and stem.progress for stem in document.state.stems
            ):
                separation.cancel_all()
            trial = phrasings.trial
            if trial is not None and trial.state == "working" and "slow" in trial.phrasings[0]:
                phrasings.forget()
            waiting = self.window.handlers.asking._question
            return not (waiting and waiting.waiting) and not separation.working

        self.drive.until(rests)
        QApplication.processEvents()

    def _close_dialogs(self) -> None:
        for widget in QApplication.topLevelWidgets():
            popup = widget.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup
            if widget.isVisible() and (isinstance(widget, QDialog) or popup):
                widget.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # -- rows

    def _row_ids(self) -> list[str]:
        stems = [stem.id for stem in self.drive.document.state.stems]
        return [SOURCE_ID, *stems, *([REST_ID] if stems else [])]

    def _row_id(self, step: Step) -> str:
        ids = self._row_ids()
        return ids[step.which % len(ids)]

    def _stem_id(self, step: Step) -> str:
        ids = [stem.id for stem in self.drive.document.state.stems]
        return ids[step.which % len(ids)] if ids else ""

    def _pick(self, step: Step) -> None:
        self.window.tracks.focus_row(self._row_id(step))

    # -- mouse

    def _mouse(self, widget: QWidget, kind: QEvent.Type, at: QPoint, step: Step, button: Any, buttons: Any) -> None:
        point, modifiers = QPointF(at), MODIFIERS[step.which % len(MODIFIERS)]
        event = QMouseEvent(kind, point, QPointF(widget.mapToGlobal(at)), button, buttons, modifiers)
        QApplication.sendEvent(widget, event)

    def _drag(self, widget: QWidget, start: QPoint, end: QPoint, step: Step) -> None:
        self._mouse(widget, QEvent.Type.MouseButtonPress, start, step, _LEFT, _LEFT)
        self._mouse(widget, QEvent.Type.MouseMove, (start + end) / 2, step, _NONE, _LEFT)
        self._mouse(widget, QEvent.Type.MouseMove, end, step, _NONE, _LEFT)
        self._mouse(widget, QEvent.Type.MouseButtonRelease, end, step, _LEFT, _NONE)

    def _drag_across(self, widget: QWidget, step: Step) -> None:
        width, height = widget.width() - 1, widget.height() - 1
        start = QPoint(round(step.start * width), round(step.end * height))
        self._drag(widget, start, QPoint(round(step.end * width), round(step.start * height)), step)

    def _lane(self, kind: str, step: Step) -> QWidget:
        track_id = self._row_id(step)
        found: QWidget = self.drive.find(kind if track_id == SOURCE_ID else f"{kind}-{track_id}")
        return found

    def _drag_in_waveform(self, step: Step) -> None:
        self._drag_across(self._lane("waveformView", step), step)

    def _drag_in_spectrogram(self, step: Step) -> None:
        self._drag_across(self._lane("spectrogramView", step), step)

    def _drag_in_ruler(self, step: Step) -> None:
        self._drag_across(self.drive.find("rulerView"), step)

    def _drag_region(self, step: Step) -> None:
        self._drag_across(self.drive.find("regionLane"), step)

    def _double_click(self, step: Step) -> None:
        view = self._lane("waveformView", step)
        at = QPoint(round(step.start * (view.width() - 1)), view.height() // 2)
        for kind, buttons in (
            (QEvent.Type.MouseButtonPress, _LEFT),
            (QEvent.Type.MouseButtonRelease, _NONE),
            (QEvent.Type.MouseButtonDblClick, _LEFT),
            (QEvent.Type.MouseButtonRelease, _NONE),
        ):
            self._mouse(view, kind, at, step, _LEFT, buttons)

    def _wheel(self, step: Step) -> None:
        view = self._lane("waveformView", step)
        at = QPointF(step.start * (view.width() - 1), view.height() / 2)
        turned = QPoint(0, 120 if step.end > 0.5 else -120)
        event = QWheelEvent(
            at, QPointF(view.mapToGlobal(at.toPoint())), QPoint(), turned, _NONE, MODIFIERS[step.which % 4],
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view, event)

    # -- headers

    def _move(self, name: str, track_id: str, step: Step) -> None:
        widget = self.drive.find(f"{name}-{track_id}") if track_id else None
        if widget is not None and widget.isVisible() and widget.isEnabled():
            self._drag_across(widget, step)

    def _move_gain(self, step: Step) -> None:
        self._move("gainSlider", self._row_id(step), step)

    def _turn_pan(self, step: Step) -> None:
        self._move("panKnob", self._row_id(step), step)

    def _move_amount(self, step: Step) -> None:
        self._move("amountSlider", self._stem_id(step), step)

    def _move_strength(self, step: Step) -> None:
        self._move("strengthSlider", self._stem_id(step), step)

    def _press(self, name: str, track_id: str) -> None:
        if track_id:
            self.drive.find(f"{name}-{track_id}").click()

    def _press_solo(self, step: Step) -> None:
        self._press("soloButton", self._row_id(step))

    def _press_mute(self, step: Step) -> None:
        self._press("muteButton", self._row_id(step))

    def _press_sum(self, step: Step) -> None:
        self._press("sumButton", self._stem_id(step))

    def _choose_color(self, step: Step) -> None:
        stem_id = self._stem_id(step)
        if stem_id:
            self.drive.find(f"colorButton-{stem_id}").picked.emit(STEM_COLORS[round(step.start * 7)])

    def _type_into(self, edit: QWidget, text: str) -> None:
        edit.setText(text)  # type: ignore[attr-defined]
        self.drive.qtbot.keyClick(edit, Qt.Key.Key_Return)

    def _type_name(self, step: Step) -> None:
        stem_id = self._stem_id(step)
        row = self.window.tracks.row(stem_id) if stem_id else None
        if row is not None:
            row.header.begin_rename()
            self._type_into(self.drive.find(f"nameEdit-{stem_id}"), ("", "rain", "木の葉 <b>")[step.which % 3])

    def _type_region_name(self, step: Step) -> None:
        regions = self.drive.document.state.regions
        if regions:
            self.window.tracks.regions.begin_rename(regions[step.which % len(regions)].id)
            self._type_into(self.drive.find("regionNameEdit"), ("", "Chorus", "  Chorus ")[step.which % 3])

    # -- words, place, look

    def _ask(self, step: Step) -> None:
        panel = self.window.prompt_panel
        panel.set_prompts(PROMPTS[step.which % len(PROMPTS)].split(", "))
        panel.ask()

    def _ask_within(self, step: Step) -> None:
        stem_id = self._stem_id(step)
        if stem_id:
            self.window.tracks.focus_row(stem_id)
            self.window.actions_by_id["askWithin"].trigger()
            self._ask(step)

    def _seek(self, step: Step) -> None:
        source = self.drive.document.state.source
        if source is not None:
            self.drive.space.transport.seek(round(step.start * source.frames))

    def _look(self, step: Step) -> None:
        scale = ("mel", "linear", "log")[step.which % 3]
        look = replace(self.window.timeline.look, scale=scale, fft=(512, 2048, 8192)[step.which % 3])
        self.window.handlers.viewing.choose_look(look)
