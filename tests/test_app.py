"""Starting the program: what comes before the window, and what is said when there will be none."""

from __future__ import annotations

import gc
import json
import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog

from audiosep_core.library.paths import cache_folder, models_folder
from desktop import app
from desktop.services.paths import settings_file
from desktop.services.settings import Settings, SettingsStore


@pytest.fixture
def no_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AUDIOSEP_MODELS", "AUDIOSEP_CACHE"):
        monkeypatch.setenv(name, "")  # so that what the program sets goes again


@pytest.mark.usefixtures("no_folders")
def test_models_and_cache_lie_where_the_person_wants_them(tmp_path: Path) -> None:
    app.use_folders(Settings(models_folder=str(tmp_path / "m"), cache_folder=str(tmp_path / "c")))
    assert models_folder() == tmp_path / "m"
    assert cache_folder() == tmp_path / "c"
    assert os.environ["AUDIOSEP_MODELS"] == str(tmp_path / "m"), "the children must find them too"


@pytest.mark.usefixtures("no_folders")
def test_a_folder_that_cannot_be_had_is_no_reason_not_to_start(tmp_path: Path, private_home: Path) -> None:
    (tmp_path / "file").touch()
    app.use_folders(Settings(models_folder=str(tmp_path / "file" / "m")))
    assert models_folder() == private_home / "data" / "models"


def test_a_failed_start_is_told_with_the_log(qapp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def show(box: Any) -> int:
        told.append(f"{box.text()} {box.informativeText()} {box.detailedText()}")
        return 0

    monkeypatch.setattr(app.QMessageBox, "exec", show)
    app.tell_failed_start(RuntimeError("no luck"))
    assert "could not start" in told[0]
    assert "audiosep.log" in told[0]
    assert "RuntimeError: no luck" in told[0]


def test_safe_mode_reads_and_writes_no_settings(qapp: Any) -> None:
    SettingsStore().update(theme="light", text_size=200)
    before = settings_file().read_text()
    safe = SettingsStore(keep=False)
    assert safe.settings == Settings()
    safe.update(theme="dark")
    assert settings_file().read_text() == before
    assert json.loads(before)["theme"] == "light"


@pytest.mark.parametrize("greet", [True, False])
def test_the_first_page_waits_for_a_start_without_a_recording(qapp: Any, tmp_path: Path, greet: bool) -> None:
    settings = SettingsStore(tmp_path / "settings.json")
    window = app.make_window(settings)
    app.settle(window, greet=greet)
    assert (window.findChild(QDialog, "welcomePage") is not None) == greet
    assert settings.settings.welcomed == greet
    gc.unfreeze()
    window.close()


def test_the_collector_is_quiet_once_the_window_is_up(qapp: Any, tmp_path: Path) -> None:
    window = app.make_window(SettingsStore(tmp_path / "settings.json"))
    gc.unfreeze()
    try:
        app.settle(window)
        frozen = gc.get_freeze_count()
        assert frozen > 50_000
        assert gc.collect() < frozen
    finally:
        gc.unfreeze()
        window.close()
