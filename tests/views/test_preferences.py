"""The preferences say what can be set, find it, and put it in force at once."""

import threading
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
)

from desktop.app import use_folders
from desktop.services import folders
from desktop.services.folders import clear_cache, size_of
from desktop.services.settings import Settings, SettingsStore
from desktop.views.form_label import FormLabel
from desktop.views.preferences import fields as fields_module
from desktop.views.preferences.dialog import PreferencesDialog
from desktop.views.preferences.entries import ENTRIES, PAGES, Choice, Entry, Folder, Number, Output, Tick, Words
from desktop.views.preferences.fields import make_field


@pytest.fixture(autouse=True)
def outputs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields_module, "list_outputs", lambda: ("System default", "Speakers"))


@pytest.fixture
def dialog(drive: Any) -> PreferencesDialog:
    drive.window.actions_by_id["preferences"].trigger()
    found = drive.find("preferencesDialog")
    assert isinstance(found, PreferencesDialog)
    return found


def pages(dialog: PreferencesDialog) -> list[str]:
    rows = range(dialog._list.count())
    return [dialog._list.item(row).text() for row in rows if not dialog._list.item(row).isHidden()]


def test_every_entry_is_a_setting_and_offers_what_the_setting_takes() -> None:
    defaults = {one.name: getattr(Settings(), one.name) for one in fields(Settings)}
    for entry in ENTRIES:
        assert entry.page in dict(PAGES)
        if isinstance(entry, Words):
            continue
        assert entry.setting in defaults
        if isinstance(entry, Choice):
            values = [value for value, _ in entry.options]
            assert defaults[entry.setting] in values
            for value in values:
                assert getattr(Settings(**{entry.setting: value}), entry.setting) == value
        elif isinstance(entry, Number):
            for value in (entry.lowest, entry.highest):
                assert getattr(Settings(**{entry.setting: value}), entry.setting) == value
        elif isinstance(entry, Tick):
            assert isinstance(defaults[entry.setting], bool)


@pytest.mark.parametrize("percent", [100, 160])
def test_labels_stand_on_the_line_of_their_fields(drive: Any, recording: Path, percent: int) -> None:
    """However tall fields are, and however much stands below them."""
    drive.space.settings.update(text_size=percent)
    drive.open(recording)
    window = drive.window
    window.handlers.preferences.show_preferences("storage")
    window.handlers.files.export()
    window.handlers.jobs.batch()
    checked = 0
    for dialog in (drive.find(name) for name in ("preferencesDialog", "exportDialog", "batchDialog")):
        for label in dialog.findChildren(FormLabel):
            if not label.isVisible() or label.text() in ("Tracks", "Recordings"):  # they head lists
                continue
            middles = [w.mapTo(dialog, w.rect().center()).y() for w in (label, label.beside)]
            assert abs(middles[0] - middles[1]) <= 1, (dialog.objectName(), label.text(), middles)
            checked += 1
    assert checked >= 12


@pytest.mark.qt_log_ignore("raise", extend=True)  # what the offscreen platform cannot do
def test_there_is_one_dialog_and_escape_closes_it(drive: Any, dialog: PreferencesDialog) -> None:
    drive.window.actions_by_id["preferences"].trigger()
    assert len(drive.window.findChildren(PreferencesDialog)) == 1
    drive.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_theme_and_a_size_are_in_force_at_once(drive: Any, dialog: PreferencesDialog) -> None:
    combo = drive.find("preference-theme")
    before = drive.find("statusLabel").fontMetrics().height()
    combo.setCurrentIndex(combo.findData("contrast"))
    combo.activated.emit(combo.currentIndex())
    assert drive.window.themes.theme.name == "contrast"
    drive.find("preference-text_size").setValue(200)
    assert drive.find("statusLabel").fontMetrics().height() > 1.7 * before
    assert (drive.space.settings.settings.theme, drive.space.settings.settings.text_size) == ("contrast", 200)
    drive.window.actions_by_id["themeAction"].trigger()
    assert combo.currentData() == "system", "the dialog follows the menu"


def test_ticks_are_in_force_at_once(drive: Any, dialog: PreferencesDialog) -> None:
    drive.find("preference-return_on_stop").click()
    assert drive.space.playing.returns
    assert drive.window.actions_by_id["returnOnStop"].isChecked()
    drive.find("preference-wheel_zooms").click()
    assert drive.window.timeline.wheel_zooms


def test_an_output_is_chosen_and_stays_chosen_while_it_is_away(drive: Any, dialog: PreferencesDialog) -> None:
    combo = drive.find("preference-device_name")
    drive.until(lambda: combo.findData("Speakers") >= 0)
    combo.setCurrentIndex(combo.findData("Speakers"))
    combo.activated.emit(combo.currentIndex())
    assert drive.space.settings.settings.device_name == "Speakers"
    combo._take(("System default",))
    assert combo.currentData() == "Speakers"


def test_settings_are_found_by_any_of_their_words(drive: Any, dialog: PreferencesDialog) -> None:
    search = drive.find("preferencesSearchEdit")
    drive.qtbot.keyClicks(search, "high contr")
    assert pages(dialog) == ["Appearance"]
    assert drive.find("preference-theme").isVisible()
    assert not drive.find("preference-language").isVisible()
    search.setText("telemetry")
    assert pages(dialog) == ["Privacy"]
    search.setText("full screen")
    assert pages(dialog) == ["Keys and mouse"]
    search.setText("no such thing")
    assert pages(dialog) == []
    assert dialog._nothing.isVisible()
    search.clear()
    assert len(pages(dialog)) >= 4
    assert not dialog._nothing.isVisible()


