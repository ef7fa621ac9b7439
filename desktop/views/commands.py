"""What every command of the registry does in this window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths

import audiosep_core
from audiosep_core.library.paths import log_folder
from desktop.actions.exporting import DEFAULT_TEMPLATE, ExportChoice, find_format
from desktop.document.commands import RemoveStem, SetMute, SetSolo
from desktop.views.export_dialog import ExportDialog
from desktop.views.file_dialogs import ask_for_recording
from desktop.views.keys_dialog import KeysDialog
from desktop.views.models_dialog import ModelsDialog
from desktop.views.theme import CHOICES

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

_ZOOM = 1.6
DEVICE = "auto"
"""The engine takes the best device it finds."""


class CommandHandlers(QObject):
    """One method a command; the window is told what to show, the controllers what to do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._space = window.workspace
        self._export: ExportDialog | None = None
        self._models: ModelsDialog | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        space, timeline = self._space, self._window.timeline
        undo = space.document.undo_stack
        return {
            "open": self.open,
            "export": self.export,
            "closeFile": space.opening.close,
            "quit": lambda: self._done(self._window.close()),
            "undo": undo.undo,
            "redo": undo.redo,
            "selectAll": timeline.select_all,
            "selectNone": timeline.clear_selection,
            "selectionStart": lambda: self._select_from_playhead(start=True),
            "selectionEnd": lambda: self._select_from_playhead(start=False),
            "play": space.playing.toggle,
            "playSelection": space.playing.play_selection,
            "stop": space.playing.stop_and_return,
            "loop": lambda: space.playing.set_looping(self._window.actions_by_id["loop"].isChecked()),
            "toStart": lambda: self._go_to(0.0),
            "toEnd": lambda: self._go_to(1.0),
            "back": lambda: space.playing.step(-1.0),
            "forward": lambda: space.playing.step(1.0),
            "switchSource": space.playing.switch,
            "zoomIn": lambda: self._zoom(_ZOOM),
            "zoomOut": lambda: self._zoom(1 / _ZOOM),
            "zoomSelection": self._zoom_selection,
            "zoomAll": lambda: timeline.show(timeline.viewport.showing(0, timeline.viewport.frames)),
            "themeAction": self.next_theme,
            "fullScreen": self._full_screen,
            "focusPrompt": lambda: self._window.prompt_panel.focus_prompt(),
            "separate": lambda: self._window.prompt_panel.ask(),
            "soundsLike": self.separate_like,
            "cancel": self.cancel,
            "restartEngine": self.restart_engine,
            "solo": self._solo,
            "mute": self._mute,
            "rename": self._rename,
            "remove": self._remove,
            "models": self.models,
            "keys": lambda: KeysDialog(self._window).show(),
            "logs": lambda: self._window.show_folder(str(log_folder())),
            "about": self._about,
        }

    # -- files

    def open(self) -> None:
        """Let the person choose a recording."""
        recent = self._window.menus.recent_paths()
        music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        ask_for_recording(self._window, str(recent[0].parent) if recent else music, self._window.open_paths)

    def export(self) -> None:
        """Show the export dialog; only one."""
        if self._export is not None:
            self._export.raise_()
            self._export.activateWindow()
            return
        state = self._space.document.state
        if state.source is None:
            return
        settings = self._space.settings.settings
        folder = state.export_folder or self._default_folder(state.source.path)
        format_id = find_format(settings.export_format, settings.export_subtype).id
        self._export = ExportDialog(
            self._space.document, self._space.exporting, folder, format_id, settings.export_template, self._window
        )
        self._export.chosen.connect(self._remember_export)
        self._export.destroyed.connect(self._export_closed)
        self._export.show()

    def _default_folder(self, recording: Path) -> Path:
        last = self._space.settings.settings.export_folder
        return Path(last) if last and Path(last).is_dir() else recording.parent

    def _export_closed(self) -> None:
        self._export = None

    def _remember_export(self, choice: ExportChoice) -> None:
        self._space.settings.update(
            export_format=choice.format.container,
            export_subtype=choice.format.subtype,
            export_template=choice.template.strip() or DEFAULT_TEMPLATE,
            export_folder=str(choice.folder),
        )

    def forget_recordings(self) -> None:
        """Clear the list of recent ones."""
        self._space.settings.update(recent_files=())
        self._window.empty.show_recent(())

    # -- separation

    def separate_prompts(self, prompts: tuple[str, ...], against: tuple[str, ...]) -> None:
        """Ask for these sounds, in one pass."""
        model = self._space.settings.settings.model
        self._space.separation.separate(prompts, model, DEVICE, self._space.transport.position, against)

    def separate_like(self) -> None:
        """Ask for what sounds like the selection."""
        model = self._space.settings.settings.model
        against = self._window.prompt_panel.against
        self._space.separation.separate_like(model, DEVICE, self._space.transport.position, against)

    def cancel(self) -> None:
        """Stop what the status line shows; said at once, done within half a second."""
        if not self._space.separation.working:
            self._space.models.stop()
            return
        self._window.status.show_stopping()
        self._space.separation.cancel()

    def choose_model(self, name: str) -> None:
        """Use another model from now on."""
        self._space.settings.update(model=name)
        self._window.offer_models()
        self._window.notices.drop(f"use-model:{name}")
        self._space.separation.warm(name, DEVICE)

    def models(self) -> None:
        """Show the models dialog; only one."""
        if self._models is not None:
            self._models.raise_()
            self._models.activateWindow()
            return
        settings = self._space.settings
        self._models = ModelsDialog(self._space.models, lambda: settings.settings.model, self._window)
        self._models.use_requested.connect(self.choose_model)
        self._models.folder_requested.connect(self._window.show_folder)
        self._models.destroyed.connect(self._models_closed)
        self._models.show()

    def _models_closed(self) -> None:
        self._models = None

    def restart_engine(self) -> None:
        """Start the engine again, with the model that was in use."""
        self._space.separation.restart_engine()
        self._space.separation.warm(self._space.settings.settings.model, DEVICE)

    def act_on(self, action: str) -> None:
        """The button of a notice: "what" or "what:on which"."""
        what, _, argument = action.partition(":")
        if what == "restart-engine":
            self.restart_engine()
        elif what == "open-anyway":
            self._space.opening.open([Path(argument)], sure=True)
        elif what == "close-anyway":
            self._space.opening.close_anyway(argument)
        elif what == "show-folder":
            self._window.show_folder(argument)
        elif what == "models":
            self.models()
        elif what == "use-model":
            self.choose_model(argument)
        elif what == "logs":
            self._window.show_folder(str(log_folder()))

    # -- selection and view

    def _select_from_playhead(self, *, start: bool) -> None:
        source = self._space.document.state.source
        if source is None:
            return
        timeline, playhead = self._window.timeline, self._space.transport.position
        selection = timeline.selection
        if start:
            end = selection.end if selection and selection.end > playhead else source.frames
            timeline.select(playhead, end)
        else:
            begin = selection.start if selection and selection.start < playhead else 0
            timeline.select(begin, playhead)

    def _zoom(self, factor: float) -> None:
        timeline = self._window.timeline
        view = timeline.viewport
        in_sight = view.start <= timeline.playhead <= view.end
        timeline.show(view.zoomed(factor, timeline.playhead if in_sight else view.start + view.span / 2))

    def _zoom_selection(self) -> None:
        timeline = self._window.timeline
        if timeline.selection is not None:
            timeline.show(timeline.viewport.framing(timeline.selection.start, timeline.selection.end))

    def _go_to(self, share: float) -> None:
        source = self._space.document.state.source
        if source is not None:
            frame = round(share * source.frames)
            self._space.transport.seek(frame)
            self._window.timeline.reveal(frame)

    def _full_screen(self) -> None:
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def next_theme(self) -> None:
        """Dark, light, as the system has it, dark, …"""
        themes = self._window.themes
        choice = CHOICES[(CHOICES.index(themes.choice) + 1) % len(CHOICES)]
        themes.choose(choice)
        self._space.settings.update(theme=choice)
        self.name_theme_action()

    def name_theme_action(self) -> None:
        """Let the menu say which theme is in force."""
        names = {
            "dark": self.tr("&Theme: dark"),
            "light": self.tr("&Theme: light"),
            "system": self.tr("&Theme: system"),
        }
        self._window.actions_by_id["themeAction"].setText(names[self._window.themes.choice])

    # -- the chosen stem

    def _solo(self) -> None:
        chosen = self._window.chosen_track()
        if chosen is not None:
            track_id, track = chosen
            self._space.document.undo_stack.push(SetSolo(self._space.document, track_id, not track.soloed))

    def _mute(self) -> None:
        chosen = self._window.chosen_track()
        if chosen is not None:
            track_id, track = chosen
            self._space.document.undo_stack.push(SetMute(self._space.document, track_id, not track.muted))

    def _rename(self) -> None:
        stem = self._window.chosen_stem()
        row = self._window.tracks.row(stem.id) if stem else None
        if row is not None:
            row.header.begin_rename()

    def _remove(self) -> None:
        stem = self._window.chosen_stem()
        if stem is not None:
            self._space.document.undo_stack.push(RemoveStem(self._space.document, stem.id))

    # -- help

    def _about(self) -> None:
        text = self.tr("AudioSep Desktop {version}. Say what you want to hear, get it on a track of its own.")
        version = text.format(version=audiosep_core.__version__)
        self._space.notices.info(version, self.tr("Everything runs on this computer."))

    def _done(self, _closed: bool) -> None:
        """A handler returns nothing."""
