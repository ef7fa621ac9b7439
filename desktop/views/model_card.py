"""One model in the models dialog: what it is, what it costs, what can be done with it now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from audiosep_core.library.registry import ModelInfo
from desktop.actions.models import Failure, ModelWork
from desktop.views import ticks
from desktop.views.elided_label import ElidedLabel
from desktop.views.model_words import facts, megabytes, progress


@dataclass(frozen=True)
class CardState:
    """All that a card shows.

    Attributes:
        key: The model's name, or the key of a file that is being imported.
        title: What a person reads.
        info: The model, None for a file that is not one yet.
        in_use: Whether it is the one that separates.
        work: What is done with it now.
        failure: Why the last try came to nothing.
    """

    key: str
    title: str
    info: ModelInfo | None
    in_use: bool
    work: ModelWork | None
    failure: Failure | None


@dataclass(frozen=True)
class _Question:
    """Something to be sure of first: the text, what yes says, whether yes is what most people want."""

    kind: str
    text: str
    yes: str
    primary: bool


class ModelCard(QFrame):
    """Title, words, facts, licence; below them a question, progress, or what went wrong.

    Signals:
        get_requested: arg: whether the licence was accepted just now.
        stop_requested: Stop what is done with it.
        use_requested: Use it from now on.
        remove_requested: Remove it; the person is sure.
        dismissed: What went wrong has been read.
        grown: It has something new to say, and should be in sight.
    """

    get_requested = Signal(bool)
    stop_requested = Signal()
    use_requested = Signal()
    remove_requested = Signal()
    dismissed = Signal()
    grown = Signal()

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"modelCard-{key}")
        self.setProperty("card", "true")
        self._key = key
        self._state: CardState | None = None
        self._question: _Question | None = None
        self._asked_of_installed = False
        self._title = ElidedLabel()
        self._title.setProperty("cardTitle", "true")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._badge = QLabel()
        self._badge.setObjectName(f"modelBadge-{key}")
        self._badge.setProperty("badge", "true")
        self._words = self._text("modelWords", dim=False)
        self._facts = self._text("modelFacts")
        self._licence = self._text("modelLicence")
        self._bar = QProgressBar()
        self._bar.setObjectName(f"modelProgress-{key}")
        self._bar.setTextVisible(False)
        self._news = self._text("modelState")
        self._get = self._button("modelGetButton")
        self._stop = self._button("modelStopButton")
        self._use = self._button("modelUseButton")
        self._remove = self._button("modelRemoveButton")
        self._yes = self._button("modelYesButton")
        self._no = self._button("modelNoButton")
        self._page = self._button("modelPageButton")
        self._page.setProperty("link", "true")
        self._lay_out()
        self._get.clicked.connect(self._ask_or_get)
        self._stop.clicked.connect(self.stop_requested)
        self._use.clicked.connect(self.use_requested)
        self._remove.clicked.connect(self._ask_to_remove)
        self._yes.clicked.connect(self._agreed)
        self._no.clicked.connect(self._declined)
        self._page.clicked.connect(self._open_page)

    def _text(self, name: str, dim: bool = True) -> QLabel:
        label = QLabel()
        label.setObjectName(f"{name}-{self._key}")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if dim:
            label.setProperty("dim", "true")
            label.setProperty("small", "true")
        return label

    def _button(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"{name}-{self._key}")
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        for button in (self._remove, self._use, self._get):
            head.addWidget(button)
        news = QHBoxLayout()
        news.setSpacing(8)
        news.addWidget(self._news, 1)
        news.addWidget(self._stop)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addWidget(self._page)
        answers.addStretch(1)
        answers.addWidget(self._no)
        answers.addWidget(self._yes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 14, 13)
        layout.setSpacing(5)
        layout.addLayout(head)
        layout.addWidget(self._words)
        layout.addWidget(self._facts)
        layout.addWidget(self._licence)
        layout.addSpacing(2)
        layout.addWidget(self._bar)
        layout.addLayout(news)
        layout.addLayout(answers)

    # -- what is shown

    def show_state(self, state: CardState) -> None:
        """Show the model as it is now."""
        before, self._state = self._state, state
        info = state.info
        if state.work is not None or (info is not None and info.installed is not self._asked_of_installed):
            self._question = None  # about what is no longer so
        if state.failure is not None and state.failure.code == "licence-not-accepted" and self._question is None:
            self._question = self._licence_question(state.failure.message)
        self.setAccessibleName(state.title)
        self.setAccessibleDescription(info.description if info else "")
        self._title.setText(state.title)
        self._title.setToolTip(state.title)
        self._badge.setText(self.tr("In use") if state.in_use else self.tr("Installed"))
        self._badge.setVisible(bool(info and info.installed))
        self._mark(self._badge, "badge", "true" if state.in_use else "quiet")
        self._words.setText(info.description if info else "")
        self._facts.setText(facts(info) if info else "")
        self._licence.setText(info.caveat if info else "")
        for label in (self._words, self._facts, self._licence):
            label.setVisible(bool(label.text()) and not (label is self._licence and self._question is not None))
        self._show_buttons(state)
        self._show_news(state)
        if before is not None and (state.work is None) is not (before.work is None):
            self.grown.emit()
        if state.failure is not None and (before is None or before.failure != state.failure):
            self.grown.emit()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _show_buttons(self, state: CardState) -> None:
        info, busy, asking = state.info, state.work is not None, self._question is not None
        idle = not busy and not asking
        installed = info is not None and info.installed
        begun = info is not None and info.here_bytes > 0
        again = state.failure is not None and state.failure.code == "download-damaged"
        get = self.tr("Download again") if again else self.tr("Resume") if begun else self.tr("Download")
        bundled = info is not None and info.origin == "bundled"
        self._set(self._get, get, idle and info is not None and not installed and info.download_bytes > 0)
        self._set(self._use, self.tr("Use by default"), idle and installed and not state.in_use)
        removing = self.tr("Remove") if installed else self.tr("Discard")
        self._set(self._remove, removing, idle and not bundled and (installed or begun))
        self._set(self._stop, self.tr("Stop"), busy and (state.work is None or state.work.kind != "remove"))
        question = self._question
        self._set(self._yes, question.yes if question else "", asking)
        self._mark(self._yes, "primary", "compact" if question and question.primary else "")
        dismissable = info is None and state.failure is not None and not busy
        no = self.tr("Dismiss") if not question else self.tr("Not now") if question.primary else self.tr("Keep")
        self._set(self._no, no, asking or dismissable)
        consenting = question is not None and question.kind == "licence"
        self._set(self._page, self.tr("Its page"), consenting and info is not None and bool(info.page))

    def _set(self, button: QPushButton, text: str, visible: bool) -> None:
        had_focus = button.hasFocus() and not visible
        button.setText(text)
        title = self._state.title if self._state else ""
        button.setAccessibleName(self.tr("{what}: {model}").format(what=text, model=title))
        button.setVisible(visible)
        if had_focus:  # the keyboard must not be lost in the window
            self._focus_something()

    def _focus_something(self) -> None:
        for button in (self._yes, self._stop, self._use, self._get, self._remove, self._no):
            if button.isVisibleTo(self) and button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _show_news(self, state: CardState) -> None:
        work, failure = state.work, state.failure
        text, tone = "", ""
        if work is not None:
            text = progress(work)
            if work.eta_s is not None:
                text += self.tr(", {time} left").format(time=ticks.duration(work.eta_s))
        elif self._question is not None:
            text, tone = self._question.text, "text"
        elif failure is not None:
            text, tone = f"{failure.message} {failure.hint}".strip(), "danger"
        elif state.info is not None and not state.info.installed and state.info.here_bytes:
            have, total = megabytes(state.info.here_bytes), megabytes(state.info.download_bytes)
            text = self.tr("{have} of {total} are here already.").format(have=have, total=total)
        self._news.setText(text)
        self._news.setVisible(bool(text))
        self._mark(self._news, "tone", tone)
        self._mark(self._news, "dim", "" if tone else "true")
        self._bar.setVisible(work is not None)
        self._bar.setAccessibleName(self.tr("Progress of {model}").format(model=state.title))
        if work is not None:
            self._bar.setRange(0, 1000 if work.total else 0)  # per mille: bytes do not fit Qt's int
            self._bar.setValue(1000 * work.done // max(work.total, 1))

    @staticmethod
    def _mark(widget: QWidget, name: str, value: str) -> None:
        if widget.property(name) != value:
            widget.setProperty(name, value)
            widget.style().polish(widget)

    # -- questions

    def _licence_question(self, text: str) -> _Question:
        yes = (
            self.tr("Accept and install")
            if self._state and self._state.info is None
            else self.tr("Accept and download")
        )
        return _Question("licence", text, yes, primary=True)

    def _ask_or_get(self) -> None:
        info = self._state.info if self._state else None
        if info is None or not info.asks:
            self.get_requested.emit(False)
            return
        text = self.tr("Licence: {licence}. {caveat}").format(licence=info.licence, caveat=info.caveat).strip()
        self._ask(self._licence_question(self.tr("{text} Do you accept this?").format(text=text)))

    def _ask_to_remove(self) -> None:
        info = self._state.info if self._state else None
        if info is None:
            return
        size = megabytes(info.size_bytes or info.here_bytes)
        if not info.installed:
            text = self.tr("Discard the {size} that are here? The next download begins anew.").format(size=size)
        elif info.download_bytes:
            text = self.tr("Remove “{title}” and free {size}? It can be downloaded again.")
            text = text.format(title=info.title, size=size)
        else:
            text = self.tr("Remove “{title}” ({size}) for good? It is your own file: nobody can give it back.")
            text = text.format(title=info.title, size=size)
        self._ask(_Question("remove", text, self.tr("Remove") if info.installed else self.tr("Discard"), primary=False))

    def _ask(self, question: _Question) -> None:
        self._question = question
        if self._state is not None:
            self._asked_of_installed = self._state.info is not None and self._state.info.installed
            self.show_state(self._state)
        # Where something would be lost, a second press of Enter must not be a yes.
        (self._yes if question.primary else self._no).setFocus(Qt.FocusReason.OtherFocusReason)
        self.grown.emit()

    def _agreed(self) -> None:
        question, self._question = self._question, None
        if question is None:
            return
        if question.kind == "remove":
            self.remove_requested.emit()
        else:
            self.get_requested.emit(True)

    def _declined(self) -> None:
        asked = self._question is not None and self._question.kind == "licence"
        was, self._question = self._question, None
        failed = self._state is not None and self._state.failure is not None
        if was is None or (asked and failed):
            self.dismissed.emit()
        elif self._state is not None:
            self.show_state(self._state)

    def _open_page(self) -> None:
        if self._state is not None and self._state.info is not None:
            QDesktopServices.openUrl(QUrl(self._state.info.page))
