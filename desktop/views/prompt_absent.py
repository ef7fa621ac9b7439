"""What the ears say about words that were asked for: not heard, and what to do instead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from audiosep_core.prompts.vocabulary import foreign, knows
from desktop.actions.presence import Judgement
from desktop.views import ticks
from desktop.views.prompt_words import WordButtons


class AbsentCard(QFrame):
    """I can’t hear “violin” in this selection., with the ways on.

    Signals:
        anyway_requested: Separate all the same.
        whole_requested: Try everywhere.
        elsewhere_requested: Go where it is heard.  arg: the frame.
        similar_chosen: Ask for these words instead.
        english_chosen: The same in English.  args: what was said, the English words.
    """

    anyway_requested = Signal()
    whole_requested = Signal()
    elsewhere_requested = Signal(object)  # int; Signal(int) has 32 bits
    similar_chosen = Signal(str)
    english_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("absentCard")
        self._elsewhere = 0
        self._said: dict[str, str] = {}  # by the English words that stand for it
        self._text = QLabel()
        self._text.setObjectName("absentLabel")
        self._text.setWordWrap(True)
        self.anyway = self._button("separateAnywayButton", self.tr("Separate anyway"))
        self.whole = self._button("tryWholeFileButton", self.tr("Try the whole file"))
        self._go = self._button("goElsewhereButton", self.tr("Go where it is heard"))
        self._similar = WordButtons("similar", "", self.tr("Ask for {words} instead"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 9, 10, 9)
        layout.setSpacing(6)
        layout.addWidget(self._text)
        for button in (self.anyway, self.whole, self._go):
            layout.addWidget(button)
        layout.addWidget(self._similar)
        self.anyway.clicked.connect(self.anyway_requested)
        self.whole.clicked.connect(self.whole_requested)
        self._go.clicked.connect(self._go_elsewhere)
        self._similar.chosen.connect(self._choose)
        self.hide()

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setProperty("compact", "true")
        return button

    @property
    def tab_chain(self) -> list[QWidget]:
        """What Tab goes through, in this order."""
        return [self.anyway, self.whole, self._go, *self._similar.buttons]

    def tell(self, absent: Sequence[Judgement], *, selected: bool, waiting: bool, rate_hz: int) -> None:
        """Say what is not heard, and what cannot be for it is not understood.

        Args:
            absent: What is not heard or not understood, at least one.
            selected: Whether a selection was asked about, not the recording.
            waiting: Whether the separation waits for the person's word; else it is under way.
            rate_hz: Of the recording.
        """
        strange = [judgement for judgement in absent if _is_strange(judgement)]
        heard_out = [judgement for judgement in absent if judgement not in strange]
        sentences = [self._strange_text([judgement.prompt for judgement in strange])] if strange else []
        if heard_out:
            sentences.append(self._absent_text(heard_out, selected=selected))
        self._text.setText(" ".join(sentences))
        self.anyway.setVisible(waiting)
        self.whole.setVisible(selected)
        places = [judgement.elsewhere for judgement in heard_out if judgement.elsewhere is not None]
        self._go.setVisible(bool(places))
        if places:
            self._elsewhere = places[0]
            text = self.tr("Heard at {time}: go there").format(time=ticks.tenths(places[0] / rate_hz))
            self._go.setText(text)
            self._go.setAccessibleName(text)
        similar = list(dict.fromkeys(word for judgement in absent for word in judgement.similar))[:4]
        self._offer([judgement.prompt for judgement in strange], similar)

    def tell_foreign(self, prompts: Sequence[str]) -> None:
        """Say that these words, at least one, are not understood, while they are separated all the same."""
        self._text.setText(self._strange_text(prompts))
        for button in (self.anyway, self.whole, self._go):
            button.hide()
        self._offer(prompts, ())

    def _strange_text(self, prompts: Sequence[str]) -> str:
        text = self.tr("I don’t know {words}, and can’t tell whether it is here. The model understands English only.")
        return text.format(words=self._listed(prompts))

    def _absent_text(self, absent: Sequence[Judgement], *, selected: bool) -> str:
        if all(judgement.sure for judgement in absent):
            here, there = self.tr("I can’t hear {words} in this selection."), self.tr("I can’t hear {words} here.")
        else:
            here = self.tr("Perhaps {words} is not in this selection.")
            there = self.tr("Perhaps {words} is not in this recording.")
        return (here if selected else there).format(words=self._listed([judgement.prompt for judgement in absent]))

    def _listed(self, prompts: Sequence[str]) -> str:
        quoted = [f"“{prompt}”" for prompt in prompts]
        return quoted[0] if len(quoted) == 1 else self.tr("{0} or {1}").format(", ".join(quoted[:-1]), quoted[-1])

    def _offer(self, strange: Sequence[str], similar: Sequence[str]) -> None:
        """The English words for those that are not understood; where none are known, what sounds alike."""
        self._said = {english: prompt for prompt in strange if (english := foreign(prompt)) is not None}
        if self._said:
            self._similar.show_words(list(self._said), self.tr("In English:"))
        else:
            self._similar.show_words(similar, self.tr("Similar, and heard here:") if similar else "")
        self.setAccessibleName(self._text.text())
        self.show()

    def _choose(self, words: str) -> None:
        if words in self._said:
            self.english_chosen.emit(self._said[words], words)
        else:
            self.similar_chosen.emit(words)

    def _go_elsewhere(self) -> None:
        self.elsewhere_requested.emit(self._elsewhere)


def _is_strange(judgement: Judgement) -> bool:
    """Whether the ears are sure of what they cannot know: words that are no English, or none that is known."""
    return foreign(judgement.prompt) is not None or (judgement.sure and not knows(judgement.prompt))
