"""The models: what is installed, what can be had, which one is used. Blocks nothing; downloads go on without it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from audiosep_core.library.paths import models_folder
from audiosep_core.library.registry import ModelInfo
from desktop.actions.models import ModelsController, own_path
from desktop.views.dialog_button import dialog_button
from desktop.views.file_dialogs import ask_for_model
from desktop.views.model_card import CardState, ModelCard


class ModelsDialog(QDialog):
    """A card a model.

    Args:
        controller: Gets and removes them.
        in_use: Name of the model that separates now.
        parent: The window.

    Signals:
        use_requested: arg: name of the model to use from now on.
        folder_requested: The person wants to see the models' folder.
    """

    use_requested = Signal(str)
    folder_requested = Signal(str)

    def __init__(self, controller: ModelsController, in_use: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelsDialog")
        self.setAccessibleName(self.tr("Models"))
        self.setWindowTitle(self.tr("Models"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(700, 680)
        self.setMinimumSize(520, 360)
        self._controller = controller
        self._in_use = in_use
        self._models: tuple[ModelInfo, ...] = ()
        self._cards: dict[str, ModelCard] = {}
        self._column = QVBoxLayout()
        self._own = self._button("modelsOwnFileButton", self.tr("Use a file I already have…"))
        self._folder = self._button("modelsFolderButton", self.tr("Show folder"))
        self._close = self._button("modelsCloseButton", self.tr("Close"))
        self._lay_out()
        self._own.clicked.connect(lambda: ask_for_model(self, self._controller.take_file))
        self._folder.clicked.connect(lambda: self.folder_requested.emit(str(models_folder())))
        self._close.clicked.connect(self.close)
        controller.models_changed.connect(self.refresh)
        controller.work_changed.connect(self._show)
        self.refresh()

    def _button(self, name: str, text: str) -> QPushButton:
        return dialog_button(name, text, spoken=text.rstrip("…"))

    def _lay_out(self) -> None:
        intro = QLabel(
            self.tr("Models do the separating. One is downloaded once, without an account, and then works offline.")
        )
        intro.setWordWrap(True)
        intro.setProperty("dim", "true")
        cards = QWidget()
        cards.setObjectName("modelCards")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        cards.setLayout(self._column)
        self._area = QScrollArea()
        self._area.setObjectName("modelsArea")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(cards)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._own)
        buttons.addWidget(self._folder)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(intro)
        layout.addWidget(self._area, 1)
        layout.addLayout(buttons)

    # -- what is shown

    def refresh(self) -> None:
        """Look at what is on the disk, and show it."""
        self._models = self._controller.models()
        self._show()

    def _show(self, *_: object) -> None:
        """Show the models as they are known; cards stay where they are."""
        states = self._states()
        keys = [state.key for state in states]
        for gone in self._cards.keys() - set(keys):
            self._cards.pop(gone).deleteLater()
        for place, state in enumerate(states):
            card = self._cards.get(state.key)
            if card is None:
                card = self._cards[state.key] = self._make_card(state.key)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            card.show_state(state)

    def _states(self) -> list[CardState]:
        controller, in_use = self._controller, self._in_use()
        states = [
            CardState(
                model.name,
                model.title,
                model,
                model.name == in_use,
                controller.work_of(model.name),
                controller.failure_of(model.name),
            )
            for model in self._models
        ]
        for key in controller.own_files():
            path = own_path(key)
            title = path.name if path else key
            states.append(CardState(key, title, None, False, controller.work_of(key), controller.failure_of(key)))
        return states

    def _make_card(self, key: str) -> ModelCard:
        card = ModelCard(key)
        card.get_requested.connect(partial(self._get, key))
        card.stop_requested.connect(partial(self._controller.stop, key))
        card.use_requested.connect(partial(self._use, key))
        card.remove_requested.connect(partial(self._remove, key))
        card.grown.connect(partial(self._bring_into_sight, card))
        card.dismissed.connect(partial(self._controller.dismiss, key))
        return card

    def _bring_into_sight(self, card: ModelCard) -> None:
        # Later: its height is known when the layout has run.
        QTimer.singleShot(0, card, lambda: self._area.ensureWidgetVisible(card, 0, 12))

    # -- what the person wants

    def _get(self, key: str, accept: bool) -> None:
        path = own_path(key)
        if path is not None:
            self._controller.take_file(path, accept=accept)
            return
        for model in self._models:
            if model.name == key:
                self._controller.get(model, accept=accept)

    def _remove(self, key: str) -> None:
        for model in self._models:
            if model.name == key:
                self._controller.remove(model)

    def _use(self, key: str) -> None:
        self.use_requested.emit(key)
        self.refresh()

    # -- keyboard, and whether somebody looks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as in the window."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QAbstractButton) and not event.isAutoRepeat():
                focused.click()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Failures are told here now."""
        self._controller.watched = True
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """And in the window again; downloads go on."""
        self._controller.watched = False
        super().hideEvent(event)
