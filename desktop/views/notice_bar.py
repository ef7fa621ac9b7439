"""One line under the transport for whatever the person should know. Never modal, never in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.services.notices import Notice
from desktop.views.icons import icon, pixmap
from desktop.views.notice_details import NoticeDetails
from desktop.views.theme import Theme, ThemeManager

FADE_MS = 6000


class NoticeBar(QFrame):
    """Shows the newest notice; what only passes by pushes nothing aside, and goes by itself.

    Signals:
        acted: The person pressed the notice's button.  arg: the notice's action.
    """

    acted = Signal(str)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.setAccessibleName(self.tr("Notice"))
        self._theme = themes.theme
        self._notice: Notice | None = None
        self._left = ""
        self._icon = QLabel()
        self._message = QLabel()
        self._message.setObjectName("noticeLabel")
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton()
        self._action.setObjectName("noticeAction")
        self._action.setAccessibleName(self.tr("What to do"))
        self._close = QToolButton()
        self._close.setObjectName("noticeCloseButton")
        self._close.setAccessibleName(self.tr("Close the notice"))
        self._close.setToolTip(self.tr("Close"))
        self._close.setProperty("flat", "true")
        self._more = QToolButton()
        self._more.setObjectName("noticeDetailsButton")
        self._more.setText(self.tr("Details"))
        self._more.setAccessibleName(self.tr("Details"))
        self._more.setCheckable(True)
        self._more.setProperty("flat", "true")
        self._details = NoticeDetails()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._icon)
        line.addWidget(self._message, 1)
        for button in (self._more, self._action, self._close):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addLayout(line)
        layout.addWidget(self._details)
        self._timer = QTimer(self, singleShot=True, interval=FADE_MS)
        self._timer.timeout.connect(self.dismiss)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.dismiss)
        self._more.toggled.connect(self._details.setVisible)
        themes.changed.connect(self._set_theme)
        self._set_theme(themes.theme)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is shown."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Show this now."""
        if self._notice is not None and not _passes(self._notice) and _passes(notice):
            return
        self._notice = notice
        self._message.setText(f"{notice.message} {notice.hint}".strip())
        kind = notice.action.partition(":")[0]
        text = {
            "restart-engine": self.tr("Restart engine"),
            "go-on": self.tr("Go on"),
            "open": self.tr("Open another…"),
            "save-as": self.tr("Save elsewhere…"),
            "relink": self.tr("Find the recording…"),
            "open-unlocked": self.tr("Open anyway"),
            "open-copy": self.tr("Open a copy"),
            "export-elsewhere": self.tr("Choose another folder"),
            "export-quieter": self.tr("Turn all down"),
            "show-folder": self.tr("Show in folder"),
            "logs": self.tr("Open log folder"),
            "models": self.tr("Models…"),
            "use-model": self.tr("Use it"),
        }.get(kind, kind)
        self._action.setText(text)
        self._action.setAccessibleName(text)
        self._action.setObjectName("restartEngineButton" if kind == "restart-engine" else "noticeAction")
        self._action.setVisible(bool(notice.action))
        self._more.setChecked(False)
        self._more.setVisible(bool(notice.detail))
        self._details.show_notice(notice)
        self.setProperty("tone", notice.level)
        self.style().polish(self)
        self._set_theme(self._theme)
        self.setAccessibleDescription(self._message.text())
        self._appear()
        self._timer.stop()
        if _passes(notice):
            self._timer.start()

    def leave(self, job: str) -> None:
        """A dialog says what there is to say of this job, with the ways out; "" no more, and it is said here."""
        self._left = job
        self._appear()

    def _appear(self) -> None:
        notice = self._notice
        said = notice is not None and not (self._left and notice.action.endswith(f":{self._left}"))
        self.setVisible(said)
        if said:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def drop(self, action: str) -> None:
        """What the notice proposes is done: it goes."""
        if self._notice is not None and self._notice.action == action:
            self.dismiss()

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        self._notice = None
        self.hide()

    def _act(self) -> None:
        notice = self._notice
        self.dismiss()
        if notice is not None:
            self.acted.emit(notice.action)

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        level = self._notice.level if self._notice else "info"
        color = {"info": theme.accent, "warning": theme.warning, "error": theme.danger}[level]
        name = "notice" if level == "info" else "warning"
        self._icon.setPixmap(pixmap(name, color, 18, self.devicePixelRatioF()))
        self._close.setIcon(icon("close", theme, 16))


def _passes(notice: Notice) -> bool:
    return notice.level == "info" and not notice.action
