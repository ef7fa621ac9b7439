"""The page of the first start: one page, never in the way, and everything on it can be changed later."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from audiosep_core.library.paths import models_folder
from desktop.actions.engine_state import EngineState
from desktop.actions.opening import Example
from desktop.services.folders import FolderWork
from desktop.services.settings import SettingsStore
from desktop.views.amounts import amount
from desktop.views.dialog_button import dialog_button
from desktop.views.preferences.entries import ENTRIES, Choice, said
from desktop.views.preferences.fields import make_field
from desktop.views.text_sizes import resize_by_text

_OFFERED = ("theme", "language")


class WelcomePage(QDialog):
    """Theme, language, where models go, what the program runs on, and an example.

    Args:
        store: The settings.
        examples: The bundled recordings.
        silence: Says why nothing can be heard.
        parent: The window.

    Signals:
        example_chosen: Open it and separate its first sound.  arg: the Example.
    """

    example_chosen = Signal(object)

    def __init__(
        self,
        store: SettingsStore,
        examples: Sequence[Example],
        silence: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("welcomePage")
        self.setAccessibleName(self.tr("Welcome"))
        self.setWindowTitle(self.tr("Welcome to AudioSep"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_by_text(self, 42, 30)
        self._silence = silence
        self._examples = tuple(examples)
        self._work = FolderWork()
        self._work.measured.connect(self._show_space)
        title = QLabel(self.tr("Say what you want to hear"))
        title.setProperty("title", "true")
        promise = QLabel(self.tr("Everything runs on this computer. No account, nothing is uploaded."))
        promise.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(10)
        for entry in ENTRIES:
            if isinstance(entry, Choice) and entry.setting in _OFFERED:
                field = make_field(entry, store)
                field.setObjectName(f"welcome-{entry.setting}")
                form.addRow(said(entry.label), field)
        self._space = self._fact("welcomeSpace", self.tr("Looking…"))
        form.addRow(self.tr("Models go to"), self._space)
        self._engine = self._fact("welcomeEngine", self.tr("Being tested…"))
        form.addRow(self.tr("Separation"), self._engine)
        self._sound = self._fact("welcomeSound", self.tr("Being tested…"))
        form.addRow(self.tr("Sound"), self._sound)
        start = dialog_button("welcomeStartButton", self.tr("Start"))
        start.clicked.connect(self.close)
        bottom = QHBoxLayout()
        if self._examples:
            example = dialog_button("welcomeExampleButton", self.tr("Hear an example"))
            example.setToolTip(self.tr("Opens “{title}” and separates it").format(title=self._examples[0].title))
            example.setProperty("primary", "compact")
            example.clicked.connect(self._try)
            bottom.addWidget(example)
        bottom.addStretch(1)
        bottom.addWidget(start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(promise)
        layout.addSpacing(4)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addLayout(bottom)
        store.update(welcomed=True)
        self._work.measure(models_folder())

    def show_engine(self, state: EngineState) -> None:
        """What the network runs on, after it was tested."""
        self._engine.setText(state.text)
        self._engine.setToolTip(state.detail)

    def show_sound(self, name: str, audible: bool) -> None:
        """What is played on, or why nothing can be heard."""
        self._sound.setText(name if audible else self._silence() or name)

    def _fact(self, name: str, text: str) -> QLabel:
        label = QLabel(text)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _show_space(self, folder: object, _size: int, free: int) -> None:
        self._space.setText(self.tr("{folder} ({free} free)").format(folder=folder, free=amount(free)))

    def _try(self) -> None:
        self.example_chosen.emit(self._examples[0])
        self.close()