def test_the_cache_is_measured_and_cleared_but_for_what_is_in_use(
    drive: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "other cache"
    (cache / "compiled").mkdir(parents=True)
    (cache / "compiled" / "net.blob").write_bytes(bytes(3_000_000))
    own = cache / f"session-{drive.space.folder.name.split('-')[1]}-abc"
    own.mkdir()
    (own / "sound.f32").write_bytes(bytes(1000))
    monkeypatch.setenv("AUDIOSEP_CACHE", str(cache))
    drive.window.handlers.preferences.show_preferences("storage")
    label = drive.find("cacheSizeLabel")
    drive.until(lambda: label.text().startswith("3.0 MB"))
    drive.find("cacheClearButton").click()
    drive.until(lambda: label.text().startswith("1.0 kB"))
    assert (own / "sound.f32").exists()
    assert not (cache / "compiled").exists()
    (own / "sound.f32").unlink()
    drive.find("cacheClearButton").click()
    drive.until(lambda: label.text().startswith("Empty, "))


def test_clearing_says_what_it_freed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(bytes(10))
    (tmp_path / "c").write_bytes(bytes(5))
    assert size_of(tmp_path) == 15
    assert clear_cache(tmp_path) == 15
    assert list(tmp_path.iterdir()) == []
    assert clear_cache(tmp_path / "none") == 0


def test_clearing_spares_what_another_process_works_in(tmp_path: Path) -> None:
    partial = tmp_path / "partial"
    (partial / "job").mkdir(parents=True)
    with FileLock(partial / "job.lock"):
        assert clear_cache(tmp_path) == 0
        assert (partial / "job").is_dir()
    clear_cache(tmp_path)
    assert not partial.exists()


def test_another_folder_is_remembered_and_the_usual_one_is_a_step_away(drive: Any, tmp_path: Path) -> None:
    drive.window.handlers.preferences.show_preferences("storage")
    field = drive.find("preference-models_folder")
    field.use(str(tmp_path / "models"))
    assert drive.space.settings.settings.models_folder == str(tmp_path / "models")
    assert drive.find("modelsFolderEdit").text() == str(tmp_path / "models")
    drive.find("modelsUsualButton").click()
    assert drive.space.settings.settings.models_folder == ""


@pytest.mark.parametrize("whose", ["chosen", "environment"])
def test_the_usual_folder_is_shown_once_it_is_wanted(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whose: str
) -> None:
    chosen, own = tmp_path / "chosen", tmp_path / "own"
    monkeypatch.setenv("AUDIOSEP_MODELS", str(own) if whose == "environment" else "")
    before = SettingsStore(tmp_path / "settings.json")
    before.update(models_folder=str(chosen))
    use_folders(before.settings)  # as when the program begins
    drive = request.getfixturevalue("drive")
    drive.window.handlers.preferences.show_preferences("storage")
    assert drive.find("modelsFolderEdit").text() == str(chosen)
    drive.find("modelsUsualButton").click()
    usual = tmp_path / "home" / "data" / "models"
    assert drive.find("modelsFolderEdit").text() == str(usual if whose == "chosen" else own)


def test_everything_in_it_can_be_reached_and_has_a_name(drive: Any, dialog: PreferencesDialog) -> None:
    nameless = [
        (type(widget).__name__, widget.objectName())
        for kind in (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, QAbstractSpinBox, QKeySequenceEdit)
        for widget in dialog.findChildren(kind)
        if not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QLineEdit | QComboBox | QKeySequenceEdit | QAbstractItemView)
        and not isinstance(widget, QHeaderView)
        and type(widget).__name__ != "QListView"  # what a combo box pops up
        and not (widget.objectName() and widget.accessibleName())
    ]
    assert nameless == []


@pytest.mark.parametrize("kind", ["outputs", "folder"])
def test_a_dialog_closed_while_a_thread_looks_leaves_it_what_it_tells_by(
    drive: Any, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    looking, release, threads = threading.Event(), threading.Event(), []

    def look(*_: object) -> Any:
        threads.append(threading.current_thread())
        looking.set()
        assert release.wait(20)
        return ("System default",) if kind == "outputs" else 0

    told: list[object] = []
    if kind == "outputs":
        monkeypatch.setattr(fields_module, "list_outputs", look)
        entry: Entry = next(one for one in ENTRIES if isinstance(one, Output))
        field = make_field(entry, drive.space.settings)
        field._outputs.listed.connect(told.append)
    else:
        monkeypatch.setattr(folders, "size_of", look)
        entry = next(one for one in ENTRIES if isinstance(one, Folder))
        field = make_field(entry, drive.space.settings)
        field._work.measured.connect(lambda *about: told.append(about))
    assert looking.wait(20)
    field.deleteLater()
    QApplication.sendPostedEvents(field, QEvent.Type.DeferredDelete.value)
    release.set()
    threads[0].join(20)
    drive.until(lambda: len(told) == 1)
