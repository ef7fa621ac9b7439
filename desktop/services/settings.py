"""What the program remembers between two starts: one frozen value, checked when it is read, written atomically.

Checked by hand and not by a library: the window reads it before its first frame, and importing one costs 0.1 s.
"""

from __future__ import annotations

import json
import logging
import math
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from PySide6.QtCore import QObject, Signal

from audiosep_core.library.whole_file import write_whole
from desktop.services.paths import settings_file

logger = logging.getLogger(__name__)

SCHEMA_VERSION = 1
RECENT_FILES = 10
PROMPT_HISTORY = 30
MOST_KEYS = 4

ThemeChoice = Literal["system", "dark", "light", "contrast"]
ExportFormat = Literal["wav", "flac", "mp3", "ogg", "opus", "m4a"]
ExportSubtype = Literal["PCM_16", "PCM_24", "FLOAT", "V0", "320", "VORBIS", "OPUS", "AAC"]
ExportChannels = Literal["same", "mono", "stereo"]
ExportPeaks = Literal["clip", "warn", "reduce"]
ExportConflict = Literal["number", "replace", "skip"]
SpectrogramScale = Literal["mel", "linear", "log"]
SpectrogramColors = Literal["magma", "viridis", "grey", "inverse"]
FFT_SIZES = (512, 1024, 2048, 4096, 8192)
Lanes = Literal["waveform", "spectrogram", "both"]
Follow = Literal["page", "smooth", "off"]
Check = Callable[[Any], Any]


def _one_of(choices: tuple[str, ...]) -> Check:
    def check(value: Any) -> str:
        if value not in choices:
            raise ValueError(f"not one of {choices}")
        return str(value)

    return check


