"""A window in a process of its own that separates and edits without end, and says after each step what is finished.

`python scripted_window.py FOLDER RECORDING [PROJECT]`: FOLDER holds home and cache. One JSON line a step. It is
there to be killed.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from desktop.actions.workspace import Workspace
from desktop.document.commands import RenameStem, SetGain
from desktop.document.state import Region
from desktop.inference.inference_thread import InferenceThread
from desktop.inference.media_thread import MediaThread
from desktop.playback.device import DeviceFacts, NullOutput
from desktop.playback.feeder import Feeder
from desktop.playback.transport import Transport
from desktop.services.settings import SettingsStore

Until = Callable[[Callable[[], bool]], None]


def build(folder: Path, *, real_engine: bool = False) -> tuple[Workspace, Until]:
    """A started workspace without a sound card below `folder`, and the wait of its event loop."""
    os.environ["AUDIOSEP_HOME"] = str(folder / "home")
    application = QApplication([])
    engine = None if real_engine else [sys.executable, str(Path(__file__).with_name("fake_engine.py"))]
    feeder = Feeder(
        open_output=lambda _name, rate_hz: NullOutput(rate_hz, "none"), probe=lambda _: DeviceFacts("none", False, "")
    )
    feeder.start()
    space = Workspace.build(
        SettingsStore(folder / "settings.json"), folder / "cache", InferenceThread(engine), MediaThread(),
        MediaThread(), Transport(feeder),
    )  # fmt: skip
    space.start()

    def until(condition: Callable[[], bool]) -> None:
        while not condition():
            application.processEvents()
            QThread.msleep(1)

    return space, until


def main() -> None:
    folder, recording = Path(sys.argv[1]), Path(sys.argv[2])
    project = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    space, until = build(folder)
    document = space.document

    def tell(step: str) -> None:
        space.project.note()
        space.project.flush()
        done = {stem.id: [stem.name, stem.gain_db] for stem in document.state.stems if stem.state == "done"}
        regions = len(document.state.regions)
        sys.stdout.write(json.dumps({"step": step, "stems": done, "regions": regions}) + "\n")
        sys.stdout.flush()

    space.opening.open([recording])
    until(lambda: document.state.source is not None and document.state.source.complete)
    number = 0
    while True:
        number += 1
        space.separation.separate(f"beep {number}", "spare", "cpu", 0)
        until(lambda: document.state.stems[-1].state == "done")
        tell("separated")
        stem = document.state.stems[-1]
        document.undo_stack.push(RenameStem(document, stem.id, f"renamed {number}"))
        tell("renamed")
        document.undo_stack.push(SetGain(document, stem.id, -float(number)))
        tell("gain")
        document.set_regions([*document.state.regions, Region(f"r{number}", number, number + 5)])
        tell("region")
        if project is not None and number % 2 == 0:
            space.project.save() if space.project.folder else space.project.save_as(project)
            until(lambda: not space.project.working)
            tell("saved")


if __name__ == "__main__":
    main()
