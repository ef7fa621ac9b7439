"""What this is, of what it is made and under which licences, and the report for others."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

import audiosep_core
from desktop.services.report import versions
from desktop.views.dialog_button import dialog_button
from desktop.views.icons import application_icon
from desktop.views.text_sizes import resize_by_text

_ROOT = Path(__file__).resolve().parents[3]
_PACKAGE = "audiosep-desktop"
_EVERYTHING = "LICENCES.txt"  # in packages: the licence of everything inside, two megabytes


def bundled_text(name: str) -> str:
    """A text such as "LICENSE": in a checkout, or among the licences of the installed package."""
    if (_ROOT / name).is_file():
        return (_ROOT / name).read_text("utf-8")
    try:
        found = importlib.metadata.distribution(_PACKAGE).read_text(f"licenses/{name}")
    except importlib.metadata.PackageNotFoundError:
        found = None
    return found or ""


class AboutDialog(QDialog):
    """Licences, third-party software and versions on three pages."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setAccessibleName(self.tr("About AudioSep Desktop"))
        self.setWindowTitle(self.tr("About AudioSep Desktop"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_by_text(self, 48, 42)
        self._report = report
        picture = QLabel()
        picture.setPixmap(application_icon().pixmap(64, 64))
        title = QLabel(f"AudioSep Desktop {audiosep_core.__version__}")
        title.setProperty("title", "true")
        claim = QLabel(self.tr("Say what you want to hear, get it on a track of its own."))
        claim.setWordWrap(True)
        promise = QLabel(self.tr("Everything runs on this computer. Nothing is uploaded."))
        promise.setProperty("dim", "true")
        promise.setWordWrap(True)
        words = QVBoxLayout()
        for label in (title, claim, promise):
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        tabs = QTabWidget()
        tabs.setObjectName("aboutTabs")
        tabs.setAccessibleName(self.tr("About AudioSep Desktop"))
        made_of = "\n".join(f"{name}: {version}" for name, version in versions().items())
        tabs.addTab(self._page("aboutVersions", self.tr("Versions"), plain=made_of), self.tr("Versions"))
        tabs.addTab(self._page("aboutLicence", self.tr("Licence"), plain=bundled_text("LICENSE")), self.tr("Licence"))
        others = self._page("aboutThirdParty", self.tr("Third-party"), markdown=bundled_text("THIRD_PARTY.md"))
        tabs.addTab(others, self.tr("Third-party"))
        if (_ROOT / _EVERYTHING).is_file():
            self._everything = self._page("aboutEverything", _EVERYTHING)
            tabs.addTab(self._everything, _EVERYTHING)
            tabs.currentChanged.connect(self._fill)
        copy = dialog_button("copyReportButton", self.tr("Copy report"))
        copy.setToolTip(self.tr("Versions and the machine, for a report of a fault; no names, no recordings"))
        copy.clicked.connect(self._copy)
        close = dialog_button("aboutCloseButton", self.tr("Close"))
        close.clicked.connect(self.close)
        bottom = QHBoxLayout()
        bottom.addWidget(copy)
        bottom.addStretch(1)
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 18, 18, 14)
        layout.setSpacing(14)
        layout.addLayout(head)
        layout.addWidget(tabs, 1)
        layout.addLayout(bottom)
        close.setFocus()

    def _page(self, name: str, title: str, plain: str = "", markdown: str = "") -> QTextBrowser:
        page = QTextBrowser()
        page.setObjectName(name)
        page.setAccessibleName(title)
        page.setOpenExternalLinks(False)
        page.setOpenLinks(False)
        if markdown:
            page.setMarkdown(markdown)
        else:
            page.setPlainText(plain)
        return page

    def _fill(self) -> None:
        """Read the long text when it is looked at for the first time."""
        if self._everything.isVisible() and self._everything.document().isEmpty():
            self._everything.setPlainText(bundled_text(_EVERYTHING))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
