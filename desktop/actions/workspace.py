"""Everything one window works with, made once by `desktop.app` and handed to the views."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.actions.asking import Asking
from desktop.actions.batching import BatchController
from desktop.actions.comparing import ComparisonController
from desktop.actions.exporting import ExportController
from desktop.actions.forgotten_stems import ForgottenStems
from desktop.actions.handing_over import HandOverController
from desktop.actions.job_sources import ModelJobs, SeparationJobs
from desktop.actions.jobs import JobBook
from desktop.actions.models import ModelsController
from desktop.actions.opening import OpeningController
from desktop.actions.picture_store import PictureStore
from desktop.actions.playing import PlaybackController
from desktop.actions.project import ProjectController
from desktop.actions.project_opening import ProjectOpener
from desktop.actions.recovery import RecoveryController, wanted_sessions
from desktop.actions.reshaping import ReshapingController
from desktop.actions.separation import AUTOMATIC, SeparationController
from desktop.actions.session_folder import RecordingFolders, Session
from desktop.actions.sum_check import SumChecker
from desktop.actions.tile_store import TileStore
from desktop.document.document import Document
from desktop.document.journal import Journal
from desktop.inference.child_thread import ChildThread
from desktop.inference.inference_thread import InferenceThread
from desktop.inference.media_thread import MediaThread
from desktop.inference.model_thread import ModelThread
from desktop.playback.transport import Transport
from desktop.services.awake_clock import AwakeClock
from desktop.services.notices import NoticeBus
from desktop.services.paths import journals_folder
from desktop.services.settings import SettingsStore


@dataclass(frozen=True)
class Workspace:
    """Document, threads, controllers.

    `media` reads, `writer` exports, `drawer` computes tiles: none of them waits for another.
    """

    document: Document
    settings: SettingsStore
    notices: NoticeBus
    folder: Path
    folders: RecordingFolders
    inference: InferenceThread
    media: MediaThread
    writer: MediaThread
    drawer: MediaThread
    model_thread: ModelThread
    transport: Transport
    pictures: PictureStore
    opening: OpeningController
    separation: SeparationController
    exporting: ExportController
    jobs: JobBook
    batches: BatchController
    playing: PlaybackController
    comparing: ComparisonController
    models: ModelsController
    reshaping: ReshapingController
    session: Session
    project: ProjectController
    projects: ProjectOpener
    recovery: RecoveryController
    handing: HandOverController
    sums: SumChecker
    asking: Asking

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
        drawer: MediaThread | None = None,
    ) -> Workspace:
        """Wire a workspace around threads that are not yet running."""
        model_thread = model_thread or ModelThread()
        journals = journals_folder()
        session = Session(cache, wanted_sessions(journals))
        folders = RecordingFolders(session.folder)
        drawer = drawer or MediaThread(background=True)
        document = Document()
        notices = NoticeBus()
        clock = AwakeClock()
        jobs = JobBook(clock)
        clock.setParent(jobs)
        pictures = PictureStore(document, TileStore(drawer, session.folder))
        ForgottenStems(document, pictures, folders, document)
        playing = PlaybackController(document, transport)
        journal = Journal(journals / f"{session.folder.name}.json")
        project = ProjectController(document, pictures, writer, notices, journal)
        opening = OpeningController(document, pictures, media, notices, folders, lambda: project.modified)
        separation = SeparationController(
            document,
            pictures,
            inference,
            media,
            notices,
            clock,
            opening=lambda: opening.pending,
            plays_outside=playing.plays_outside,
        )
        separation.stem_audible.connect(playing.take_stem)
        exporting = ExportController(document, writer, notices, jobs)
        opening.stems_wanted.connect(separation.draw)
        folders.keep_while(separation.uses)
        folders.keep_while(project.uses)
        folders.keep_while(exporting.uses)
        models = ModelsController(model_thread, notices, clock=clock)
        SeparationJobs(jobs, separation, inference, jobs)
        ModelJobs(jobs, models, model_thread, jobs)
        handing = HandOverController(document, writer)

        def wake() -> None:
            if separation.engine_down:  # to ask for anything is to want it back
                separation.restart_engine()
                separation.warm(settings.settings.model, AUTOMATIC.device)

        asking = Asking.build(document, inference, playing, notices, wake)
        folders.keep_while(handing.uses)
        folders.keep_while(asking.uses)
        return cls(
            document=document,
            settings=settings,
            notices=notices,
            folder=session.folder,
            folders=folders,
            inference=inference,
            media=media,
            writer=writer,
            drawer=drawer,
            model_thread=model_thread,
            transport=transport,
            pictures=pictures,
            opening=opening,
            separation=separation,
            exporting=exporting,
            jobs=jobs,
            playing=playing,
            comparing=ComparisonController(document, playing, transport),
            models=models,
            batches=BatchController(notices, jobs, session.folder),
            reshaping=ReshapingController(document, pictures, media),
            session=session,
            project=project,
            projects=ProjectOpener(project, opening, media, notices, folders),
            recovery=RecoveryController(journals, session, project, opening, notices),
            handing=handing,
            sums=SumChecker(document),
            asking=asking,
        )

    @property
    def busy(self) -> bool:
        """Whether work would be lost by closing now."""
        busy = self.separation.working or self.exporting.working or self.models.working or self.batches.working
        return busy or self.project.working

    @property
    def _threads(self) -> tuple[ChildThread, ...]:
        return self.inference, self.media, self.writer, self.drawer, self.model_thread

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
        self.comparing.shutdown()
        self.sums.shutdown()
        self.asking.shutdown()
        # Now, while commands and document are whole: Python's collector takes them down in any order, and crashes.
        self.document.undo_stack.clear()
        self.folders.shutdown()
        self.project.shutdown()
        self.session.remove()
