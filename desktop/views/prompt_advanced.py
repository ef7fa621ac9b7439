"""How a request is separated, behind one disclosure: everything is automatic until somebody says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.document.state import Recipe
from desktop.views.wheel_combo import WheelCombo


class AdvancedOptions(QWidget):
    """Device, back end, channels, what lies above the band, sharing out.

    Signals:
        changed: Another choice was made.
        opened: The disclosure was opened or closed: other widgets are there for Tab.
    """

    changed = Signal()
    opened = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = QToolButton()
        self._button.setObjectName("advancedButton")
        self._button.setCheckable(True)
        self._button.setProperty("disclosure", "true")
        self._button.setIconSize(QSize(12, 12))
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(4, 0, 0, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        automatic = self.tr("Automatic")
        self._device = self._row("deviceCombo", self.tr("Device"), ((automatic, "auto"),))
        self._backend = self._row(
            "backendCombo", self.tr("Back end"), ((automatic, "auto"), ("PyTorch", "torch"), ("OpenVINO", "openvino"))
        )
        self._channels = self._row(
            "channelsCombo",
            self.tr("Channels"),
            ((self.tr("Linked"), "linked"), (self.tr("Independent"), "independent")),
        )
        self._channels.setToolTip(self.tr("Linked keeps the stereo image; independent hears each channel for itself"))
        self._compete = self._row(
            "competeCombo",
            self.tr("Overlaps"),
            ((automatic, None), (self.tr("Share out"), True), (self.tr("Give to each"), False)),
        )
        self._compete.setToolTip(self.tr("What two sounds of one request both claim"))
        self._above = QCheckBox(self.tr("Keep the highest frequencies"))
        self._above.setObjectName("aboveBandTick")
        self._above.setAccessibleName(self._above.text())
        self._above.setToolTip(self.tr("What lies above the model's own band follows the top of what it heard"))
        self._above.setChecked(True)
        self._grid.addWidget(self._above, self._grid.rowCount(), 0, 1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._body)
        self._body.hide()
        self._button.toggled.connect(self._open)
        for combo in self._combos:
            combo.activated.connect(self._chosen)
        self._above.toggled.connect(self._chosen)
        self._name()

    def _row(self, name: str, title: str, choices: Sequence[tuple[str, object]]) -> QComboBox:
        combo = WheelCombo()
        combo.setObjectName(name)
        combo.setAccessibleName(title)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        for text, value in choices:
            combo.addItem(text, value)
        label = QLabel(title)
        label.setProperty("dim", "true")
        label.setBuddy(combo)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(combo, row, 1)
        return combo

    @property
    def _combos(self) -> tuple[QComboBox, ...]:
        return self._device, self._backend, self._channels, self._compete

    @property
    def tab_chain(self) -> list[QWidget]:
        """What Tab goes through, in this order."""
        return [self._button, *self._combos, self._above]

    @property
    def choice(self) -> Recipe:
        """A recipe without words: how to do it."""
        return Recipe(
            device=self._device.currentData(),
            backend=self._backend.currentData(),
            channels=self._channels.currentData(),
            compete=self._compete.currentData(),
            above_band=self._above.isChecked(),
        )

    def show_devices(self, devices: Sequence[str]) -> None:
        """Offer what the engine can run on, and what it takes by itself: the first one."""
        names = {"cpu": self.tr("Processor"), "cuda": self.tr("Graphics card (CUDA)"), "mps": self.tr("Apple GPU")}
        chosen = self._device.currentData()
        self._device.clear()
        self._device.addItem(self.tr("Automatic"), "auto")
        for device in devices:
            self._device.addItem(names.get(device, device), device)
        self._device.setCurrentIndex(max(0, self._device.findData(chosen)))

    def _open(self, opened: bool) -> None:
        self._body.setVisible(opened)
        self._name()
        self.opened.emit(opened)

    def _chosen(self) -> None:
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        """A closed disclosure tells whether anything in it was changed."""
        plain = self.choice == replace(Recipe())
        opened = self._button.isChecked()
        text = self.tr("Advanced") if opened else self.tr("Advanced: automatic")
        if not opened and not plain:
            text = self.tr("Advanced: changed")
        self._button.setText(text)
        self._button.setAccessibleName(text)
        self._button.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
