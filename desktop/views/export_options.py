"""The options of the export dialog: which part, which format, and what becomes of what does not fit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QWidget

from desktop.actions.export_formats import FORMATS, VIDEO, FileFormat, format_by_id
from desktop.actions.export_items import spans
from desktop.document.state import Project
from desktop.services.settings import Settings
from desktop.views import ticks
from desktop.views.amounts import kilohertz
from desktop.views.form_label import FormLabel
from desktop.views.frequency_ticks import hertz
from desktop.views.wheel_combo import WheelCombo

RATES = (22050, 44100, 48000, 88200, 96000)


@dataclass(frozen=True)
class Options:
    """What is chosen, by the names of `ExportChoice`."""

    format: FileFormat
    range: str
    same_length: bool
    rate_hz: int
    channels: str
    peaks: str
    conflict: str
    copy_tags: bool
    time_stamp: bool
    only_band: bool


class ExportOptions(QWidget):
    """Rows of choices; each says at once what it means.

    Signals:
        changed: Some choice has.
    """

    changed = Signal()

    def __init__(self, settings: Settings, format_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate_hz, self._channels_now = 0, 0
        self._has_video = False
        self._range = self._combo("exportRangeCombo", self.tr("Range"))
        self._same = self._tick("exportSameLengthTick", self.tr("All files as long as the range"))
        self._same.setToolTip(self.tr("Silence stands where a stem has nothing, so that all files line up"))
        self._same.setChecked(settings.export_same_length)
        self._band = self._tick("exportBandTick", "")
        self._band.setToolTip(self.tr("Without it, files have every frequency of that stretch"))
        self._band.setChecked(True)
        self._bands: dict[str, list[tuple[float, float]]] = {}
        self._format = self._combo("exportFormatCombo", self.tr("Format"))
        for known in FORMATS:
            self._format.addItem(known.title, known.id)
        self._format.setCurrentIndex(max(0, self._format.findData(format_id)))
        self._rate = self._combo("exportRateCombo", self.tr("Sample rate"))
        self._channels = self._combo("exportChannelsCombo", self.tr("Channels"))
        self._channels.addItem(self.tr("As in the recording"), "same")
        self._channels.addItem(self.tr("Mono"), "mono")
        self._channels.addItem(self.tr("Stereo"), "stereo")
        self._choose(self._channels, settings.export_channels)
        self._peaks = self._combo("exportPeaksCombo", self.tr("Peaks over 0 dBFS"))
        self._peaks.addItem(self.tr("Ask before anything is written"), "warn")
        self._peaks.addItem(self.tr("Turn all files down by the same dB"), "reduce")
        self._peaks.addItem(self.tr("Clip them"), "clip")
        self._choose(self._peaks, settings.export_peaks)
        self._conflict = self._combo("exportConflictCombo", self.tr("Files that exist"))
        self._conflict.addItem(self.tr("Keep both: the new one gets a number"), "number")
        self._conflict.addItem(self.tr("Replace them"), "replace")
        self._conflict.addItem(self.tr("Skip: keep the old ones"), "skip")
        self._choose(self._conflict, settings.export_conflict)
        self._tags = self._tick("exportTagsTick", self.tr("Copy tags and cover"))
        self._tags.setEnabled(False)  # until it is known whether there are any
        self._tags_wanted = settings.export_tags
        self._stamp = self._tick("exportStampTick", self.tr("Time stamp (Broadcast WAV)"))
        self._stamp.setToolTip(self.tr("Lets a DAW put each file where it lies in the recording"))
        self._stamp.setChecked(settings.export_time_stamp)
        self._note = QLabel()
        self._note.setObjectName("exportNote")
        self._note.setWordWrap(True)
        self._note.setProperty("dim", "true")
        self._note.setProperty("small", "true")
        self._wanted_rate = settings.export_rate
        self._lay_out()
        for combo in (self._range, self._format, self._rate, self._channels, self._peaks, self._conflict):
            combo.currentIndexChanged.connect(self._follow)
        for tick in (self._same, self._band, self._tags, self._stamp):
            tick.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        form = self._form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(6)
        form.addRow(FormLabel(self.tr("Range"), self._range), _row(self._range))
        form.addRow("", self._same)
        form.addRow("", self._band)
        form.addRow(FormLabel(self.tr("Format"), self._format), _row(self._format))
        form.addRow(FormLabel(self.tr("Rate, channels"), self._rate), _row(self._rate, self._channels))
        form.addRow("", self._note)
        form.addRow(FormLabel(self.tr("Too loud"), self._peaks), _row(self._peaks))
        form.addRow(FormLabel(self.tr("If it exists"), self._conflict), _row(self._conflict))
        form.addRow("", self._tags)
        form.addRow("", self._stamp)

    def _combo(self, name: str, spoken: str) -> QComboBox:
        combo = WheelCombo()
        combo.setObjectName(name)
        combo.setAccessibleName(spoken)
        return combo

    def _tick(self, name: str, text: str) -> QCheckBox:
        tick = QCheckBox(text)
        tick.setObjectName(name)
        tick.setAccessibleName(text)
        return tick

    @property
    def form(self) -> QFormLayout:
        """The rows, to line their labels up with others."""
        return self._form

    @staticmethod
    def _choose(combo: QComboBox, data: object) -> None:
        combo.setCurrentIndex(max(0, combo.findData(data)))

    @property
    def options(self) -> Options:
        """What is chosen now."""
        chosen = self._chosen_format()
        return Options(
            chosen,
            "whole" if chosen is VIDEO else self._range.currentData() or "whole",
            self._same.isChecked(),
            int(self._rate.currentData() or 0),
            self._channels.currentData(),
            self._peaks.currentData(),
            self._conflict.currentData(),
            self._tags.isChecked() if self._tags.isEnabled() else self._tags_wanted,
            self._stamp.isChecked(),
            self._band.isChecked(),
        )

    def show_project(self, project: Project) -> None:
        """Which parts there are to choose from."""
        source = project.source
        if source is None:
            return
        before = self._range.currentData()
        for combo in (self._range, self._rate):
            combo.blockSignals(True)
        self._range.clear()
        self._bands = {}
        names = {"whole": self.tr("Whole recording"), "selection": self.tr("Selection"), "loop": self.tr("Loop")}
        for wanted, name in names.items():
            for span in spans(project, wanted):  # type: ignore[arg-type]
                self._bands[wanted] = [span.band_hz] if span.band_hz else []
                times = "–".join(ticks.clock(frame / source.rate_hz) for frame in (span.start, span.end))
                self._range.addItem(f"{name}, {times}", wanted)
        if project.regions:
            text = self.tr("Regions ({count}), each as files of its own")
            self._range.addItem(text.format(count=len(project.regions)), "regions")
            self._bands["regions"] = [region.band_hz for region in project.regions if region.band_hz]
        self._choose(self._range, before)
        if (source.rate_hz, source.channels) != (self._rate_hz, self._channels_now):
            self._rate_hz, self._channels_now = source.rate_hz, source.channels
            self._rate.clear()
            self._rate.addItem(self.tr("As in the recording ({rate})").format(rate=kilohertz(source.rate_hz)), 0)
            for rate_hz in RATES:
                self._rate.addItem(kilohertz(rate_hz), rate_hz)
            self._choose(self._rate, self._wanted_rate)
        for combo in (self._range, self._rate):
            combo.blockSignals(False)
        self._follow()

    def show_description(self, description: dict[str, object]) -> None:
        """What the recording has: tags, a cover, moving pictures."""
        there = bool(description.get("tags") or description.get("cover"))
        if there != self._tags.isEnabled():
            self._tags.setEnabled(there)
            self._tags.setChecked(there and self._tags_wanted)
        self._tags.setToolTip("" if there else self.tr("The recording has none"))
        if description.get("video") and not self._has_video:
            self._has_video = True
            self._format.addItem(VIDEO.title, VIDEO.id)

    def _chosen_format(self) -> FileFormat:
        return format_by_id(str(self._format.currentData()))

    def _follow(self, *_: object) -> None:
        chosen = self._chosen_format()
        is_video = chosen is VIDEO
        self._range.setEnabled(not is_video)
        self._same.setEnabled(not is_video)
        self._name_band([] if is_video else self._bands.get(self._range.currentData(), []))
        self._peaks.setEnabled(not chosen.keeps_peaks)
        self._peaks.setToolTip(self.tr("32-bit float keeps them as they are") if chosen.keeps_peaks else "")
        self._stamp.setVisible(chosen.container == "wav")
        self._note.setText(" ".join(self._notes(chosen)))
        self._note.setVisible(bool(self._note.text()))
        self.changed.emit()

    def _name_band(self, bands: list[tuple[float, float]]) -> None:
        """Of a box, the tick tells which frequencies are written; elsewhere there is nothing to choose."""
        text = self.tr("Only the bands of boxes")
        if len(bands) == 1:
            text = self.tr("Only its band, {low}–{high} Hz").format(low=hertz(bands[0][0]), high=hertz(bands[0][1]))
        self._band.setText(text)
        self._band.setAccessibleName(text)
        self._band.setVisible(bool(bands))

    def _notes(self, chosen: FileFormat) -> list[str]:
        """What the format makes of it that was not asked for."""
        notes = []
        rate_hz = int(self._rate.currentData() or 0) or self._rate_hz
        written = chosen.rate_for(rate_hz) if rate_hz else rate_hz
        if written != rate_hz:
            text = self.tr("This format has no {asked}: {rate} are written.")
            notes.append(text.format(asked=kilohertz(rate_hz), rate=kilohertz(written)))
        channels = {"same": self._channels_now, "mono": 1, "stereo": 2}[self._channels.currentData()]
        if channels > chosen.most_channels:
            notes.append(self.tr("This format has no {count} channels: choose stereo.").format(count=channels))
        if chosen.container == "m4a":
            notes.append(self.tr("AAC may add up to 23 ms of silence at the end in some players."))
        if chosen is VIDEO:
            notes.append(self.tr("The pictures are copied as they are; the sound is as long as the recording."))
        return notes


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row
