"""What readers of the screen are told about views that paint themselves: a text for what the eye takes from them.

A widget is described by a method `accessible_value() -> str` of its own, or by `describe`; its name and description
are the widget's accessibleName and accessibleDescription as everywhere.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleValueChangeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget, QWidget

from desktop.views import ticks
from desktop.views.timeline import Timeline

_installed: list[bool] = []


def tr(text: str) -> str:
    """A text of this module in the person's language."""
    return QCoreApplication.translate("accessible", text)


def describe(widget: QWidget, value: Callable[[], str]) -> None:
    """Let readers of the screen read this text as the value of a widget that paints itself."""
    widget.__dict__["accessible_value"] = value


def describe_lane(widget: QWidget, timeline: Timeline) -> None:
    """Describe a view over the time axis, and tell readers when the selection changes or a key moves the playhead."""
    owner = widget.parentWidget()
    if isinstance(owner, QAbstractScrollArea) and owner.viewport() is widget:
        widget = owner  # readers know the scroll area, not its inside
    _LaneSpeaker(widget, timeline)


def lane_text(timeline: Timeline) -> str:
    """Position, selection and what is in view, in words."""
    rate = timeline.rate_hz
    parts = [tr("Playhead {at}").format(at=ticks.precise(timeline.playhead / rate))]
    selection = timeline.selection
    if selection is None:
        parts.append(tr("nothing selected"))
    else:
        stretch = tr("selected {start} to {end}").format(
            start=ticks.precise(selection.start / rate), end=ticks.precise(selection.end / rate)
        )
        if selection.band_hz is not None:
            low, high = selection.band_hz
            stretch += tr(", {low} to {high} Hz").format(low=round(low), high=round(high))
        parts.append(stretch)
    view = timeline.viewport
    parts.append(
        tr("in view {start} to {end}").format(
            start=ticks.precise(view.start / rate), end=ticks.precise(view.end / rate)
        )
    )
    return "; ".join(parts)


class _LaneSpeaker(QObject):
    """Belongs to its lane."""

    def __init__(self, widget: QWidget, timeline: Timeline) -> None:
        super().__init__(widget)
        self._widget, self._timeline = widget, timeline
        describe(widget, self._text)
        timeline.selection_changed.connect(self._tell)
        timeline.playhead_revealed.connect(self._tell)

    def _text(self) -> str:
        return lane_text(self._timeline)

    def _tell(self) -> None:
        if QAccessible.isActive() and self._widget.isVisible():
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self._widget, self._text()))


class DescribedWidget(QAccessibleWidget):
    """A widget that paints itself, with its value in words."""

    def __init__(self, widget: QWidget, value: Callable[[], str]) -> None:
        super().__init__(widget, QAccessible.Role.Graphic)  # a name given here would outlive a rename
        self._value = value

    def text(self, kind: QAccessible.Text) -> str:
        """The value from the widget, everything else as Qt has it."""
        return self._value() if kind == QAccessible.Text.Value else super().text(kind)


def install_accessibility() -> None:
    """Let Qt ask here for every widget; once a process."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface_of)


def _interface_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget):
        return None
    value = getattr(thing, "accessible_value", None)
    return DescribedWidget(thing, value) if callable(value) else None
