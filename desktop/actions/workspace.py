"""Everything one window works with, made once by `desktop.app` and handed to the views."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.actions.batching import BatchController
from desktop.actions.exporting import ExportController
from desktop.actions.job_sources import ModelJobs, SeparationJobs
from desktop.actions.jobs import JobBook
from desktop.actions.models import ModelsController
from desktop.actions.opening import OpeningController
from desktop.actions.picture_store import PictureStore
from desktop.actions.playing import PlaybackController
from desktop.actions.reshaping import ReshapingController
from desktop.actions.separation import SeparationController
from desktop.actions.session_folder import RecordingFolders, make_session_folder, remove
from desktop.document.document import Document
from desktop.inference.child_thread import ChildThread
from desktop.inference.inference_thread import InferenceThread
from desktop.inference.media_thread import MediaThread
from desktop.inference.model_thread import ModelThread
from desktop.playback.transport import Transport
from desktop.services.notices import NoticeBus
from desktop.services.settings import SettingsStore


@dataclass(frozen=True)
class Workspace:
    """Document, threads, controllers. `media` reads, `writer` exports: a long export blocks no opening."""

    document: Document
    settings: SettingsStore
    notices: NoticeBus
    folder: Path
    folders: RecordingFolders
    inference: InferenceThread
    media: MediaThread
    writer: MediaThread
    model_thread: ModelThread
    transport: Transport
    pictures: PictureStore
    opening: OpeningController
    separation: SeparationController
    exporting: ExportController
    jobs: JobBook
    batches: BatchController
    playing: PlaybackController
    models: ModelsController
    reshaping: ReshapingController

    @classmethod
    def build(
        cls,
        settings: SettingsStore,
        cache: Path,
        inference: InferenceThread,
        media: MediaThread,
        writer: MediaThread,
        transport: Transport,
        model_thread: ModelThread | None = None,
    ) -> Workspace:
        """Wire a workspace around threads that are not yet running."""
        model_thread = model_thread or ModelThread()
        folder = make_session_folder(cache)
        folders = RecordingFolders(folder)
        document = Document()
        notices = NoticeBus()
        pictures = PictureStore(document)
        playing = PlaybackController(document, transport)
        opening = OpeningController(document, pictures, media, notices, folders)
        separation = SeparationController(
            document,
            pictures,
            inference,
            media,
            notices,
            opening=lambda: opening.pending,
            plays_outside=playing.plays_outside,
        )
        separation.stem_audible.connect(playing.take_stem)
        jobs = JobBook()
        exporting = ExportController(document, writer, notices, jobs)
        folders.keep_while(separation.uses)
        folders.keep_while(exporting.uses)
        models = ModelsController(model_thread, notices)
        SeparationJobs(jobs, separation, inference, jobs)
        ModelJobs(jobs, models, model_thread, jobs)
        return cls(
            document=document,
            settings=settings,
            notices=notices,
            folder=folder,
            folders=folders,
            inference=inference,
            media=media,
            writer=writer,
            model_thread=model_thread,
            transport=transport,
            pictures=pictures,
            opening=opening,
            separation=separation,
            exporting=exporting,
            jobs=jobs,
            playing=playing,
            models=models,
            batches=BatchController(notices, jobs, folder),
            reshaping=ReshapingController(document, pictures, media),
        )

    @property
    def busy(self) -> bool:
        """Whether work would be lost by closing now."""
        return self.separation.working or self.exporting.working or self.models.working or self.batches.working

    @property
    def _threads(self) -> tuple[ChildThread, ...]:
        return self.inference, self.media, self.writer, self.model_thread

    def start(self) -> None:
        """Start the threads; their processes start with the first request."""
        for thread in self._threads:
            thread.start()

    def shutdown(self) -> None:
        """Stop everything, wait for it, and clear the session's caches."""
        self.transport.shutdown()
        self.batches.shutdown()
        for thread in self._threads:
            thread.begin_stop()
        for thread in self._threads:
            thread.stop()
        self.pictures.shutdown()
        self.folders.shutdown()
        remove(self.folder)
