"""Everything that takes a while: what runs, what waits, what is over, and what can be done about each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop.actions.jobs import JobBook, JobFacts
from desktop.views.icons import icon
from desktop.views.job_row import JobRow
from desktop.views.theme import Theme, ThemeManager


class JobsPanel(QFrame):
    """A row a job.

    Signals:
        reveal_requested: The person wants to see a folder (text).
        batch_requested: The person wants to separate many files.
        closed: The panel is not wanted any more.
    """

    reveal_requested = Signal(str)
    batch_requested = Signal()
    closed = Signal()

    def __init__(self, book: JobBook, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobsPanel")
        self.setAccessibleName(self.tr("Jobs"))
        self.setMinimumHeight(170)
        self._book = book
        self._themes = themes
        self._rows: dict[str, JobRow] = {}
        title = QLabel(self.tr("JOBS"))
        title.setProperty("heading", "true")
        self._batch = self._button("jobsBatchButton", self.tr("Batch…"), self.tr("Separate many files"))
        self._stop_all = self._button("jobsStopAllButton", self.tr("Stop all"), self.tr("Stop everything"))
        self._clear = self._button("jobsClearButton", self.tr("Clear finished"), self.tr("Forget what is over"))
        self._close = self._button("jobsCloseButton", "", self.tr("Close the jobs panel"))
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 8, 2)
        head.setSpacing(6)
        head.addWidget(title)
        head.addStretch(1)
        for button in (self._batch, self._stop_all, self._clear, self._close):
            head.addWidget(button)
        self._empty = QLabel(self.tr("Nothing is running. Separations, exports, downloads and batches appear here."))
        self._empty.setObjectName("jobsEmptyLabel")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("dim", "true")
        rows = QWidget()
        rows.setObjectName("jobsRows")
        self._column = QVBoxLayout(rows)
        self._column.setContentsMargins(8, 0, 8, 8)
        self._column.setSpacing(2)
        self._column.addWidget(self._empty, 1)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(area, 1)
        self._batch.clicked.connect(self.batch_requested)
        self._stop_all.clicked.connect(book.stop_all)
        self._clear.clicked.connect(book.forget_ended)
        self._close.clicked.connect(self.closed)
        book.changed.connect(self._show)
        themes.changed.connect(self._set_theme)
        self._set_theme(themes.theme)
        self._show()

    def _button(self, name: str, text: str, spoken: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        button.setProperty("flat", "true")
        return button

    def _show(self) -> None:
        jobs = self._book.jobs
        for gone in self._rows.keys() - {facts.id for facts in jobs}:
            row = self._rows.pop(gone)
            self._column.removeWidget(row)
            row.deleteLater()
        for place, facts in enumerate(jobs):
            row = self._rows.get(facts.id) or self._add(facts)
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
            row.show_facts(facts, *self._ends(facts, jobs))
        self._empty.setVisible(not jobs)
        self._stop_all.setEnabled(bool(self._book.current))
        self._clear.setEnabled(any(facts.over for facts in jobs))

    @staticmethod
    def _ends(facts: JobFacts, jobs: tuple[JobFacts, ...]) -> tuple[bool, bool]:
        """Whether it can go up, and down."""
        kin = [one.id for one in jobs if one.state == "waiting" and one.kind == facts.kind and one.can_move]
        if facts.id not in kin:
            return False, False
        return kin[0] != facts.id, kin[-1] != facts.id

    def _add(self, facts: JobFacts) -> JobRow:
        row = self._rows[facts.id] = JobRow(facts.id, self._themes)
        row.stop_requested.connect(self._book.stop)
        row.retry_requested.connect(self._book.retry)
        row.move_requested.connect(self._book.move)
        row.reveal_requested.connect(self.reveal_requested)
        return row

    def _set_theme(self, theme: Theme) -> None:
        self._close.setIcon(icon("close", theme, 16))

    def sizeHint(self) -> QSize:
        """Four rows or so."""
        return QSize(700, 220)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
