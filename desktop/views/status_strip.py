"""The line at the bottom: what is being done, how far, how long yet, and what it runs on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from desktop.actions.engine_state import EngineState
from desktop.actions.engine_work import Work
from desktop.actions.models import ModelWork
from desktop.views import ticks
from desktop.views.elided_label import ElidedLabel
from desktop.views.icons import icon
from desktop.views.model_words import status
from desktop.views.theme import Theme, ThemeManager

_READ_OUT_PX = 210
"""So wide while there is one: figures that change move nothing."""


class StatusStrip(QFrame):
    """Status, progress, time left, stop, read-out, engine.

    Signals:
        cancel_requested: The person wants the running work stopped.
        jobs_requested: The person wants to see all of it, or no longer.
    """

    cancel_requested = Signal()
    jobs_requested = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusStrip")
        self.setFixedHeight(34)
        self._status = ElidedLabel(self.tr("Ready"))
        self._status.setObjectName("statusLabel")
        self._status.setAccessibleName(self.tr("Status"))
        self._bar = QProgressBar()
        self._bar.setObjectName("progressBar")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(150)
        self._eta = QLabel()
        self._eta.setObjectName("etaLabel")
        self._eta.setAccessibleName(self.tr("Time left"))
        self._eta.setProperty("dim", "true")
        self._cancel = QToolButton()
        self._cancel.setObjectName("cancelButton")
        self._cancel.setAccessibleName(self.tr("Stop"))
        self._cancel.setText(self.tr("Stop"))
        self._cancel.setToolTip(self.tr("Stop the work; finished parts are kept (Ctrl+.)"))
        self._cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._cancel.setProperty("flat", "true")
        self._hover = QLabel()
        self._hover.setObjectName("hoverLabel")
        self._hover.setAccessibleName(self.tr("Under the pointer"))
        self._hover.setProperty("small", "true")
        self._hover.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._engine_state = EngineState(self.tr("Engine: off"))
        self._engine = QLabel(self._engine_state.text)
        self._engine.setObjectName("engineLabel")
        self._engine.setAccessibleName(self.tr("Engine"))
        self._engine.setProperty("dim", "true")
        self._engine.setProperty("small", "true")
        self._jobs = QToolButton()
        self._jobs.setObjectName("jobsButton")
        self._jobs.setToolTip(self.tr("What runs, what waits and what is over"))
        self._jobs.setProperty("flat", "true")
        self._jobs_open = False
        self._jobs_count = 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(10)
        layout.addWidget(self._jobs)
        layout.addWidget(self._status, 1)
        for widget in (self._bar, self._eta, self._cancel):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addWidget(self._hover)
        layout.addSpacing(8)
        layout.addWidget(self._engine)
        self._cancel.clicked.connect(self.cancel_requested)
        self._jobs.clicked.connect(self.jobs_requested)
        self._name_jobs()
        themes.changed.connect(self._set_theme)
        self._set_theme(themes.theme)
        self._opening = self._saving = ""
        self._shown: Work | None = None
        self._model_work: ModelWork | None = None
        self._stopping = ""
        self.show_work(None)

    def show_jobs(self, count: int) -> None:
        """How many jobs run or wait."""
        if count != self._jobs_count:
            self._jobs_count = count
            self._name_jobs()

    def show_jobs_open(self, is_open: bool) -> None:
        """Whether the panel with all of them is there."""
        self._jobs_open = is_open
        self._name_jobs()

    def _name_jobs(self) -> None:
        text = self.tr("Jobs ({count})").format(count=self._jobs_count) if self._jobs_count else self.tr("Jobs")
        self._jobs.setText(f"{text} {'▾' if self._jobs_open else '▴'}")
        self._jobs.setAccessibleName(text)

    def show_work(self, work: Work | None) -> None:
        """What the engine does; a download is shown while it does nothing."""
        self._shown = work
        for widget in (self._bar, self._eta, self._cancel):
            widget.setVisible(work is not None)
        self._cancel.setEnabled(work is None or work.job != self._stopping)
        if work is None:
            self._show_idle()
            return
        self._cancel.setToolTip(self.tr("Stop the work; finished parts are kept (Ctrl+.)"))
        text = {
            "waiting": self.tr("“{name}”: waiting for the engine"),
            "loading": self.tr("“{name}”: loading the model"),
        }.get(work.phase, self.tr("Separating “{name}”"))
        if work.phase == "separating" and work.total:
            text = self.tr("Separating “{name}”: part {done} of {total}")
        if work.job == self._stopping:
            text = self.tr("Stopping “{name}”…")
        text = text.format(name=work.name, done=min(work.done + 1, work.total), total=work.total)
        if work.waiting > 0:
            text += self.tr(", {count} more waiting").format(count=work.waiting)
        self._status.setText(text)
        self._bar.setRange(0, work.total)  # a range of nothing is Qt's "busy"
        self._bar.setValue(work.done)
        left = None if work.job == self._stopping else work.eta_s
        self._eta.setText("" if left is None else self.tr("{time} left").format(time=ticks.duration(left)))
        self._eta.setVisible(left is not None)

    def show_model_work(self, work: ModelWork | None) -> None:
        """What is done with a model."""
        self._model_work = work
        if self._shown is None:
            self.show_work(None)

    def _show_idle(self) -> None:
        work = self._model_work
        if work is None:
            self._say_idle()
            return
        self._status.setText(status(work))
        self._bar.setVisible(True)
        self._bar.setRange(0, 1000 if work.total else 0)  # per mille: bytes do not fit Qt's int
        self._bar.setValue(1000 * work.done // max(work.total, 1))
        self._eta.setText("" if work.eta_s is None else self.tr("{time} left").format(time=ticks.duration(work.eta_s)))
        self._eta.setVisible(work.eta_s is not None)
        self._cancel.setVisible(work.kind != "remove")
        self._cancel.setToolTip(self.tr("Stop; what was downloaded is kept (Ctrl+.)"))

    def _say_idle(self) -> None:
        """What is said while no work is shown."""
        if self._shown is None and self._model_work is None:
            resting = self.tr("Engine stopped") if self._engine_state.stopped else self.tr("Ready")
            self._status.setText(self._saving or self._opening or resting)

    def show_stopping(self) -> None:
        """The person has stopped what is shown: say so before the engine does."""
        if self._shown is not None:
            self._stopping = self._shown.job
            self.show_work(self._shown)

    def show_opening(self, name: str) -> None:
        """A recording is being read, or no longer."""
        self._opening = self.tr("Reading “{name}”").format(name=name) if name else ""
        self._say_idle()

    def show_saving(self, done: int, total: int) -> None:
        """How far the project is saved; 0, 0 when it is not being saved."""
        self._saving = self.tr("Saving: {percent} %").format(percent=100 * done // total) if total else ""
        self._say_idle()

    def show_read_out(self, text: str) -> None:
        """What lies under the pointer."""
        self._hover.setText(text)
        self._hover.setMinimumWidth(_READ_OUT_PX if text else 0)

    @property
    def engine(self) -> EngineState:
        """What is said of the engine."""
        return self._engine_state

    def show_engine(self, state: EngineState) -> None:
        """Which model runs on which device, or that none does."""
        self._engine.setText(state.text)
        self._engine.setToolTip(state.detail)
        self._engine_state = state
        self._say_idle()

    def _set_theme(self, theme: Theme) -> None:
        self._cancel.setIcon(icon("cancel", theme, 16))
