"""Which tracks, which part, in which format, under which names. Blocks nothing; closing it stops nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.export_items import DEFAULT_TEMPLATE, FIELDS, ExportChoice, Peaks, export_items
from desktop.actions.exporting import ExportController
from desktop.document.document import Document
from desktop.services.places import is_folder, typed_folder
from desktop.services.settings import Settings
from desktop.views import ticks
from desktop.views.export_options import ExportOptions
from desktop.views.export_tracks import ExportTracks
from desktop.views.file_dialogs import ask_for_folder
from desktop.views.form_label import FormLabel

_PREVIEWED = 3


class ExportDialog(QDialog):
    """The export of the open project.

    Args:
        document: What there is to export.
        controller: Who exports.
        folder: Where to, at first.
        format_id: In which format, at first.
        settings: The other choices, as they were last.
        only: Id of the stem that alone is ticked at first; "" is all that are done.

    Signals:
        chosen: What was used (ExportChoice), to be remembered.
        tells: It says why an export failed, and what to do.  arg: its job, "" when the dialog is closed.
    """

    chosen = Signal(object)
    tells = Signal(str)

    def __init__(
        self,
        document: Document,
        controller: ExportController,
        folder: Path,
        format_id: str,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        only: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setAccessibleName(self.tr("Export"))
        self.setWindowTitle(self.tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(600)
        self._document = document
        self._controller = controller
        self._job = ""
        source = document.state.source
        self._recording = source.cache if source else None
        self._tracks = ExportTracks(only)
        self._options = ExportOptions(settings, format_id)
        self._folder = QLineEdit(str(folder))
        self._folder.setObjectName("exportFolderEdit")
        self._folder.setAccessibleName(self.tr("Folder"))
        self._browse = QPushButton(self.tr("Choose…"))
        self._browse.setObjectName("exportBrowseButton")
        self._browse.setAccessibleName(self.tr("Choose the folder"))
        self._template = QLineEdit(settings.export_template or DEFAULT_TEMPLATE)
        self._template.setObjectName("exportTemplateEdit")
        self._template.setAccessibleName(self.tr("File names"))
        self._template.setToolTip(
            self.tr(
                "{source}: the recording, {name}: the track, {prompt}: its prompt, {n}: its number, "
                "{model}: the model, {start}: where it begins, {date}: today, {region}: the region"
            )
        )
        self._fields = QLabel(" ".join("{" + name + "}" for name in FIELDS))
        self._fields.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._preview = QLabel()
        self._preview.setObjectName("exportPreview")
        self._preview.setAccessibleName(self.tr("Names of the files"))
        self._preview.setWordWrap(True)
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._fields, self._preview):
            label.setProperty("dim", "true")
            label.setProperty("small", "true")
        self._message = QLabel()
        self._message.setObjectName("exportMessage")
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setProperty("tone", "danger")
        self._elsewhere = QPushButton(self.tr("Choose another folder"))
        self._elsewhere.setObjectName("exportElsewhereButton")
        self._elsewhere.setAccessibleName(self.tr("Choose another folder, and export again"))
        self._stranded = ""  # the job whose folder is not there, and could be
        self._make = QPushButton(self.tr("Create it"))
        self._make.setObjectName("exportMakeButton")
        self._make.setAccessibleName(self.tr("Create the folder, and export again"))
        self._refused = ""  # the job that was too loud
        self._quieter = QPushButton(self.tr("Turn all down"))
        self._quieter.setObjectName("exportQuieterButton")
        self._quieter.setAccessibleName(self.tr("Turn all files down by the same dB, and export"))
        self._clip = QPushButton(self.tr("Clip"))
        self._clip.setObjectName("exportClipButton")
        self._clip.setAccessibleName(self.tr("Clip what is too loud, and export"))
        self._bar = QProgressBar()
        self._bar.setObjectName("exportProgress")
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self._bar.setTextVisible(False)
        self._left = QLabel()
        self._left.setObjectName("exportLeftLabel")
        self._left.setProperty("dim", "true")
        self._run = QPushButton(self.tr("Export"))
        self._run.setObjectName("exportRunButton")
        self._run.setAccessibleName(self.tr("Export"))
        self._run.setProperty("primary", "true")
        self._run.setDefault(True)
        self._cancel = QPushButton(self.tr("Close"))
        self._cancel.setObjectName("exportCancelButton")
        self._cancel.setAccessibleName(self.tr("Close or stop"))
        for widget in (self._message, *self._ways_out, self._bar, self._left):
            widget.hide()
        self._lay_out()
        self._tracks.show_project(document.state)
        self._options.show_project(document.state)
        self._connect()
        self._update()
        controller.describe()

    def _lay_out(self) -> None:
        folder = QHBoxLayout()
        folder.setSpacing(8)
        folder.addWidget(self._folder, 1)
        folder.addWidget(self._browse)
        top = QFormLayout()
        top.setHorizontalSpacing(14)
        top.addRow(FormLabel(self.tr("Tracks"), self._folder), self._tracks)
        names = QFormLayout()
        names.setHorizontalSpacing(14)
        names.setVerticalSpacing(8)
        names.addRow(FormLabel(self.tr("Folder"), self._folder), folder)
        names.addRow(FormLabel(self.tr("Names"), self._template), self._template)
        names.addRow("", self._fields)
        names.addRow("", self._preview)
        failure = QHBoxLayout()
        failure.addWidget(self._message, 1)
        for way_out in self._ways_out:
            failure.addWidget(way_out)
        buttons = QHBoxLayout()
        buttons.addWidget(self._bar, 1)
        buttons.addWidget(self._left)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setSpacing(6)
        layout.addLayout(top, 1)
        layout.addWidget(self._options)
        layout.addLayout(names)
        layout.addLayout(failure)
        layout.addLayout(buttons)
        self._align(top, names)

    def _align(self, *forms: QFormLayout) -> None:
        """One column of labels through all parts."""
        forms = (*forms, self._options.form)
        labels = [
            item.widget()
            for form in forms
            for row in range(form.rowCount())
            if (item := form.itemAt(row, QFormLayout.ItemRole.LabelRole)) is not None
        ]
        width = max(label.sizeHint().width() for label in labels if label is not None)
        for label in labels:
            if label is not None:
                label.setMinimumWidth(width)

    def _follow(self, *_: object) -> None:
        state = self._document.state
        if state.source is None or state.source.cache != self._recording:  # these are the tracks of another recording
            self.close()
            return
        self._tracks.show_project(state)
        self._options.show_project(state)
        self._update()

    def _connect(self) -> None:
        self._browse.clicked.connect(self._choose_folder)
        self._elsewhere.clicked.connect(self._choose_another)
        self._make.clicked.connect(self._make_folder)
        self._quieter.clicked.connect(self._export_quieter)
        self._clip.clicked.connect(self._export_clipped)
        self._run.clicked.connect(self._export)
        self._cancel.clicked.connect(self._stop_or_close)
        for edit in (self._folder, self._template):
            edit.textChanged.connect(self._update)
        for part in (self._options, self._tracks):
            part.changed.connect(self._update)
        document = self._document
        for change in (document.source_changed, document.stems_changed, document.stem_changed):
            change.connect(self._follow)
        for change in (document.selection_changed, document.regions_changed, document.loop_changed):
            change.connect(self._follow)
        self._controller.described.connect(self._options.show_description)
        self._controller.jobs.changed.connect(self._show_job)
        self.finished.connect(lambda: self.tells.emit(""))

    def tick_only(self, track_id: str) -> None:
        """Tick one stem and nothing else; what is being exported stays as it is."""
        if not self._job:
            self._tracks.tick_only(track_id)

    def choice(self) -> ExportChoice:
        """What is ticked and filled in now."""
        how = self._options.options
        folder = typed_folder(self._folder.text()) or Path(self._folder.text())
        return ExportChoice(
            self._tracks.ticked,
            folder,
            how.format,
            self._template.text(),
            how.range,  # type: ignore[arg-type]
            how.same_length,
            how.rate_hz,
            how.channels,  # type: ignore[arg-type]
            how.peaks,  # type: ignore[arg-type]
            how.conflict,  # type: ignore[arg-type]
            how.copy_tags,
            how.time_stamp,
            how.only_band,
        )

    def _update(self) -> None:
        choice, state = self.choice(), self._document.state
        if state.source is None:
            return
        names = [item["name"] for item in export_items(state, choice, self._controller.words)]
        suffix = choice.format.suffix(state.source.path)
        shown = [f"{name}{suffix}" for name in names[:_PREVIEWED]]
        more = len(names) - len(shown)
        text = "\n".join(shown) + (self.tr("\nand {count} more").format(count=more) if more > 0 else "")
        folder = typed_folder(self._folder.text())
        if not choice.track_ids:
            text = self.tr("Tick at least one track.")
        elif not names:
            text = self.tr("Nothing of these tracks lies in that range.")
        elif folder is None:
            text = self.tr("Choose a folder that exists.")
        self._preview.setText(text)
        self._run.setEnabled(bool(names) and folder is not None and not self._job)

    def _choose_folder(self) -> None:
        self._ask_for_folder(self._folder.setText)

    def _choose_another(self) -> None:
        self._ask_for_folder(self._export_there)

    def _ask_for_folder(self, take: Callable[[str], None]) -> None:
        ask_for_folder(self, self.tr("Export to"), self._folder.text(), take)

    def _export_there(self, folder: str) -> None:
        self._folder.setText(folder)
        self._export()

    def _make_folder(self) -> None:
        """Create what is missing, not what it lies in: of a drive that is not connected no folder comes to be."""
        facts = self._controller.jobs.job(self._stranded)
        folder = facts.folder if facts is not None else None
        if folder is None:
            return
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            text = self.tr("“{folder}” could not be created ({reason}). Choose another folder.")
            self._message.setText(text.format(folder=folder, reason=error.strerror or error))
            self._make.hide()
            self._make_room()
            return
        if self._controller.retry_elsewhere(self._stranded, folder):
            self._job = self._stranded
        self._hide_failure()
        self._show_job()

    def _export_quieter(self) -> None:
        self._export_with_peaks("reduce")

    def _export_clipped(self) -> None:
        self._export_with_peaks("clip")

    def _export_with_peaks(self, peaks: Peaks) -> None:
        """Export what was refused, as it was chosen then."""
        if self._controller.retry_with_peaks(self._refused, peaks):
            self._job = self._refused
        self._hide_failure()
        self._show_job()

    @property
    def _ways_out(self) -> tuple[QPushButton, ...]:
        return self._make, self._elsewhere, self._quieter, self._clip

    def _hide_failure(self) -> None:
        for widget in (self._message, *self._ways_out):
            widget.hide()

    def _export(self) -> None:
        self._hide_failure()
        choice = self.choice()
        self._job = self._controller.export(choice)
        if self._job:
            self.chosen.emit(choice)
        self._show_job()

    def _stop_or_close(self) -> None:
        if self._job:
            self._controller.stop(self._job)
        else:
            self.close()

    def _show_job(self) -> None:
        facts = self._controller.jobs.job(self._job) if self._job else None
        if facts is not None and facts.over:
            self._job = ""
            if facts.state == "done":
                self.close()
                return
            self._message.setText(facts.note or self.tr("The export was stopped."))
            self._message.show()
            self.tells.emit(facts.id)
            self._refused = facts.id if self._controller.too_loud(facts.id) else ""
            failed = facts.state == "failed"
            self._stranded = facts.id if failed and _could_be_made(facts.folder) else ""
            self._make.setVisible(bool(self._stranded))
            self._elsewhere.setVisible(failed and not self._refused)
            for button in (self._quieter, self._clip):
                button.setVisible(bool(self._refused))
            facts = None
        for widget in (self._bar, self._left):
            widget.setVisible(facts is not None)
        if facts is not None:
            self._bar.setRange(0, 1000 if facts.total else 0)  # per mille: frames may not fit Qt's int
            self._bar.setValue(1000 * facts.done // max(facts.total, 1))
            waits = self.tr("waits for another export") if facts.state == "waiting" else ""
            left = self.tr("{time} left").format(time=ticks.duration(facts.eta_s)) if facts.eta_s is not None else waits
            self._left.setText(left)
        self._cancel.setText(self.tr("Stop") if self._job else self.tr("Close"))
        self._update()
        self._make_room()

    def _make_room(self) -> None:
        """Words of several lines make the dialog taller, not the fields lower."""
        if (layout := self.layout()) is not None:
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))


def _could_be_made(folder: Path | None) -> bool:
    return folder is not None and not is_folder(folder) and is_folder(folder.parent)
