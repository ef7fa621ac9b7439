"""The line in which the model is chosen, and from which others are got."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from audiosep_core.library.registry import ModelInfo
from desktop.views.wheel_combo import WheelCombo


class ModelLine(QWidget):
    """The models that are here, then “Get more models…”.

    Signals:
        chosen: arg: the model's name.
        more_requested: The person wants to see which models there are.
        changed: Other models are here.
    """

    chosen = Signal(str)
    more_requested = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = ""
        self.smallest_download = 0
        """Bytes of the smallest model that can be downloaded, 0 where none can."""
        self.combo = WheelCombo()
        self.combo.setObjectName("modelCombo")
        self.combo.setAccessibleName(self.tr("Model"))
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(8)
        label = QLabel(self.tr("Model"))
        label.setProperty("dim", "true")
        label.setBuddy(self.combo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addWidget(self.combo, 1)
        self.combo.activated.connect(self._activated)

    @property
    def has_model(self) -> bool:
        """Whether there is a model to separate with."""
        return self.combo.count() > 1

    def show_models(self, models: Sequence[ModelInfo], chosen: str) -> None:
        """Offer the installed models, and `chosen` where it is a file of its own."""
        self.combo.clear()
        self.smallest_download = min((model.download_bytes for model in models if model.download_bytes), default=0)
        if chosen and chosen not in [model.name for model in models]:
            self.combo.addItem(Path(chosen).stem, chosen)
            self.combo.setItemData(0, chosen, Qt.ItemDataRole.ToolTipRole)
        for model in models:
            if model.installed:
                self.combo.addItem(model.title, model.name)
                self.combo.setItemData(self.combo.count() - 1, model.description, Qt.ItemDataRole.ToolTipRole)
        self._chosen = chosen
        self.combo.setPlaceholderText(self.tr("No model installed"))
        self.combo.setCurrentIndex(self.combo.findData(chosen) if self.combo.count() else -1)
        if self.combo.count():
            self.combo.insertSeparator(self.combo.count())
        self.combo.addItem(self.tr("Get more models…"), "")
        self.changed.emit()

    def _activated(self, place: int) -> None:
        name = self.combo.itemData(place)
        if name:
            self._chosen = name
            self.chosen.emit(name)
            return
        self.combo.setCurrentIndex(self.combo.findData(self._chosen) if self._chosen else -1)
        self.more_requested.emit()
