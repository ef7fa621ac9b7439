"""One job: what it is, how far, how long yet, and its buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

from desktop.actions.jobs import JobFacts
from desktop.views import ticks
from desktop.views.elided_label import ElidedLabel
from desktop.views.icons import pixmap
from desktop.views.theme import Theme, ThemeManager

_BUTTONS_PX = 210
_ICONS = {"done": "done", "failed": "warning", "stopped": "stop"}


class JobRow(QFrame):
    """A row of the jobs panel.

    Signals:
        stop_requested: arg: the job.
        retry_requested: arg: the job.
        move_requested: args: the job, places (-1 up, 1 down).
        reveal_requested: arg: the folder, as text.
    """

    stop_requested = Signal(str)
    retry_requested = Signal(str)
    move_requested = Signal(str, int)
    reveal_requested = Signal(str)

    def __init__(self, job: str, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"jobRow-{job}")
        self._job = job
        self._theme = themes.theme
        self._facts: JobFacts | None = None
        self._shown: tuple[JobFacts, bool, bool] | None = None
        self._icon = QLabel()
        self._icon.setFixedWidth(18)
        self._kind = QLabel()
        self._kind.setProperty("dim", "true")
        self._kind.setMinimumWidth(84)
        self._title = ElidedLabel()
        self._title.setObjectName(f"jobTitle-{job}")
        self._state = ElidedLabel()
        self._state.setObjectName(f"jobState-{job}")
        self._state.setProperty("dim", "true")
        self._bar = QProgressBar()
        self._bar.setObjectName(f"jobProgress-{job}")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._up = self._button("jobUp", self.tr("Up"), self.tr("Do it earlier"))
        self._down = self._button("jobDown", self.tr("Down"), self.tr("Do it later"))
        self._stop = self._button("jobStop", self.tr("Stop"), self.tr("Stop this; the others go on"))
        self._retry = self._button("jobRetry", self.tr("Try again"), self.tr("Do it again"))
        self._reveal = self._button("jobReveal", self.tr("Show in folder"), self.tr("Show the results"))
        progress = QWidget()  # where there is no bar, its room is the words'
        progress.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # columns of all rows line up
        beside = QHBoxLayout(progress)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(10)
        beside.addWidget(self._state, 1)
        beside.addWidget(self._bar)
        holder = QWidget()
        holder.setMinimumWidth(_BUTTONS_PX)
        buttons = QHBoxLayout(holder)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(2)
        buttons.addStretch(1)
        for button in (self._up, self._down, self._stop, self._retry, self._reveal):
            buttons.addWidget(button)
        layout = QGridLayout(self)
        layout.setContentsMargins(8, 3, 4, 3)
        layout.setHorizontalSpacing(10)
        layout.addWidget(self._icon, 0, 0)
        layout.addWidget(self._kind, 0, 1)
        layout.addWidget(self._title, 0, 2)
        layout.addWidget(progress, 0, 3)
        layout.addWidget(holder, 0, 4)
        layout.setColumnStretch(2, 3)
        layout.setColumnStretch(3, 6)
        self._up.clicked.connect(self._move_up)
        self._down.clicked.connect(self._move_down)
        self._stop.clicked.connect(self._ask_stop)
        self._retry.clicked.connect(self._ask_retry)
        self._reveal.clicked.connect(self._ask_reveal)
        themes.changed.connect(self._set_theme)

    def _button(self, name: str, text: str, spoken: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{name}-{self._job}")
        button.setText(text)
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        button.setProperty("flat", "true")
        return button

    def show_facts(self, facts: JobFacts, can_rise: bool, can_sink: bool) -> None:
        """What is known of it now."""
        shown = facts, can_rise, can_sink
        if shown == self._shown:  # the book tells of every step of any job
            return
        self._facts, self._shown = facts, shown
        kinds = {
            "separation": self.tr("Separation"),
            "export": self.tr("Export"),
            "model": self.tr("Model"),
            "batch": self.tr("Batch"),
        }
        self._kind.setText(kinds[facts.kind])
        self._title.setText(facts.title)
        text = self._text(facts)
        self._state.setText(text)
        self._state.setToolTip(facts.note)
        self.setAccessibleName(f"{kinds[facts.kind]}, {facts.title}")
        self.setAccessibleDescription(text)
        self._bar.setVisible(facts.state == "running")
        self._bar.setRange(0, 1000 if facts.total else 0)  # per mille: bytes and frames do not fit Qt's int
        self._bar.setValue(1000 * facts.done // max(facts.total, 1))
        self._bar.setAccessibleName(self.tr("Progress of {name}").format(name=facts.title))
        self._up.setVisible(can_rise)
        self._down.setVisible(can_sink)
        self._stop.setVisible(not facts.over)
        self._retry.setVisible(facts.over and facts.can_retry)
        there = facts.state == "done" or (facts.over and facts.kind == "batch")  # a batch keeps what it has done
        self._reveal.setVisible(facts.folder is not None and there)
        self._set_theme(self._theme)

    def _text(self, facts: JobFacts) -> str:
        if facts.state == "waiting":
            return self.tr("Waiting")
        if facts.state == "running":
            count = ""
            if facts.total and facts.kind == "separation":
                count = self.tr("part {done} of {total}")
                count = count.format(done=min(facts.done + 1, facts.total), total=facts.total)
            left = self.tr("{time} left").format(time=ticks.duration(facts.eta_s)) if facts.eta_s is not None else ""
            return " · ".join(part for part in (facts.phase, count, left) if part)
        took = ticks.duration(facts.took_s)
        said = {
            "done": self.tr("Done in {time}").format(time=took),
            "failed": self.tr("Failed"),
            "stopped": self.tr("Stopped"),
        }[facts.state]
        note = facts.note.replace("\n", " · ")
        return f"{said}. {note}" if note else said

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        state = self._facts.state if self._facts is not None else "waiting"
        if state not in _ICONS:
            self._icon.clear()
            return
        color = {"done": theme.accent, "failed": theme.danger}.get(state, theme.text_dim)
        self._icon.setPixmap(pixmap(_ICONS[state], color, 16, self.devicePixelRatioF()))

    def _move_up(self) -> None:
        self.move_requested.emit(self._job, -1)

    def _move_down(self) -> None:
        self.move_requested.emit(self._job, 1)

    def _ask_stop(self) -> None:
        self.stop_requested.emit(self._job)

    def _ask_retry(self) -> None:
        self.retry_requested.emit(self._job)

    def _ask_reveal(self) -> None:
        if self._facts is not None and self._facts.folder is not None:
            self.reveal_requested.emit(str(self._facts.folder))
