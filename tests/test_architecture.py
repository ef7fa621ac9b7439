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


def test_the_window_is_imported_with_few_libraries() -> None:
    # What each start waits for (its time: tests/benchmarks/test_start.py). Whatever else a window wants it imports when
    # it is wanted.
    bindings = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap"}
    wanted = {"numpy", "platformdirs", "soundfile", "soxr", "typing_extensions"}
    packages = run(
        "import sys; before = set(sys.modules); import desktop.app; "
        "names = {name.partition('.')[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names); "
        "print(*(name for name in names if not name.startswith('_')))"
    )
    assert set(packages.split()) - bindings - wanted == {"audiosep_core", "desktop"}
