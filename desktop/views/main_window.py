"""The window: puts the views together and turns their wishes into calls of the controllers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from audiosep_core.library.registry import list_models, model_title
from desktop.actions.command_tables.command import Situation
from desktop.actions.keymap import Keymap
from desktop.actions.opening import Example, list_examples
from desktop.actions.registry import Actions, list_key, moving_key, no_key, plain_key
from desktop.actions.workspace import Workspace
from desktop.document.regions import selected_region
from desktop.document.state import SOURCE_ID, StemTrack, Track
from desktop.document.storage import project_folder_of
from desktop.views.blind_bar import BlindBar
from desktop.views.commands import CommandHandlers
from desktop.views.docked_body import DockedBody
from desktop.views.empty_state import EmptyState
from desktop.views.icons import application_icon, icon
from desktop.views.jobs_panel import JobsPanel
from desktop.views.menus import ChangingMenus
from desktop.views.model_choice import usable_model
from desktop.views.notice_bar import NoticeBar
from desktop.views.prompt_panel import PromptPanel
from desktop.views.selection_bar import SelectionBar
from desktop.views.status_strip import StatusStrip
from desktop.views.theme import Theme, ThemeManager
from desktop.views.timeline import Timeline
from desktop.views.transport_bar import TransportBar

if TYPE_CHECKING:
    from desktop.views.track_area import TrackArea


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(
        self, workspace: Workspace, themes: ThemeManager, confirm_close: Callable[[QWidget], bool] | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowIcon(application_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(1024, 640)
        self.workspace = workspace
        self.themes = themes
        self._confirm_close = confirm_close
        self._chosen = ""
        self._example: Example | None = None
        self._closed = self._sure_to_close = False
        self._tracks: TrackArea | None = None
        self.timeline = Timeline(workspace.document, self)
        self.handlers = CommandHandlers(self)
        self.actions_by_id = Actions(self, self.handlers.table())
        self.keymap = Keymap(workspace.settings, self)
        self._use_keys()
        self.menus = ChangingMenus(workspace, self.open_paths, self.handlers.files.forget_recordings, self)
        self._build()
        self._connect()
        self._restore()
        self._show_source()
        self.update_actions()

    # -- building

    def _build(self) -> None:
        themes = self.themes
        self.actions_by_id.fill(self.menuBar(), self.menus)
        bar_actions = {name: self.actions_by_id[name] for name in self.actions_by_id.ids()}
        self.transport_bar = TransportBar(bar_actions, themes)
        self.transport_bar.set_menus(self.menus.speed, self.menus.outputs)
        self.selection_bar = SelectionBar(self.workspace.document, self.timeline, bar_actions, themes)
        self.blind_bar = BlindBar()
        self.notices = NoticeBar(themes)
        self.empty = EmptyState(list_examples(), themes)
        self.prompt_panel = PromptPanel()
        self.status = StatusStrip(themes)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self.body = DockedBody(self._pages, self.prompt_panel)
        self.jobs_panel = JobsPanel(self.workspace.jobs, themes)
        self.jobs_dock = self.body.add_bottom("jobsDock", self.tr("Jobs"), self.jobs_panel)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.transport_bar)
        layout.addWidget(self.selection_bar)
        layout.addWidget(self.blind_bar)
        layout.addWidget(self.notices)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(central)

    @property
    def tracks(self) -> TrackArea:
        """The rows; built when first needed, because importing pyqtgraph takes longer than the whole window."""
        if self._tracks is None:
            from desktop.views.track_area import TrackArea

            space = self.workspace
            self._tracks = TrackArea(space.document, space.pictures, self.timeline, self.themes)
            self._tracks.chosen.connect(self._choose)
            self._pages.addWidget(self._tracks)
            self.handlers.tracks.attach(self._tracks)
        return self._tracks

    def _connect(self) -> None:
        space = self.workspace
        document = space.document
        document.source_changed.connect(self._show_source)
        document.stems_changed.connect(self._stems_changed)
        document.stem_changed.connect(self.update_actions)
        document.selection_changed.connect(self._show_scope)
        document.mix_changed.connect(self.update_actions)
        document.undo_stack.indexChanged.connect(self.update_actions)
        space.opening.opened.connect(self._opened)
        space.notices.attach(self.notices.show_notice)
        self.timeline.hovered.connect(self.status.show_read_out)
        self.empty.example_chosen.connect(self.open_example)
        self.notices.acted.connect(self.handlers.act_on)
        self.themes.changed.connect(self._set_theme)
        self.keymap.changed.connect(self._use_keys)
        self.handlers.connect_signals()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)

    def _restore(self) -> None:
        settings = self.workspace.settings.settings
        self.resize(1320, 820)
        if settings.window_geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.window_geometry.encode()))
        if settings.window_panels:
            self.body.restoreState(QByteArray.fromBase64(settings.window_panels.encode()))
            self.jobs_dock.hide()  # it opens by itself when there is something to see
        self.handlers.playing.restore()
        self.offer_models()
        self.prompt_panel.recent.show_recent(settings.prompts)
        self.empty.show_recent(self.menus.recent_paths())
        self._set_theme(self.themes.theme)
        self.handlers.viewing.name_theme_action()
        if settings.device_name:
            self.workspace.transport.set_output(settings.device_name)
        self.empty.setFocus()  # or the first button would look as if it were meant

    def offer_models(self) -> None:
        """Let the prompt panel offer what is installed; when the chosen one is gone, another takes its place."""
        self._offer_models(self.workspace.settings.settings.model)

    def _offer_models(self, wanted: str) -> None:
        models = list_models()
        model = usable_model(models, wanted)
        self.prompt_panel.models.show_models(models, model)
        if model and model != wanted:
            self.workspace.settings.update(model=model)
            text = self.tr("The model “{name}” is not there any more. “{other}” is used from now on.")
            self.workspace.notices.warning(text.format(name=Path(wanted).stem, other=model_title(model)))

    # -- what is shown

    def open_paths(self, paths: list[Path]) -> None:
        """Open a recording or a project: from the dialog, a drop, or the command line."""
        self._example = None
        folder = project_folder_of(paths[0]) if len(paths) == 1 else None
        if folder is not None:
            self.workspace.projects.open(folder)
        else:
            self.workspace.opening.open(paths)

    def open_example(self, example: Example) -> None:
        """Open a bundled recording, its words in the prompt."""
        self._example = example
        self.workspace.opening.open([example.path])

    def _opened(self, path: Path) -> None:
        example = self._example
        if example is None or example.path != path:
            self._example = None
            self.workspace.settings.remember_file(self.workspace.project.folder or path)
        self.prompt_panel.ideas.show_ideas(example.prompts[1:] if example else ())
        if example and example.prompts:
            self.prompt_panel.set_prompts(example.prompts[:1])
        notice = self.notices.notice
        if notice is not None and notice.level == "error" and notice.action in ("", "open"):
            self.notices.dismiss()
        self.prompt_panel.focus_prompt()

    def _show_source(self) -> None:
        source = self.workspace.document.state.source
        self._pages.setCurrentWidget(self.tracks if source else self.empty)
        self.selection_bar.setVisible(source is not None)
        self.prompt_panel.set_has_source(source is not None)
        self.handlers.projects.show_name()
        if source is None:
            self.prompt_panel.ideas.show_ideas(())
            self.empty.show_recent(self.menus.recent_paths())
            self.transport_bar.show_position(0.0)
        self._show_scope()

    def _show_scope(self) -> None:
        state = self.workspace.document.state
        source = state.source
        frames, rate_hz = (source.frames, source.rate_hz) if source else (0, 1)
        self.prompt_panel.show_scope(state.selection, frames, rate_hz)
        self.update_actions()

    def _stems_changed(self) -> None:
        state = self.workspace.document.state
        if self._chosen != SOURCE_ID and (not state.stems or state.track(self._chosen) is None):
            self._chosen = ""
        self.handlers.tracks.show_strength()
        self.update_actions()

    def chosen_stem(self) -> StemTrack | None:
        """The stem that Del and F2 mean."""
        return self.workspace.document.state.stem(self._chosen)

    def chosen_track(self) -> tuple[str, Track | StemTrack] | None:
        """The row that S and M mean: its id and how it is heard."""
        state = self.workspace.document.state
        track = state.track(self._chosen) if state.source else None
        return None if track is None else (self._chosen, track)

    def _choose(self, track_id: str) -> None:
        self._chosen = track_id
        self.handlers.tracks.show_strength()
        self.update_actions()

    def update_actions(self, *_: object) -> None:
        """Enable the commands that make sense now."""
        if self._closed:  # the undo stack still speaks while it is taken down
            return
        space = self.workspace
        state = space.document.state
        stack = space.document.undo_stack
        self.actions_by_id.update(
            Situation(
                has_source=state.source is not None,
                has_selection=state.selection is not None,
                has_regions=bool(state.regions),
                region_chosen=self.handlers.selecting.chosen_region() is not None,
                region_selected=selected_region(state) is not None,
                has_loop=state.loop is not None,
                has_stems=bool(state.stems),
                has_finished_stems=any(stem.state != "working" and stem.cache.exists() for stem in state.stems),
                stem_chosen=state.stem(self._chosen) is not None,
                track_chosen=self.chosen_track() is not None,
                chosen_finished=self.handlers.tracks.is_finished(self._chosen),
                playing=space.transport.playing,
                working=space.separation.working or space.models.working,
                has_prompt=bool(self.prompt_panel.prompts),
                has_model=self.prompt_panel.models.has_model,
                can_undo=stack.canUndo(),
                can_redo=stack.canRedo(),
            )
        )
        blind = space.comparing.blind is not None and space.comparing.blind.tally is None
        self.transport_bar.show_listening(state.listening, bool(state.stems) and not blind)
        self.actions_by_id["switchSource"].setChecked(state.listening == "source")

    def _set_theme(self, theme: Theme) -> None:
        for name, icon_name in self.actions_by_id.icons():
            self.actions_by_id[name].setIcon(icon(icon_name, theme))

    # -- keyboard, drop, close

    def _use_keys(self) -> None:
        self.actions_by_id.use_keys(self.keymap.all())

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit):
            self.actions_by_id.leave_keys(plain_key)
        elif isinstance(now, QAbstractItemView):
            self.actions_by_id.leave_keys(list_key)
        elif isinstance(now, QAbstractSlider | QComboBox):
            self.actions_by_id.leave_keys(moving_key)
        else:
            self.actions_by_id.leave_keys(no_key)

    def changeEvent(self, event: QEvent) -> None:
        """Full screen is ticked where it is so: the last window's place and the system's own ways lead there too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_by_id["fullScreen"].setChecked(self.isFullScreen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus: Space belongs to playing."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            if not event.isAutoRepeat():
                focused.click()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome anywhere."""
        # What comes from a row of this very window is on its way out.
        if not self.handlers.tracks.carrying and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.empty.show_drag(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self.empty.show_drag(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.empty.show_drag(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            if not self.handlers.jobs.take_drop(paths):
                self.open_paths(paths)

    def show_folder(self, folder: str) -> None:
        """Open a folder in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(folder))

    def report_fault(self, what: str) -> None:
        """Something in the program itself went wrong; the person's work is untouched."""
        text = self.tr("Something went wrong in the program. Your recording and your stems are safe.")
        self.workspace.notices.error(text, what, action="logs", detail="internal")

    def _may_close(self) -> bool:
        space = self.workspace
        if self._sure_to_close or not (space.busy or space.project.modified):
            return True
        if self._confirm_close is not None:
            return self._confirm_close(self)
        self.handlers.projects.ask_before_quitting(space.busy, self.close_unasked)
        return False

    def close_unasked(self) -> None:
        """End the program: the person has answered."""
        self._sure_to_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while work runs or something is not saved; then stop everything and remember the window."""
        if self._closed:
            event.accept()
            return
        if not self._may_close():
            event.ignore()
            return
        self._closed = True
        places = {"window_geometry": self.saveGeometry(), "window_panels": self.body.saveState()}
        self.workspace.settings.update(
            **{name: bytes(place.toBase64().data()).decode() for name, place in places.items()}
        )
        self.hide()  # the children may take a while to end: not in front of the person
        self.workspace.separation.cancel_all()
        self.workspace.inference.begin_stop(0)  # the engine holds nothing that would have to be saved
        self.workspace.shutdown()
        self.prompt_panel.shutdown()
        event.accept()
