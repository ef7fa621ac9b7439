"""Words, what they are not to mean, what they apply to, the button, and the words used before."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from audiosep_core.prompts.hints import exclusion
from audiosep_core.prompts.vocabulary import complete
from desktop.actions.english import in_english
from desktop.document.state import Recipe, Selection
from desktop.views import ticks
from desktop.views.prompt_absent import AbsentCard
from desktop.views.prompt_advanced import AdvancedOptions
from desktop.views.prompt_but_not import ButNotButton
from desktop.views.prompt_chips import ChipField
from desktop.views.prompt_completer import PromptCompleter
from desktop.views.prompt_hint import PromptHint
from desktop.views.prompt_ideas import PromptIdeas
from desktop.views.prompt_model import ModelLine
from desktop.views.prompt_phrasings import PhrasingsCard
from desktop.views.prompt_recent import RecentPrompts
from desktop.views.prompt_scope import ScopeChoice
from desktop.views.prompt_sets import PromptSets
from desktop.views.prompt_star import StarButton
from desktop.views.prompt_strength import PromptStrength
from desktop.views.prompt_words import WordButtons
from desktop.views.quoting import quoted

WIDTH = 288
_TEXT_PX = 13  # of the usual text size
_MARGIN = 14
_BESIDE = 120  # what the arrow of “But not”, the star and the sets take


class PromptPanel(QFrame):
    """Where a person says what to hear.

    Signals:
        separate_requested: args: what to hear, and what not (tuples of words).
        like_requested: The person wants what sounds like the selection.
        prompt_changed: Other words are there, perhaps half typed.
        models_requested: The person wants to see which models there are.
        where_requested: The person wants to know where these words are heard (a tuple).
        phrasings_requested: They want to hear several ways to say it.
        star_requested: Words, and whether they get a star.
        play_requested: Space was pressed where nothing is typed yet.
    """

    separate_requested = Signal(object, object)
    like_requested = Signal()
    prompt_changed = Signal()
    models_requested = Signal()
    where_requested = Signal(object)
    phrasings_requested = Signal()
    star_requested = Signal(str, bool)
    play_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("promptPanel")
        self.setFixedWidth(WIDTH)
        self._has_source = False
        self._in_use = False  # the person came back to the words since they asked
        self._searcher = ThreadPoolExecutor(1, "completion")
        examples = self.tr("a dog barking"), self.tr("another sound")
        self._wanted = ChipField("prompt", self.tr("What do you want to hear?"), examples)
        self.edit = self._wanted.edit
        self.hint = PromptHint()
        examples = self.tr("music"), self.tr("another sound")
        self._unwanted = ChipField("butNot", self.tr("But not"), examples)
        self._but_not = ButNotButton(self._unwanted)
        self._star = StarButton()
        self.sets = PromptSets()
        self.scope = ScopeChoice()
        self.absent = AbsentCard()
        self.heard = WordButtons("heard", self.tr("HEARD IN THIS FILE"), self.tr("Use {words}, heard in this file"))
        self.button = QPushButton(self.tr("Separate"))
        self.button.setObjectName("separateButton")
        self.button.setAccessibleName(self.tr("Separate"))
        self.button.setToolTip(self.tr("Separate (Enter)"))
        self.button.setProperty("primary", "true")
        self._like = QPushButton(self.tr("Sounds like the selection"))
        self._like.setObjectName("soundsLikeButton")
        self._like.setAccessibleName(self.tr("Sounds like the selection"))
        self._like.setToolTip(
            self.tr("Find what sounds like the selected stretch, in the whole file (Ctrl+L). Experimental.")
        )
        self._like.setProperty("compact", "true")
        self._like.hide()
        self.models = ModelLine()
        self._budget = QLabel()
        self._budget.setObjectName("budgetLabel")
        self._budget.setAccessibleName(self.tr("How long it will take"))
        self._budget.setProperty("dim", "true")
        self._budget.setProperty("small", "true")
        self._budget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._budget.hide()
        self._where = self._second_button(
            "whereButton", self.tr("Where is it?"), self.tr("Show where it is heard, without separating (Ctrl+Shift+F)")
        )
        self._phrasings = self._second_button(
            "phrasingsButton",
            self.tr("Try phrasings"),
            self.tr("Hear three ways to say it on ten seconds from the playhead (Ctrl+Shift+P)"),
        )
        self.strength = PromptStrength()
        self.phrasings = PhrasingsCard()
        self.advanced = AdvancedOptions()
        self.ideas = PromptIdeas()
        self.recent = RecentPrompts()
        self._lay_out()
        for field in (self._wanted, self._unwanted):
            field.changed.connect(self._update)
            field.chips_changed.connect(self._order_tabs)
            field.submitted.connect(self.ask)
            field.turned_to.connect(self._turned_to)
            field.blank_typed.connect(self.play_requested)
            PromptCompleter(field.edit, self._searcher)
        self._unwanted.left.connect(self._close_but_not)
        self.hint.move_requested.connect(self._move_unwanted)
        self.hint.models_requested.connect(self.models_requested)
        self.button.clicked.connect(self.ask)
        self._like.clicked.connect(self.like_requested)
        self._star.star_requested.connect(self.star_requested)
        self._where.clicked.connect(self.ask_where)
        self._phrasings.clicked.connect(self.phrasings_requested)
        for offer in (self.ideas, self.heard):
            offer.chosen.connect(self._use)
            offer.buttons_changed.connect(self._order_tabs)
        self.absent.similar_chosen.connect(self._use)
        self.absent.english_chosen.connect(self._use_english)
        self.advanced.opened.connect(self._order_tabs)
        self.sets.chosen.connect(self._use_set)
        self.scope.changed.connect(self._scope_changed)
        self.recent.list.used.connect(self.set_prompt)
        self.recent.list.asked.connect(self._ask_again)
        self.recent.list.star_requested.connect(self.star_requested)
        self.models.more_requested.connect(self.models_requested)
        self.models.changed.connect(self._models_changed)
        self.show_scope(None, 0, 1)
        self._models_changed()
        self._order_tabs()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text gets a wider panel, up to half as wide again: the lanes need their room too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setFixedWidth(round(WIDTH * min(max(self.fontInfo().pixelSize() / _TEXT_PX, 1.0), 1.5)))

    def _second_button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setToolTip(tip)
        button.setProperty("compact", "true")
        return button

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("promptContent")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(_MARGIN, 14, _MARGIN, 12)
        layout.setSpacing(8)
        title = QLabel(self.tr("WHAT DO YOU WANT TO HEAR?"))
        title.setProperty("heading", "true")
        title.setWordWrap(True)
        layout.addWidget(title)
        layout.addWidget(self._wanted)
        layout.addWidget(self.hint)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._but_not)
        line.addStretch(1)
        line.addWidget(self._star)
        line.addWidget(self.sets)
        layout.addLayout(line)
        layout.addWidget(self._unwanted)
        layout.addWidget(self.ideas)
        layout.addWidget(self.heard)
        layout.addSpacing(4)
        layout.addWidget(self.scope)
        layout.addWidget(self.button)
        layout.addWidget(self._budget)
        layout.addWidget(self.strength)
        layout.addWidget(self.absent)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self._where, 1)
        second.addWidget(self._phrasings, 1)
        layout.addLayout(second)
        layout.addWidget(self.phrasings)
        layout.addWidget(self._like)
        layout.addWidget(self.models)
        layout.addWidget(self.advanced)
        layout.addSpacing(6)
        layout.addWidget(self.recent, 1)
        area = QScrollArea()
        area.setObjectName("promptScroll")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    # -- what is shown

    @property
    def prompts(self) -> tuple[str, ...]:
        """What is asked for: the chips, then what is typed; words of the person's language as their English prompt."""
        return in_english(self._wanted.sounds)

    @property
    def _said(self) -> tuple[str, ...]:
        return (*self._wanted.sounds, *self._unwanted.sounds)

    @property
    def against(self) -> tuple[str, ...]:
        """What is not to be heard in it, whether its row is open or not."""
        return in_english(self._unwanted.sounds)

    def set_prompt(self, text: str) -> None:
        """Put words into the box."""
        self.edit.setText(quoted(text))

    def set_prompts(self, prompts: Sequence[str], against: Sequence[str] = ()) -> None:
        """Ask for these and nothing else."""
        self._wanted.set_sounds(prompts)
        self._unwanted.set_sounds(against)
        self._but_not.setChecked(bool(against))

    def waits_for(self, recipe: Recipe) -> bool:
        """Whether the person asked for this, stands where they asked, and has not turned to the words since."""
        there = self.edit.hasFocus() or self._unwanted.edit.hasFocus()
        return there and not self._in_use and self.prompts == recipe.prompts

    def focus_prompt(self) -> None:
        """Type from now on."""
        self._in_use = True
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def _turned_to(self) -> None:
        self._in_use = True

    def set_has_source(self, has_source: bool) -> None:
        """Without a recording there is nothing to ask for."""
        self._has_source = has_source
        if has_source:
            with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
                self._searcher.submit(complete, "sound")  # reads the vocabulary before the first word is typed
        for widget in (self._wanted, self._but_not, self._unwanted):
            widget.setEnabled(has_source)
        self._update()

    def shutdown(self) -> None:
        """The window is closed: nothing is completed any more.

        A search in work, some milliseconds, is waited for: it would tell lines that are being deleted.
        """
        self._searcher.shutdown(wait=True, cancel_futures=True)

    def show_scope(self, selection: Selection | None, frames: int, rate_hz: int) -> None:
        """Say what the button will work on; a selection can also be an example."""
        self._like.setVisible(bool(frames) and selection is not None)
        self.scope.show_scope(selection, frames, rate_hz)

    def show_budget(self, seconds: float | None) -> None:
        """Say how long it will take; None: nobody knows."""
        text = "" if seconds is None else self.tr("About {time}").format(time=ticks.duration(max(seconds, 1.0)))
        self._budget.setText(text)
        self._budget.setVisible(bool(text))

    def show_where_pending(self, pending: bool) -> None:
        """An answer to "Where is it?" is awaited."""
        self._where.setText(self.tr("Listening…") if pending else self.tr("Where is it?"))

    def show_favourites(self, prompts: Sequence[str]) -> None:
        """Words with a star."""
        self.recent.show_favourites(prompts)
        self._star.show_favourites(prompts)

    def _use(self, text: str) -> None:
        self.set_prompt(text)
        self.edit.setFocus()

    def _use_english(self, said: str, english: str) -> None:
        self._wanted.replace(said, english)
        self.edit.setFocus()

    # -- what the person does

    def _update(self) -> None:
        prompts, against = self.prompts, self.against
        self.hint.show_words(prompts, against, self._said, has_source=self._has_source)
        self._but_not.show_words(against, self.minimumWidth() - 2 * _MARGIN - _BESIDE)
        self._star.show_words(prompts)
        self.absent.hide()
        can_ask = self._can_ask()
        for button in (self.button, self._where, self._phrasings):
            button.setEnabled(can_ask)
        self.sets.show_words(prompts, against)
        self.prompt_changed.emit()

    def _models_changed(self) -> None:
        self.hint.show_model(self.models.has_model, self.models.smallest_download)
        self._update()

    def _scope_changed(self) -> None:
        self.absent.hide()
        self.prompt_changed.emit()

    def _use_set(self, prompts: tuple[str, ...], against: tuple[str, ...]) -> None:
        self.set_prompts(prompts, against)
        self.edit.setFocus()

    def _close_but_not(self) -> None:
        self._but_not.setChecked(False)
        self.edit.setFocus()

    def _move_unwanted(self) -> None:
        """Take out of the words what they say is not wanted, and keep it out."""
        for prompt in self._wanted.sounds:
            found = exclusion(prompt)
            if found is not None:
                self._wanted.replace(prompt, found.wanted)
                self._unwanted.add(found.unwanted)
        self._but_not.setChecked(True)
        self.edit.setFocus()

    def _order_tabs(self) -> None:
        """Tab goes from top to bottom; the line for the words stays where it is, the others follow it."""
        chain = [
            *self._wanted.tab_chain,
            *self.hint.tab_chain,
            self._but_not,
            self._star,
            self.sets,
            *self._unwanted.tab_chain,
            *self.ideas.buttons,
            *self.heard.buttons,
            *self.scope.tab_chain,
            self.button,
            self.strength.slider,
            *self.absent.tab_chain,
            self._where,
            self._phrasings,
            *self.phrasings.tab_chain,
            self._like,
            self.models.combo,
            *self.advanced.tab_chain,
            self.recent.list,
        ]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _can_ask(self) -> bool:
        return self._has_source and self.models.has_model and bool(self.prompts)

    def ask(self) -> None:
        """Ask for what is there, where that can be done."""
        if self._can_ask():
            self._in_use = False
            self.separate_requested.emit(self.prompts, self.against)
        elif self._has_source and not self.prompts:
            self.edit.setFocus()  # from the row below: what to hear comes first

    def ask_where(self) -> None:
        """Ask where it is heard, and separate nothing."""
        if self._has_source and self.prompts:
            self.where_requested.emit(self.prompts)

    def _ask_again(self, words: str) -> None:
        """For this alone, whatever else is being put together."""
        self.set_prompt(words)
        if self._can_ask():
            self.separate_requested.emit((words,), self.against)
