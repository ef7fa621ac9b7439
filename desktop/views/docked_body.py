"""The body of the window: the pages in the middle, panels that can be docked elsewhere around them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from desktop.views.dock_grip import DockGrip

_AREAS = Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea


class DockedBody(QMainWindow):
    """A main window inside the window, so that panels dock between the transport bar and the status strip.

    Args:
        pages: What fills the middle.
        prompts: The panel where a person says what to hear.
    """

    def __init__(self, pages: QWidget, prompts: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setObjectName("dockedBody")
        self.setDockOptions(QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AnimatedDocks)
        self.setCentralWidget(pages)
        self.prompt_dock = self._dock("promptDock", self.tr("Prompts"), prompts)
        self.prompt_dock.setAllowedAreas(_AREAS)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.prompt_dock)

    def add_bottom(self, name: str, title: str, panel: QWidget) -> QDockWidget:
        """Dock a panel below the pages, hidden until it is wanted.

        Args:
            name: Its objectName.
            title: What its title bar says.
            panel: What it shows.
        """
        dock = self._dock(name, title, panel)
        dock.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.TopDockWidgetArea)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        dock.hide()
        return dock

    def _dock(self, name: str, title: str, panel: QWidget) -> QDockWidget:
        dock = QDockWidget(title)
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)
        # The panel says itself what it is.
        dock.setTitleBarWidget(DockGrip(f"{name}Grip", self.tr("Drag this panel to another side")))
        dock.setWidget(panel)
        return dock
