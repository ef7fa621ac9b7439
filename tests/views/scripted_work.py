"""A window in a process of its own that works as a person does, and says what it is about to do and has done.

`python scripted_work.py FOLDER RECORDING SEED MODEL`: FOLDER holds home, cache, exports and project; MODEL is the file
of a real model, or "fake". One JSON line before and after each step. It, or one of its children, is there to be killed:
what failed so is tried once more, as a person would.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject

from audiosep_core.audio.cache import SoundCache
from desktop.actions.export_items import ExportChoice
from desktop.document.commands import RemoveStem, RenameStem, SetGain
from desktop.document.region_commands import AddRegions
from desktop.document.state import Project, Region, StemTrack
from tests.views.scripted_window import build

AFTER_A_FAILURE = 3
"""How often a step is tried: a process may be killed in each of two."""


@functools.cache
def digest(cache: Path) -> str:
    """Of the sound of a finished stem."""
    with SoundCache.open(cache) as sound:
        return hashlib.sha256(sound.read(0, sound.frames).tobytes()).hexdigest()


def content(state: Project) -> dict[str, Any]:
    """What must be there after a crash: finished stems with names, gains and sound, and regions."""
    stems = {stem.id: [stem.name, stem.gain_db, digest(stem.cache)] for stem in state.stems if stem.state == "done"}
    return {"stems": stems, "regions": sorted(region.name for region in state.regions)}


class Work(QObject):
    """The work and its teller.

    Attributes:
        stack: What the project held after each step of undo that can be taken back or done again.
    """

    def __init__(self, folder: Path, recording: Path, seed: int, model: str) -> None:
        super().__init__()
        self.space, self.until = build(folder, real_engine=model != "fake")
        self.model = "spare" if model == "fake" else model
        self.chance = random.Random(seed)
        self.project, self.exports = folder / "yard.asproj", folder / "exports"
        self.exports.mkdir(exist_ok=True)
        self.files: list[str] = []
        self.number = 0
        self.told: list[str] = []
        self.space.notices.attach(self._hear)
        self.space.opening.open([recording])
        self.until(lambda: self.space.document.state.source is not None and self.space.document.state.source.complete)
        self.stack = [self.content()]

    def _hear(self, notice: Any) -> None:
        self.told.append(notice.message)
        if notice.action == "restart-engine":  # what waits would wait until a person presses the button
            self.space.separation.restart_engine()

    def content(self) -> dict[str, Any]:
        """What must be there after a crash."""
        return content(self.space.document.state)

    def tell(self, step: str, after: dict[str, Any] | None = None) -> None:
        """One line. `after`: what the step will have made of the project, None where that is the same."""
        if after is None:
            self.space.project.note()
            self.space.project.flush()
        children = {
            name: thread.child_pid
            for name, thread in (
                ("engine", self.space.inference), ("reader", self.space.media), ("writer", self.space.writer),
            )
        }  # fmt: skip
        line = {"step": step, "is": self.content(), "after": after, "files": self.files, "pids": children}
        line |= {"saved": self.project.is_dir() and not self.space.project.modified, "told": self.told}
        line["playing"] = self.space.transport.playing
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()

    # -- steps

    def separate(self) -> None:
        stack = self.space.document.undo_stack
        prompt = f"beep {self.number}"
        self.space.separation.separate(prompt, self.model, "cpu", 0)
        ended = ("done", "failed")
        for _ in range(AFTER_A_FAILURE):
            self.until(lambda: self._named(prompt).state in ended)
            if self._named(prompt).state == "done":
                break
            self.tell("failed")
            self.space.separation.go_on(self._named(prompt).id)
        assert self._named(prompt).state == "done", self.told
        self._did(stack.index())

    def _named(self, prompt: str) -> StemTrack:
        return next(stem for stem in self.space.document.state.stems if stem.prompt == prompt)

    def edit(self) -> None:
        document = self.space.document
        stems = [stem for stem in document.state.stems if stem.state == "done"]
        after = self.content()
        kind = self.chance.choice(["rename", "gain", "region", "remove"] if len(stems) > 1 else ["region"])
        if kind == "region":
            region = Region(f"r{self.number}", self.number, self.number + 500, f"region {self.number}")
            after["regions"] = sorted([*after["regions"], region.name])
            command: Any = AddRegions(document, region)
        else:
            stem = self.chance.choice(stems)
            if kind == "rename":
                command = RenameStem(document, stem.id, f"renamed {self.number}")
                after["stems"][stem.id][0] = f"renamed {self.number}"
            elif kind == "gain":
                command = SetGain(document, stem.id, -float(self.number))
                after["stems"][stem.id][1] = -float(self.number)
            else:
                command = RemoveStem(document, stem.id)
                del after["stems"][stem.id]
        self.tell(kind, after)
        document.undo_stack.push(command)
        self._did(document.undo_stack.index())

    def undo(self) -> None:
        stack = self.space.document.undo_stack
        back = stack.canUndo() and (not stack.canRedo() or self.chance.random() < 0.5)
        if not back and not stack.canRedo():
            return
        place = stack.index() + (-1 if back else 1)
        self.tell("undo" if back else "redo", self.stack[place])
        stack.undo() if back else stack.redo()

    def _did(self, index: int) -> None:
        del self.stack[index:]
        self.stack.append(self.content())

    def save(self) -> None:
        project = self.space.project
        for _ in range(AFTER_A_FAILURE):
            began = len(self.told)
            project.save() if project.folder else project.save_as(self.project)
            self.until(lambda: not project.working)
            if not project.modified:
                return
            assert len(self.told) > began, "a save that failed says so"
            self.tell("failed")
        raise AssertionError(self.told)

    def export(self) -> None:
        exporting = self.space.exporting
        stems = tuple(stem.id for stem in self.space.document.state.stems if stem.state == "done")
        for _ in range(AFTER_A_FAILURE):
            written: list[Path] = []
            exporting.finished.connect(written.extend)
            exporting.export(ExportChoice((*stems, "rest"), self.exports, template=f"{{n}} {self.number}"))
            self.until(lambda: not exporting.working)
            exporting.finished.disconnect(written.extend)
            if written:
                self.files += [str(path) for path in written]
                return
            self.tell("failed")
        raise AssertionError(self.told)

    def go_on(self) -> None:
        """One step after the other, for ever, while it plays round and round."""
        self.space.playing.set_looping(True)
        self.space.transport.play()
        steps: list[Callable[[], None]] = [self.separate, self.edit, self.edit, self.undo, self.save, self.export]
        self.tell("opened")
        while True:
            self.number += 1
            step = self.separate if self.number % 6 == 1 else self.chance.choice(steps)
            self.tell(f"begin {step.__name__}")
            step()
            self.tell(f"end {step.__name__}")


if __name__ == "__main__":
    Work(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]).go_on()
