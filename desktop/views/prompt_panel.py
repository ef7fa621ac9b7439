"""Words, what they are not to mean, what they apply to, the button, and the words used before."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from audiosep_core.library.registry import ModelInfo
from audiosep_core.prompts.hints import exclusion, hint
from audiosep_core.prompts.vocabulary import complete
from desktop.actions.english import in_english
from desktop.document.state import Recipe, Selection
from desktop.views import ticks
from desktop.views.model_words import megabytes
from desktop.views.prompt_absent import AbsentCard
from desktop.views.prompt_advanced import AdvancedOptions
from desktop.views.prompt_chips import ChipField
from desktop.views.prompt_completer import PromptCompleter
from desktop.views.prompt_history import PromptHistory
from desktop.views.prompt_phrasings import PhrasingsCard
from desktop.views.prompt_scope import ScopeChoice
from desktop.views.prompt_sets import PromptSets
from desktop.views.prompt_strength import PromptStrength
from desktop.views.prompt_words import WordButtons
from desktop.views.quoting import quoted
from desktop.views.wheel_combo import WheelCombo

WIDTH = 288
_TEXT_PX = 13  # of the usual text size
_MARGIN = 14


class PromptPanel(QFrame):
    """Where a person says what to hear.

    Signals:
        separate_requested: args: what to hear, and what not (tuples of words).
        like_requested: The person wants what sounds like the selection.
        prompt_changed: Other words are there, perhaps half typed.
        model_chosen: arg: the model's name.
        models_requested: The person wants to see which models there are.
        where_requested: The person wants to know where these words are heard (a tuple).
        phrasings_requested: They want to hear several ways to say it.
        star_requested: Words, and whether they get a star.
        play_requested: Space was pressed where nothing is typed yet.
    """

    separate_requested = Signal(object, object)
    like_requested = Signal()
    prompt_changed = Signal()
    model_chosen = Signal(str)
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
        self._warning = ""
        self._smallest = 0  # bytes of the smallest model that can be downloaded
        self._favourites: tuple[str, ...] = ()
        self._recent: tuple[str, ...] = ()
        self._searcher = ThreadPoolExecutor(1, "completion")
        examples = self.tr("a dog barking"), self.tr("another sound")
        self._wanted = ChipField("prompt", self.tr("What do you want to hear?"), examples)
        self.edit = self._wanted.edit
        self._hint = QLabel()
        self._hint.setObjectName("promptHint")
        self._hint.setWordWrap(True)
        self._hint.setProperty("small", "true")
        self._hint.setAccessibleName(self.tr("Hint"))
        self._move = QPushButton(self.tr("Move it to “But not”"))
        self._move.setObjectName("promptHintButton")
        self._move.setAccessibleName(self.tr("Move what you do not want to “But not”"))
        self._move.setProperty("link", "true")
        self._get_model = QPushButton(self.tr("Get a model…"))
        self._get_model.setObjectName("promptModelsButton")
        self._get_model.setAccessibleName(self.tr("Download a model, or use a file that is here"))
        self._get_model.setProperty("link", "true")
        self._but_not = QToolButton()
        self._but_not.setObjectName("butNotButton")
        self._but_not.setCheckable(True)
        self._but_not.setProperty("disclosure", "true")
        self._but_not.setIconSize(QSize(12, 12))
        self._but_not.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        examples = self.tr("music"), self.tr("another sound")
        self._unwanted = ChipField("butNot", self.tr("But not"), examples)
        self._unwanted.hide()
        self._star = QToolButton()
        self._star.setObjectName("favouriteButton")
        self._star.setCheckable(True)
        self._star.setProperty("flat", "true")
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
        self._models = WheelCombo()
        self._models.setObjectName("modelCombo")
        self._models.setAccessibleName(self.tr("Model"))
        self._models.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._models.setMinimumContentsLength(8)
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
        self._ideas = QWidget()
        self._ideas_layout = QVBoxLayout(self._ideas)
        self._ideas_layout.setContentsMargins(0, 0, 0, 0)
        self._ideas_layout.setSpacing(2)
        self._history_title = self._heading(self.tr("RECENT PROMPTS"))
        self.history = PromptHistory()
        self.history.setMinimumHeight(96)
        self._lay_out()
        for field in (self._wanted, self._unwanted):
            field.changed.connect(self._update)
            field.chips_changed.connect(self._order_tabs)
            field.submitted.connect(self.ask)
            field.blank_typed.connect(self.play_requested)
            PromptCompleter(field.edit, self._searcher)
        self._unwanted.left.connect(self._close_but_not)
        self._but_not.toggled.connect(self._show_but_not)
        self._move.clicked.connect(self._move_unwanted)
        self._get_model.clicked.connect(self.models_requested)
        self.button.clicked.connect(self.ask)
        self._like.clicked.connect(self.like_requested)
        self._star.clicked.connect(self._star_words)
        self._where.clicked.connect(self.ask_where)
        self._phrasings.clicked.connect(self.phrasings_requested)
        self.heard.chosen.connect(self._use)
        self.heard.buttons_changed.connect(self._order_tabs)
        self.absent.similar_chosen.connect(self._use)
        self.advanced.opened.connect(self._order_tabs)
        self.sets.chosen.connect(self._use_set)
        self.scope.changed.connect(self._scope_changed)
        self.history.used.connect(self.set_prompt)
        self.history.asked.connect(self._ask_again)
        self.history.star_requested.connect(self.star_requested)
        self._models.activated.connect(self._model_activated)
        self._chosen_model = ""
        self.show_favourites(())
        self.show_scope(None, 0, 1)
        self._update()
        self._order_tabs()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text gets a wider panel, up to half as wide again: the lanes need their room too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setFixedWidth(round(WIDTH * min(max(self.fontInfo().pixelSize() / _TEXT_PX, 1.0), 1.5)))

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("heading", "true")
        label.setWordWrap(True)
        return label

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
        layout.addWidget(self._heading(self.tr("WHAT DO YOU WANT TO HEAR?")))
        layout.addWidget(self._wanted)
        layout.addWidget(self._hint)
        layout.addWidget(self._move)
        layout.addWidget(self._get_model)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._but_not)
        line.addStretch(1)
        line.addWidget(self._star)
        line.addWidget(self.sets)
        layout.addLayout(line)
        layout.addWidget(self._unwanted)
        layout.addWidget(self._ideas)
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
        row = QHBoxLayout()
        label = QLabel(self.tr("Model"))
        label.setProperty("dim", "true")
        label.setBuddy(self._models)
        row.addWidget(label)
        row.addWidget(self._models, 1)
        layout.addLayout(row)
        layout.addWidget(self.advanced)
        layout.addSpacing(6)
        layout.addWidget(self._history_title)
        layout.addWidget(self.history, 1)
        self._filler = QWidget()
        layout.addWidget(self._filler, 1)
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
        """Whether the person asked for this, stands where they asked, and has typed nothing else since."""
        return (self.edit.hasFocus() or self._unwanted.edit.hasFocus()) and self.prompts == recipe.prompts

    def focus_prompt(self) -> None:
        """Type from now on."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

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
        """The window is closed: nothing is completed any more."""
        self._searcher.shutdown(wait=False, cancel_futures=True)

    def show_scope(self, selection: Selection | None, frames: int, rate_hz: int) -> None:
        """Say what the button will work on; a selection can also be an example."""
        self._like.setVisible(bool(frames) and selection is not None)
        self.scope.show_scope(selection, frames, rate_hz)

    def show_budget(self, seconds: float | None) -> None:
        """Say how long it will take; None: nobody knows."""
        text = "" if seconds is None else self.tr("About {time}").format(time=ticks.duration(max(seconds, 1.0)))
        self._budget.setText(text)
        self._budget.setVisible(bool(text))

    def show_heard(self, words: Sequence[str], note: str = "") -> None:
        """Offer what is heard in the open recording."""
        self.heard.show_words(words, note)

    def show_warning(self, text: str) -> None:
        """Something about the words that are there, where nothing else is wrong with them; "" for nothing."""
        if text != self._warning:
            self._warning = text
            self._update_hint()

    def show_where_pending(self, pending: bool) -> None:
        """An answer to "Where is it?" is awaited."""
        self._where.setText(self.tr("Listening…") if pending else self.tr("Where is it?"))

    def show_models(self, models: Sequence[ModelInfo], chosen: str) -> None:
        """Offer the installed models, and `chosen` where it is a file of its own."""
        self._models.clear()
        self._smallest = min((model.download_bytes for model in models if model.download_bytes), default=0)
        if chosen and chosen not in [model.name for model in models]:
            self._models.addItem(Path(chosen).stem, chosen)
            self._models.setItemData(0, chosen, Qt.ItemDataRole.ToolTipRole)
        for model in models:
            if model.installed:
                self._models.addItem(model.title, model.name)
                self._models.setItemData(self._models.count() - 1, model.description, Qt.ItemDataRole.ToolTipRole)
        self._chosen_model = chosen
        self._models.setPlaceholderText(self.tr("No model installed"))
        self._models.setCurrentIndex(self._models.findData(chosen) if self._models.count() else -1)
        if self._models.count():
            self._models.insertSeparator(self._models.count())
        self._models.addItem(self.tr("Get more models…"), "")
        self._update()

    @property
    def has_model(self) -> bool:
        """Whether there is a model to separate with."""
        return self._models.count() > 1

    def _model_activated(self, place: int) -> None:
        name = self._models.itemData(place)
        if name:
            self._chosen_model = name
            self.model_chosen.emit(name)
            return
        self._models.setCurrentIndex(self._models.findData(self._chosen_model) if self._chosen_model else -1)
        self.models_requested.emit()

    def show_history(self, prompts: Sequence[str]) -> None:
        """List the words used before, newest first."""
        self._recent = tuple(prompts)
        self._list_history()

    def show_favourites(self, prompts: Sequence[str]) -> None:
        """Words with a star."""
        self._favourites = tuple(prompts)
        self._list_history()
        self._update_star()

    def _list_history(self) -> None:
        self.history.show_prompts(self._favourites, self._recent)
        listed = bool(self._favourites or self._recent)
        for widget in (self.history, self._history_title):
            widget.setVisible(listed)
        self._filler.setVisible(not listed)

    def _update_star(self) -> None:
        starred = {word.casefold() for word in self._favourites}
        words = self.prompts
        checked = bool(words) and all(word.casefold() in starred for word in words)
        self._star.setChecked(checked)
        self._star.setEnabled(bool(words))
        self._star.setText("★" if checked else "☆")
        text = self.tr("Remove the star") if checked else self.tr("Keep these words as favourites")
        self._star.setToolTip(text)
        self._star.setAccessibleName(text)

    def _star_words(self) -> None:
        for word in self.prompts:
            self.star_requested.emit(word, self._star.isChecked())
        self._update_star()

    def show_ideas(self, prompts: Sequence[str]) -> None:
        """Offer words that work for the open recording."""
        while (item := self._ideas_layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for place, prompt in enumerate(prompts):
            button = QPushButton(self.tr("Try “{prompt}”").format(prompt=prompt.replace("&", "&&")))
            button.setObjectName(f"ideaButton-{place}")
            button.setAccessibleName(self.tr("Use the prompt {prompt}").format(prompt=prompt))
            button.setProperty("link", "true")
            button.clicked.connect(lambda _=False, text=prompt: self._use(text))
            self._ideas_layout.addWidget(button)
        self._ideas.setVisible(bool(prompts))
        self._order_tabs()

    def _use(self, text: str) -> None:
        self.set_prompt(text)
        self.edit.setFocus()

    # -- what the person does

    def _update(self) -> None:
        self._update_hint()
        self._move.setVisible(any(map(exclusion, self.prompts)))
        self._get_model.setVisible(not self.has_model)
        self._name_but_not()
        self._update_star()
        self.absent.hide()
        can_ask = self._can_ask()
        for button in (self.button, self._where, self._phrasings):
            button.setEnabled(can_ask)
        self.sets.show_words(self.prompts, self.against)
        self.prompt_changed.emit()

    def _update_hint(self) -> None:
        prompts, against = self.prompts, self.against
        kept_out = (words for words in against if exclusion(words) is None)
        advice = next(filter(None, map(hint, (*prompts, *kept_out))), None)
        if not self.has_model:
            advice = self.tr("No model is installed. Viewing and playing work without.")
            if self._smallest:
                advice = self.tr("The separation model ({size}) is not installed. Viewing and playing work without it.")
                advice = advice.format(size=megabytes(self._smallest))
        elif against and not prompts and self._has_source:
            advice = self.tr("Now say what you do want to hear.")
        advice = advice or (self._warning if prompts else "")
        usual = self.tr("Short and plain works best: dog barking, acoustic guitar")
        if translated := [word for word in (*prompts, *against) if word not in self._said]:
            usual = self.tr("Asked in English: {words}").format(words=", ".join(translated))
        self._hint.setText(advice or usual)
        self._hint.setProperty("tone", "warning" if advice else "")
        self._hint.setProperty("dim", "" if advice else "true")
        self._hint.style().polish(self._hint)

    def _scope_changed(self) -> None:
        self.absent.hide()
        self.prompt_changed.emit()

    def _use_set(self, prompts: tuple[str, ...], against: tuple[str, ...]) -> None:
        self.set_prompts(prompts, against)
        self.edit.setFocus()

    def _name_but_not(self) -> None:
        """A closed row still counts: its words are told."""
        words = ", ".join(self.against)
        closed = self.tr("But not: {words}").format(words=words) if words else self.tr("But not…")
        text = self.tr("But not") if self._but_not.isChecked() else closed
        room = self.minimumWidth() - 2 * _MARGIN - 30 - 90  # the star and the sets stand beside it
        self._but_not.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
        self._but_not.setAccessibleName(text)
        self._but_not.setToolTip(self.tr("What sounds alike and is not meant: it is kept out of what you hear"))
        opened = self._but_not.isChecked()
        self._but_not.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)

    def _show_but_not(self, opened: bool) -> None:
        self._unwanted.setVisible(opened)
        self._name_but_not()
        if opened and self._but_not.hasFocus():
            self._unwanted.edit.setFocus()

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
        ideas = (self._ideas_layout.itemAt(place) for place in range(self._ideas_layout.count()))
        chain = [
            *self._wanted.tab_chain,
            self._move,
            self._get_model,
            self._but_not,
            self._star,
            self.sets,
            *self._unwanted.tab_chain,
            *(item.widget() for item in ideas if item is not None),
            *self.heard.buttons,
            *self.scope.tab_chain,
            self.button,
            self.strength.slider,
            *self.absent.tab_chain,
            self._where,
            self._phrasings,
            *self.phrasings.tab_chain,
            self._like,
            self._models,
            *self.advanced.tab_chain,
            self.history,
        ]
        for first, second in pairwise(widget for widget in chain if widget is not None):
            QWidget.setTabOrder(first, second)

    def _can_ask(self) -> bool:
        return self._has_source and self.has_model and bool(self.prompts)

    def ask(self) -> None:
        """Ask for what is there, where that can be done."""
        if self._can_ask():
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
