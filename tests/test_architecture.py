"""The window starts fast, and never with torch."""

import subprocess
import sys


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.strip()


def test_the_window_is_imported_without_torch() -> None:
    heavy = "('torch', 'torchaudio', 'transformers', 'lightning', 'pyqtgraph', 'huggingface_hub', 'httpx2')"
    assert run(f"import desktop.app, sys; print([name for name in {heavy} if name in sys.modules])") == "[]"


def test_the_rows_are_imported_without_torch() -> None:
    assert run("import desktop.views.track_area, sys; print('torch' in sys.modules)") == "False"


def test_the_window_is_imported_little_slower_than_the_libraries_that_it_shows_itself_with() -> None:
    # 0.8 s on an idle core of the machine that this was written on, 2.9 times as long as the libraries; the best of
    # three of each, of the process's own time: other programs run on this computer too.
    libraries = "PySide6.QtWidgets, PySide6.QtMultimedia, PySide6.QtSvg, numpy, soundfile"
    times = [
        [float(run(f"import {names}, time; print(time.process_time())")) for names in (libraries, "desktop.app")]
        for _ in range(3)
    ]
    alone, window = map(min, zip(*times, strict=True))
    assert window < 3.7 * alone
