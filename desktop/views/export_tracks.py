"""The ticks of the export dialog: which tracks become files."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop.actions.export_items import MIX_ID
from desktop.document.state import REST_ID, SOURCE_ID, Project


@dataclass(frozen=True)
class _Offer:
    """A track that could be written: what its tick says, whether it is set at first, whether it can be."""

    track_id: str
    text: str
    ticked: bool
    enabled: bool


class ExportTracks(QWidget):
    """A tick a stem, one for everything else, for the mix as it is heard, and for the recording.

    Signals:
        changed: Some tick has.
    """

    changed = Signal()

    def __init__(self, only: str = "", parent: QWidget | None = None) -> None:
        """`only`: id of the one stem that is ticked at first; "" is all that are done."""
        super().__init__(parent)
        self._only = only
        self._ticks: dict[str, QCheckBox] = {}
        rows = QWidget()
        rows.setObjectName("exportTracks")
        self._column = QVBoxLayout(rows)
        self._column.setContentsMargins(10, 5, 10, 5)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(rows)
        self._all = self._button("exportAllButton", self.tr("All stems"))
        self._none = self._button("exportNoneButton", self.tr("None"))
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self._all)
        buttons.addWidget(self._none)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._area, 1)
        layout.addLayout(buttons)
        self._all.clicked.connect(self._tick_all)
        self._none.clicked.connect(self._tick_none)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setAccessibleName(text)
        button.setProperty("flat", "true")
        return button

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of what is ticked."""
        return tuple(track_id for track_id, box in self._ticks.items() if box.isChecked())

    def tick_only(self, track_id: str) -> None:
        """Tick one stem, where it can be, and nothing else."""
        self._only = track_id
        for known, box in self._ticks.items():
            box.setChecked(box.isEnabled() and known == track_id)

    def show_project(self, project: Project) -> None:
        """The ticks as the project is now; what was ticked stays, where it still can be."""
        offers = self._offers(project)
        for gone in self._ticks.keys() - {offer.track_id for offer in offers}:
            self._ticks.pop(gone).deleteLater()
        for place, offer in enumerate(offers):
            box = self._ticks.get(offer.track_id)
            if box is None:
                box = self._ticks[offer.track_id] = QCheckBox()
                box.setObjectName(f"exportTick-{offer.track_id}")
                box.setChecked(offer.ticked and offer.enabled)
                box.toggled.connect(self.changed)
            if self._column.indexOf(box) != place:
                self._column.insertWidget(place, box)
            box.setText(offer.text.replace("&", "&&"))
            box.setAccessibleName(self.tr("Export {name}").format(name=offer.text))
            box.setEnabled(offer.enabled)
            box.setChecked(box.isChecked() and offer.enabled)
        self._area.setMinimumHeight(min(30 * len(self._ticks) + 18, 92))  # the dialog fits 640 px

    def _offers(self, project: Project) -> list[_Offer]:
        offers = []
        for stem in project.stems:
            there = stem.cache.exists()
            made = self.tr("  (unfinished)") if there or stem.state == "working" else self.tr("  (nothing was made)")
            done = stem.state == "done"
            ticked = stem.id == self._only if self._only else done
            can = there and stem.state != "working"
            offers.append(_Offer(stem.id, stem.name + ("" if done else made), ticked, can))
        working = any(stem.state == "working" for stem in project.stems)
        # What is exported sums to the recording only when no stem is still to come.
        note = self.tr("  (when the work is done)") if working else ""
        there = bool(project.stems)
        whole = project.source is not None and project.source.complete
        offers.append(_Offer(REST_ID, self.tr("Everything else") + note, False, there and whole and not working))
        mix = self.tr("Mix as heard: gain, pan, amount, mute and solo")
        offers.append(_Offer(MIX_ID, mix + note, False, whole and not working))
        return [*offers, _Offer(SOURCE_ID, self.tr("Recording"), not there, whole)]

    def _tick_all(self) -> None:
        for track_id, box in self._ticks.items():
            box.setChecked(box.isEnabled() and track_id not in (REST_ID, MIX_ID, SOURCE_ID))

    def _tick_none(self) -> None:
        for box in self._ticks.values():
            box.setChecked(False)
