"""What the program remembers about asking: favourite words, sets of words, and how fast this computer separates."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from audiosep_core.library.paths import config_folder
from audiosep_core.library.whole_file import write_whole
from audiosep_core.outside_json import read_json
from desktop.services.job_times import JobTimes

logger = logging.getLogger(__name__)

FAVOURITES = 40
PRESETS = 40


@dataclass(frozen=True)
class PromptSet:
    """Words that are asked for together, under a name."""

    name: str
    prompts: tuple[str, ...]
    against: tuple[str, ...] = ()


class PromptStore(QObject):
    """Favourites, sets and speeds, and their file. A file that is damaged is as good as none.

    Signals:
        changed: A favourite or a set came or went.
    """

    changed = Signal()

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path or config_folder() / "prompts.json"
        self._kept = True  # whether the file has all that is here
        self._take(_read(self._path))

    def _take(self, stored: dict[str, Any]) -> None:
        self._favourites = tuple(dict.fromkeys(_texts(stored.get("favourites"))))[:FAVOURITES]
        self._presets = tuple(filter(None, map(_preset, _list(stored.get("presets")))))[:PRESETS]
        speeds = stored.get("speeds")
        self._speeds = {
            str(key): JobTimes.of(value) for key, value in (speeds.items() if isinstance(speeds, dict) else ())
        }

    def _catch_up(self) -> None:
        """Take over what another window has kept meanwhile."""
        if self._kept and (stored := _read(self._path)):
            self._take(stored)

    @property
    def favourites(self) -> tuple[str, ...]:
        """Words with a star, the newest first."""
        return self._favourites

    @property
    def presets(self) -> tuple[PromptSet, ...]:
        """Sets of words, by name."""
        return self._presets

    def set_favourite(self, prompt: str, favourite: bool) -> None:
        """Give words a star, or take it."""
        self._catch_up()
        prompt = " ".join(prompt.split())
        others = tuple(word for word in self._favourites if word.casefold() != prompt.casefold())
        changed = ((prompt, *others) if favourite and prompt else others)[:FAVOURITES]
        if changed != self._favourites:
            self._favourites = changed
            self._write()
            self.changed.emit()

    def is_favourite(self, prompt: str) -> bool:
        """Whether words have a star."""
        return " ".join(prompt.split()).casefold() in {word.casefold() for word in self._favourites}

    def save_preset(self, name: str, prompts: Sequence[str], against: Sequence[str] = ()) -> None:
        """Keep a set under a name; one of that name is replaced. Without a name or words nothing happens."""
        name = " ".join(name.split())
        if not name or not prompts:
            return
        self._catch_up()
        others = [one for one in self._presets if one.name.casefold() != name.casefold()]
        kept = sorted([*others, PromptSet(name, tuple(prompts), tuple(against))], key=lambda one: one.name.casefold())
        self._presets = tuple(kept[:PRESETS])
        self._write()
        self.changed.emit()

    def remove_preset(self, name: str) -> None:
        """Forget a set."""
        self._catch_up()
        self._presets = tuple(one for one in self._presets if one.name != name)
        self._write()
        self.changed.emit()

    def learn_speed(self, key: str, sound_s: float, wall_s: float) -> None:
        """So many seconds of sound took so many seconds of work, with the model and device that `key` names."""
        if sound_s <= 0 or wall_s <= 0:
            return
        self._catch_up()
        self._speeds[key] = self._speeds.get(key, JobTimes()).learnt(sound_s, wall_s)
        self._write()

    def expected_s(self, key: str, sound_s: float) -> float | None:
        """Seconds that so much sound will take, None while nobody knows."""
        return self._speeds.get(key, JobTimes()).expected_s(sound_s)

    def _write(self) -> None:
        presets = [{"name": one.name, "prompts": one.prompts, "against": one.against} for one in self._presets]
        speeds = {key: times.pairs for key, times in self._speeds.items()}
        text = json.dumps({"favourites": self._favourites, "presets": presets, "speeds": speeds}, indent=1)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, text)
            self._kept = True
        except OSError as error:
            self._kept = False
            logger.warning("favourites cannot be kept: %s", error)


def _read(path: Path) -> dict[str, Any]:
    try:
        stored = read_json(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        logger.warning("favourites cannot be read: %s", error)
        return {}
    return stored if isinstance(stored, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(value: Any) -> list[str]:
    return [text for text in _list(value) if isinstance(text, str) and text.strip()]


def _preset(value: Any) -> PromptSet | None:
    if not isinstance(value, dict) or not isinstance(value.get("name"), str):
        return None
    prompts = tuple(_texts(value.get("prompts")))
    return PromptSet(value["name"], prompts, tuple(_texts(value.get("against")))) if prompts else None
