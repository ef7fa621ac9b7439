"""One round of pictures: `python -m docs.pictures THEME SCALE FOLDER`. A state that fails is told; the others go on."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path
from typing import cast

from desktop.app import make_application, settle
from desktop.services.settings import SettingsStore, ThemeChoice
from docs.pictures.camera import Camera
from docs.pictures.session import Session
from docs.pictures.states import STATES


def main() -> int:
    theme, scale, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    application = make_application(["pictures"])
    settings = SettingsStore()
    settings.update(theme=cast(ThemeChoice, theme), prompts=(), recent_files=(), welcomed=True, coached=True)
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        session = Session(settings, Camera(theme, scale, folder), Path(scratch))
        settle(session.window)
        session.until(lambda: "processor" in session.find("engineLabel").text())
        for state in STATES:
            try:
                state(session)
            except Exception:  # noqa: BLE001 - the other pictures are worth having
                failed = 1
                sys.stderr.write(f"{theme} {scale}: {state.__name__}\n{traceback.format_exc()}")
        session.window.workspace.separation.cancel_all()
        session.window.close_unasked()
    del application
    return failed


if __name__ == "__main__":
    sys.exit(main())
