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


def test_the_window_is_imported_in_under_a_second() -> None:
    # Of its own time: other programs run on this computer too.
    assert float(run("import desktop.app, time; print(time.process_time())")) < 1.0
