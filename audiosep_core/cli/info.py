"""`audiosep info`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from audiosep_core import __version__
from audiosep_core.cli.app import app
from audiosep_core.console import boundary, emit


@app.command()
def info(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """Print versions, devices and folders: what a bug report needs."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    from audiosep_core.library import paths

    with boundary(as_json):
        facts: dict[str, Any] = {
            "audiosep": __version__,
            "python": platform.python_version(),
            "os": platform.platform(),
        }
        for package in ("torch", "torchaudio", "transformers", "numpy", "soundfile", "av", "soxr", "PySide6"):
            try:
                facts[package] = version(package)
            except PackageNotFoundError:
                facts[package] = "not installed"
        from audiosep_core.engine.devices import available_devices

        facts["devices"] = ", ".join(available_devices())
        facts["cache"] = str(paths.cache_folder())
        facts["models"] = str(paths.models_folder())
        facts["logs"] = str(paths.log_folder())
        if as_json:
            emit(facts)
        else:
            for name, value in facts.items():
                print(f"{name:14}{value}")
