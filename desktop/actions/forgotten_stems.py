"""What stems lie on that nothing brings back any more goes: the disk is for what is there."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.actions.picture_store import PictureStore
from desktop.actions.session_folder import RecordingFolders
from desktop.document.document import Document
from desktop.document.state import StemTrack


class ForgottenStems(QObject):
    """Frees pictures at once and files once nobody works in their folder, unless another stem has the same sound."""

    def __init__(
        self, document: Document, pictures: PictureStore, folders: RecordingFolders, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._pictures = pictures
        self._folders = folders
        document.stems_forgotten.connect(self._free)

    def _free(self, stems: tuple[StemTrack, ...]) -> None:
        for stem in stems:
            self._pictures.forget_stem(stem.id)
            if not self._document.lies_on(stem.cache):
                self._folders.let_go_of_sound(stem.cache)