def _number(lowest: float, highest: float, kind: type = float) -> Check:
    def check(value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise ValueError("not a number")
        return kind(min(max(value, lowest), highest))

    return check


def _one_of_numbers(choices: tuple[int, ...]) -> Check:
    def check(value: Any) -> int:
        if isinstance(value, bool) or value not in choices:
            raise ValueError(f"not one of {choices}")
        return int(value)

    return check


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("neither true nor false")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def _some_text(value: Any) -> str:
    if not _text(value).strip():
        raise ValueError("empty")
    return str(value)


def _texts(longest: int) -> Check:
    def check(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list | tuple):
            raise ValueError("not a list")
        return tuple(dict.fromkeys(_some_text(item) for item in value))[:longest]

    return check


def _keys(value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Pairs of a command and its keys, as JSON holds them: lists of lists."""
    if not isinstance(value, list | tuple):
        raise ValueError("not a list")
    found: dict[str, tuple[str, ...]] = {}
    for pair in value:
        if not isinstance(pair, list | tuple) or len(pair) != 2:
            raise ValueError("not a command and its keys")
        found[_some_text(pair[0])] = _texts(MOST_KEYS)(pair[1])
    return tuple(found.items())


@dataclass(frozen=True)
class Settings:
    """Every setting with its default; values out of bounds are brought to the nearest that is allowed.

    Raises:
        ValueError: When a value is of the wrong kind.

    Attributes:
        theme: Colours of the window.
        text_size: Per cent of the system's text size, 80 to 200.
        language: Of the interface, such as "de"; "" is the system's.
        keys: Commands with other keys than they come with, and these keys.
        models_folder: Where models are kept; "" is the usual place. From the next start on.
        cache_folder: Where work in progress is kept; "" is the usual place. From the next start on.
        welcomed: Whether the page of the first start was seen.
        coached: Whether the person knows where to say what to hear.
        volume_db: How loud it is listened to, -60 (silent) to 0. It begins at -12: a record mastered to full scale is
            then about as loud as broadcasters agreed on, and the first sound in headphones is no fright.
        match_levels: Whether recording and stems are compared equally loud.
        return_on_stop: Whether the playhead goes back to where playing began.
        device_name: Sound output; "" is the system's choice.
        model: Name in the registry or path of a checkpoint.
        export_folder: Where stems were exported last; "" is beside the recording.
        export_format: Container.
        export_subtype: How samples are stored.
        export_rate: Frames a second, 0 as the recording.
        export_channels: Of exported files.
        export_peaks: What becomes of what is too loud for the format.
        export_conflict: What becomes of files that are there already.
        export_tags: Whether tags and cover are carried over.
        export_time_stamp: Whether WAV files say where they begin.
        export_same_length: Whether all files of an export are as long as its range.
        notify: Whether the end of long work is told when the window is not in front.
        chime: Whether it is heard.
        keep_awake: Whether the computer stays awake while there is work.
        export_template: Name of an exported file without suffix; may hold {source}, {name} and {prompt}.
        recent_files: Paths, the newest first.
        prompts: What was asked for, the newest first.
        compact_rows: Whether stems take little room.
        snap_to_zero: Whether edges of the selection go to zero crossings.
        wheel_zooms: Whether a plain wheel over a lane zooms; else it scrolls the list of stems.
        window_geometry: `QWidget.saveGeometry`, base64.
        window_panels: Where the panels are docked, `QMainWindow.saveState`, base64.
        spectrogram_scale, spectrogram_fft, spectrogram_range_db, spectrogram_colors: What `views.look.Look` says.
        lanes, lanes_overlay, overlay_opacity, follow, note_cents: What it says of these.
    """

    theme: ThemeChoice = "system"
    text_size: int = 100
    language: str = ""
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    models_folder: str = ""
    cache_folder: str = ""
    welcomed: bool = False
    coached: bool = False
    volume_db: float = -12.0
    match_levels: bool = True
    return_on_stop: bool = False
    device_name: str = ""
    model: str = "starter"
    export_folder: str = ""
    export_format: ExportFormat = "wav"
    export_subtype: ExportSubtype = "FLOAT"
    export_rate: int = 0
    export_channels: ExportChannels = "same"
    export_peaks: ExportPeaks = "warn"
    export_conflict: ExportConflict = "number"
    export_tags: bool = True
    export_time_stamp: bool = False
    export_same_length: bool = False
    notify: bool = True
    chime: bool = True
    keep_awake: bool = True
    export_template: str = "{source} ({name})"
    recent_files: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    compact_rows: bool = False
    snap_to_zero: bool = False
    wheel_zooms: bool = False
    window_geometry: str = ""
    window_panels: str = ""
    spectrogram_scale: SpectrogramScale = "mel"
    spectrogram_fft: int = 2048
    spectrogram_range_db: int = 80
    spectrogram_colors: SpectrogramColors = "magma"
    lanes: Lanes = "both"
    lanes_overlay: bool = False
    overlay_opacity: int = 60
    follow: Follow = "page"
    note_cents: bool = True

    def __post_init__(self) -> None:
        for name, check in _CHECKS.items():
            try:
                checked = check(getattr(self, name))
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from error
            object.__setattr__(self, name, checked)


_CHECKS: dict[str, Check] = {
    "theme": _one_of(get_args(ThemeChoice)),
    "text_size": _number(80, 200, int),
    "language": _text,
    "keys": _keys,
    "models_folder": _text,
    "cache_folder": _text,
    "welcomed": _truth,
    "coached": _truth,
    "volume_db": _number(-60.0, 0.0),
    "match_levels": _truth,
    "return_on_stop": _truth,
    "device_name": _text,
    "model": _some_text,
    "export_folder": _text,
    "export_format": _one_of(get_args(ExportFormat)),
    "export_subtype": _one_of(get_args(ExportSubtype)),
    "export_template": _some_text,
    "export_rate": _number(0, 768_000, int),
    "export_channels": _one_of(get_args(ExportChannels)),
    "export_peaks": _one_of(get_args(ExportPeaks)),
    "export_conflict": _one_of(get_args(ExportConflict)),
    "export_tags": _truth,
    "export_time_stamp": _truth,
    "export_same_length": _truth,
    "notify": _truth,
    "chime": _truth,
    "keep_awake": _truth,
    "recent_files": _texts(RECENT_FILES),
    "prompts": _texts(PROMPT_HISTORY),
    "compact_rows": _truth,
    "snap_to_zero": _truth,
    "wheel_zooms": _truth,
    "window_geometry": _text,
    "window_panels": _text,
    "spectrogram_scale": _one_of(get_args(SpectrogramScale)),
    "spectrogram_fft": _one_of_numbers(FFT_SIZES),
    "spectrogram_range_db": _number(60, 120, int),
    "spectrogram_colors": _one_of(get_args(SpectrogramColors)),
    "lanes": _one_of(get_args(Lanes)),
    "lanes_overlay": _truth,
    "overlay_opacity": _number(10, 100, int),
    "follow": _one_of(get_args(Follow)),
    "note_cents": _truth,
}


class SettingsStore(QObject):
    """The settings and their file. Nothing about the file is ever an error for the person: it has defaults.

    A file that cannot be understood, wholly or in part, is kept as `.bak` before it is replaced.

    Args:
        path: The file; None is the person's own.
        parent: Whoever owns it.
        keep: False neither reads nor writes the file: the defaults, for this run.

    Attributes:
        at_start: The settings as they were when the program began: some are in force until it ends.

    Signals:
        changed: Some setting has a new value.
    """

    changed = Signal()

    def __init__(self, path: Path | None = None, parent: QObject | None = None, keep: bool = True) -> None:
        super().__init__(parent)
        self._path: Path | None = None  # None: a file that could not be read is not written over either
        self._settings = self.at_start = Settings()
        self._unwritten: set[str] = set()  # what was set here; the rest is as whoever wrote it last has it
        if not keep:
            return
        try:
            path = path or settings_file()
            self._settings = _read(path)
            self._path = path
        except OSError as error:
            logger.warning("settings cannot be read, defaults are used: %s", error)
        self.at_start = self._settings

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def update(self, **changes: Any) -> None:
        """Change settings and write them; emits only on real change.

        Raises:
            ValueError: When a value is of the wrong kind.
            TypeError: When there is no such setting.
        """
        changed = replace(self._settings, **changes)
        if changed == self._settings:
            return
        self._settings = changed
        self._unwritten |= changes.keys()
        self._write()
        self.changed.emit()

    def remember_file(self, path: Path) -> None:
        """Put a recording at the head of the recent files."""
        self.update(recent_files=(str(path.absolute()), *self._everyones("recent_files")))

    def remember_prompt(self, prompt: str) -> None:
        """Put a prompt at the head of the history."""
        prompt = " ".join(prompt.split())
        if prompt:
            self.update(prompts=(prompt, *self._everyones("prompts")))

    def _everyones(self, name: str) -> tuple[str, ...]:
        """A list as it is here, and after it what other windows have added."""
        return (*getattr(self._settings, name), *getattr(self._stored(), name))

    def _stored(self) -> Settings:
        """The file as it is now, which another window may have written; ours where it says nothing."""
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8")) if self._path is not None else None
        except (OSError, ValueError, RecursionError):
            stored = None
        return _understood(stored)[0] if isinstance(stored, dict) else self._settings

    def _write(self) -> None:
        if self._path is None:
            return
        whole = replace(self._stored(), **{name: getattr(self._settings, name) for name in self._unwritten})
        # ASCII: names of files may hold what UTF-8 cannot (on Linux any bytes), JSON's escapes hold it.
        text = json.dumps({"schema_version": SCHEMA_VERSION, **asdict(whole)}, indent=2)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, text)
            self._unwritten.clear()
        except OSError as error:
            logger.warning("settings cannot be kept: %s", error)


def _read(path: Path) -> Settings:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError:
        text = ""
    try:
        stored = json.loads(text)
    except (ValueError, RecursionError):
        stored = None
    if not isinstance(stored, dict):
        _keep(path, "is damaged")
        return Settings()
    settings, strange = _understood(stored)
    if strange:
        _keep(path, f"holds what this version does not know: {', '.join(strange)}")
    return settings


def _understood(stored: Mapping[str, Any]) -> tuple[Settings, list[str]]:
    """The settings in it that make sense, and the names of the others."""
    known = {one.name for one in fields(Settings)}
    strange = [name for name in stored if name not in known and name != "schema_version"]
    if stored.get("schema_version") != SCHEMA_VERSION:
        strange.append("schema_version")
    good: dict[str, Any] = {}
    for name in known & stored.keys():
        try:
            Settings(**{name: stored[name]})
        except (ValueError, TypeError, OverflowError):
            strange.append(name)
        else:
            good[name] = stored[name]
    return Settings(**good), strange


def _keep(path: Path, why: str) -> None:
    logger.warning("%s %s; it is kept as %s.bak", path.name, why, path.name)
    try:
        shutil.copyfile(path, path.with_name(path.name + ".bak"))
    except OSError as error:
        logger.warning("it could not be kept: %s", error)
