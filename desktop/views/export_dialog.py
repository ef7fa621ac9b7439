"""Which stems, where, in which format, under which names. Stays open until the files are written; blocks nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.exporting import DEFAULT_TEMPLATE, FORMATS, ExportChoice, ExportController, export_items
from desktop.document.document import Document
from desktop.document.state import REST_ID


@dataclass(frozen=True)
class _Offer:
    """A track that could be written: what its tick says, whether it is set at first, whether it can be."""

    track_id: str
    text: str
    ticked: bool
    enabled: bool


class ExportDialog(QDialog):
    """The export of the open project.

    Signals:
        chosen: What was used (ExportChoice), to be remembered.
    """

    chosen = Signal(object)

    def __init__(
        self,
        document: Document,
        controller: ExportController,
        folder: Path,
        format_id: str,
        template: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setAccessibleName(self.tr("Export stems"))
        self.setWindowTitle(self.tr("Export stems"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        self._document = document
        self._controller = controller
        source = document.state.source
        self._recording = source.cache if source else None
        self._ticks: dict[str, QCheckBox] = {}
        self._folder = QLineEdit(str(folder))
        self._folder.setObjectName("exportFolderEdit")
        self._folder.setAccessibleName(self.tr("Folder"))
        self._browse = QPushButton(self.tr("Choose…"))
        self._browse.setObjectName("exportBrowseButton")
        self._browse.setAccessibleName(self.tr("Choose the folder"))
        self._format = QComboBox()
        self._format.setObjectName("exportFormatCombo")
        self._format.setAccessibleName(self.tr("Format"))
        for known in FORMATS:
            self._format.addItem(known.title, known.id)
        self._format.setCurrentIndex(max(0, self._format.findData(format_id)))
        self._template = QLineEdit(template or DEFAULT_TEMPLATE)
        self._template.setObjectName("exportTemplateEdit")
        self._template.setAccessibleName(self.tr("File names"))
        self._template.setToolTip(
            self.tr("{source}: the recording, {name}: the stem, {prompt}: its prompt, {n}: its number")
        )
        self._preview = QLabel()
        self._preview.setObjectName("exportPreview")
        self._preview.setWordWrap(True)
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        self._preview.setProperty("dim", "true")
        self._preview.setProperty("small", "true")
        self._message = QLabel()
        self._message.setObjectName("exportMessage")
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setProperty("tone", "danger")
        self._message.hide()
        self._bar = QProgressBar()
        self._bar.setObjectName("exportProgress")
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._run = QPushButton(self.tr("Export"))
        self._run.setObjectName("exportRunButton")
        self._run.setAccessibleName(self.tr("Export"))
        self._run.setProperty("primary", "true")
        self._run.setDefault(True)
        self._cancel = QPushButton(self.tr("Close"))
        self._cancel.setObjectName("exportCancelButton")
        self._cancel.setAccessibleName(self.tr("Close or stop"))
        self._lay_out()
        self._connect()
        self._update()

    def _lay_out(self) -> None:
        tracks = QWidget()
        tracks.setObjectName("exportTracks")
        self._tick_column = QVBoxLayout(tracks)
        self._tick_column.setContentsMargins(10, 8, 10, 8)
        self._tick_column.addStretch(1)
        self._offer_tracks()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(tracks)
        area.setMinimumHeight(min(32 * len(self._ticks) + 18, 220))
        folder = QHBoxLayout()
        folder.setSpacing(8)
        folder.addWidget(self._folder, 1)
        folder.addWidget(self._browse)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.addRow(_label(self.tr("Tracks")), area)
        form.addRow(_label(self.tr("Folder")), folder)
        form.addRow(_label(self.tr("Format")), self._format)
        form.addRow(_label(self.tr("Names")), self._template)
        form.addRow("", self._preview)
        promise = QLabel(
            self.tr("Rate, channels and length stay as in the recording. Existing files are never replaced.")
        )
        promise.setWordWrap(True)
        promise.setProperty("dim", "true")
        promise.setProperty("small", "true")
        form.addRow("", promise)
        buttons = QHBoxLayout()
        buttons.addWidget(self._bar, 1)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._message)
        layout.addLayout(buttons)

    def _offers(self) -> list[_Offer]:
        stems = self._document.state.stems
        offers = []
        for stem in stems:
            there = stem.cache.exists()
            made = self.tr("  (unfinished)") if there or stem.state == "working" else self.tr("  (nothing was made)")
            done = stem.state == "done"
            offers.append(_Offer(stem.id, stem.name + ("" if done else made), done, there and stem.state != "working"))
        working = any(stem.state == "working" for stem in stems)
        # What is exported sums to the recording only when no stem is still to come.
        note = self.tr("  (when the work is done)") if working else ""
        return [*offers, _Offer(REST_ID, self.tr("Everything else") + note, False, not working)]

    def _offer_tracks(self) -> None:
        """The ticks as the project is now; what was ticked stays, where it still can be."""
        offers = self._offers()
        for gone in self._ticks.keys() - {offer.track_id for offer in offers}:
            self._ticks.pop(gone).deleteLater()
        for place, offer in enumerate(offers):
            box = self._ticks.get(offer.track_id)
            if box is None:
                box = self._ticks[offer.track_id] = QCheckBox()
                box.setObjectName(f"exportTick-{offer.track_id}")
                box.setChecked(offer.ticked and offer.enabled)
                box.toggled.connect(self._update)
            if self._tick_column.indexOf(box) != place:
                self._tick_column.insertWidget(place, box)
            box.setText(offer.text.replace("&", "&&"))
            box.setAccessibleName(self.tr("Export {name}").format(name=offer.text))
            box.setEnabled(offer.enabled)
            box.setChecked(box.isChecked() and offer.enabled)

    def _follow(self, *_: object) -> None:
        source = self._document.state.source
        if source is None or source.cache != self._recording:  # these are the tracks of another recording
            self.close()
            return
        self._offer_tracks()
        self._update()

    def _connect(self) -> None:
        self._browse.clicked.connect(self._choose_folder)
        self._run.clicked.connect(self._export)
        self._cancel.clicked.connect(self._stop_or_close)
        for signal in (self._folder.textChanged, self._template.textChanged, self._format.currentIndexChanged):
            signal.connect(self._update)
        for change in (self._document.source_changed, self._document.stems_changed, self._document.stem_changed):
            change.connect(self._follow)
        self._controller.progress_changed.connect(self._show_progress)
        self._controller.finished.connect(self._finished)
        self._controller.failed.connect(self._show_failure)

    def choice(self) -> ExportChoice:
        """What is ticked and filled in now."""
        ids = tuple(track_id for track_id, box in self._ticks.items() if box.isChecked())
        chosen = next(known for known in FORMATS if known.id == self._format.currentData())
        return ExportChoice(ids, self._folder_there() or Path(self._folder.text()), chosen, self._template.text())

    def _folder_there(self) -> Path | None:
        """The folder that is named, None when there is no such place."""
        text = self._folder.text().strip()
        try:
            return Path(text).expanduser() if text else None
        except RuntimeError:  # "~somebody" who is not there
            return None

    def _update(self) -> None:
        choice = self.choice()
        names = [item["name"] for item in export_items(self._document.state, choice, self.tr("rest"))]
        shown = [f"{name}.{choice.format.container}" for name in names[:3]]
        more = len(names) - len(shown)
        text = "\n".join(shown) + (self.tr("\nand {count} more").format(count=more) if more > 0 else "")
        folder = self._folder_there()
        if not names:
            text = self.tr("Tick at least one track.")
        elif folder is None:
            text = self.tr("Choose a folder that exists, or a new one in it.")
        self._preview.setText(text)
        self._run.setEnabled(bool(names) and folder is not None and not self._controller.working)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Export to"), self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()

    def _export(self) -> None:
        self._message.hide()
        choice = self.choice()
        if self._controller.export(choice):
            self.chosen.emit(choice)
        self._update()

    def _stop_or_close(self) -> None:
        if self._controller.working:
            self._controller.cancel()
        else:
            self.close()

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setVisible(total > 0)
        self._bar.setRange(0, 1000)  # per mille: the frames of many tracks may not fit Qt's int
        self._bar.setValue(1000 * done // max(total, 1))
        self._cancel.setText(self.tr("Stop") if total > 0 else self.tr("Close"))
        self._update()

    def _finished(self, _paths: list[Path]) -> None:
        self.close()

    def _show_failure(self, message: str, hint: str) -> None:
        self._message.setText(f"{message} {hint}".strip())
        self._message.show()
        self._update()


def _label(text: str) -> QLabel:
    """A form label as tall as a field, so that both stand on one line."""
    label = QLabel(text)
    label.setMinimumHeight(32)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return label
