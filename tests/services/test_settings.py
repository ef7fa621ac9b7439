from __future__ import annotations

import json
import os
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.services.paths import settings_file
from desktop.services.settings import _CHECKS, PROMPT_HISTORY, RECENT_FILES, Settings, SettingsStore

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def backup() -> Path:
    return settings_file().with_name("settings.json.bak")


def test_every_setting_is_checked() -> None:
    assert set(_CHECKS) == {one.name for one in fields(Settings)}


def test_a_first_start_has_defaults_and_writes_nothing(qapp: object) -> None:
    assert SettingsStore().settings == Settings()
    assert not settings_file().exists()


def test_what_is_set_is_there_at_the_next_start(qapp: object) -> None:
    store = SettingsStore()
    store.update(theme="dark", text_size=125, volume_db=-6.5, export_format="flac", export_subtype="PCM_24")
    store.remember_file(Path("שלום 🎵.wav"))
    store.remember_prompt("a dog barking")
    store.update(keys=(("play", ("P",)), ("loop", ())), welcomed=True, language="de")
    again = SettingsStore().settings
    assert again == store.settings
    assert again.recent_files == (str(Path("שלום 🎵.wav").absolute()),)
    assert not backup().exists()
    assert [path.name for path in settings_file().parent.iterdir()] == ["settings.json"]


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_names_that_are_no_utf8_survive(qapp: object) -> None:
    store = SettingsStore()
    store.remember_file(Path(os.fsdecode(b"/a\xff.wav")))
    assert SettingsStore().settings == store.settings


def test_only_a_real_change_is_told(qapp: object) -> None:
    store = SettingsStore()
    told: list[int] = []
    store.changed.connect(lambda: told.append(1))
    store.update(theme="light")
    store.update(theme="light")
    assert told == [1]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"theme": "pink"}, ValueError),
        ({"volume_db": "loud"}, ValueError),
        ({"volume_db": True}, ValueError),
        ({"volume_db": float("nan")}, ValueError),
        ({"model": " "}, ValueError),
        ({"welcomed": 1}, ValueError),
        ({"keys": [["play"]]}, ValueError),
        ({"keys": [["play", ["P", 3]]]}, ValueError),
        ({"colour": "red"}, TypeError),
    ],
)
def test_wrong_values_are_refused(qapp: object, changes: dict[str, Any], error: type[Exception]) -> None:
    store = SettingsStore()
    with pytest.raises(error):
        store.update(**changes)
    assert store.settings == Settings()


def test_numbers_are_kept_in_bounds() -> None:
    assert Settings(text_size=1000, volume_db=-1e9) == Settings(text_size=200, volume_db=-60.0)


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null", b"[" * 100_000])
def test_a_damaged_file_gives_defaults_and_is_kept(qapp: object, damage: bytes, caplog: Any) -> None:
    settings_file().write_bytes(damage)
    store = SettingsStore()
    assert store.settings == Settings()
    assert backup().read_bytes() == damage
    store.update(theme="dark")
    assert SettingsStore().settings.theme == "dark"


def test_of_a_strange_file_the_understood_part_is_used(qapp: object) -> None:
    stored = {"schema_version": 99, "theme": "dark", "volume_db": "loud", "hologram": True}
    settings_file().write_text(json.dumps(stored))
    assert SettingsStore().settings == Settings(theme="dark")
    assert json.loads(backup().read_text()) == stored


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(stored=st.dictionaries(st.sampled_from([one.name for one in fields(Settings)]), ANY_JSON))
def test_no_content_of_the_file_stops_the_start(qapp: object, stored: dict[str, Any]) -> None:
    settings_file().write_text(json.dumps({"schema_version": 1, **stored}))
    SettingsStore().update(theme="dark")
    assert SettingsStore().settings.theme == "dark"


def test_the_newest_comes_first_once_and_the_oldest_goes(qapp: object) -> None:
    store = SettingsStore()
    for number in range(RECENT_FILES + 5):
        store.remember_file(Path(f"/{number}.wav"))
    store.remember_file(Path("/10.wav"))
    names = [Path(name).stem for name in store.settings.recent_files]
    assert names == ["10", "14", "13", "12", "11", "9", "8", "7", "6", "5"]
    for number in range(PROMPT_HISTORY + 5):
        store.remember_prompt(f"  sound   {number} ")
    store.remember_prompt("  ")
    assert len(store.settings.prompts) == PROMPT_HISTORY
    assert store.settings.prompts[0] == f"sound {PROMPT_HISTORY + 4}"


def test_a_file_that_cannot_be_read_costs_the_memory_only(qapp: object, tmp_path: Path, caplog: Any) -> None:
    (tmp_path / "settings.json").mkdir()
    store = SettingsStore(tmp_path / "settings.json")
    store.update(theme="dark")
    assert store.settings.theme == "dark"


def test_a_folder_that_cannot_be_written_costs_the_memory_only(qapp: object, tmp_path: Path, caplog: Any) -> None:
    store = SettingsStore(tmp_path / "config" / "settings.json")
    (tmp_path / "config").write_text("not a folder")
    store.update(theme="dark")
    assert store.settings.theme == "dark"


def test_a_write_that_fails_leaves_the_old_file(qapp: object, tmp_path: Path, monkeypatch: Any, caplog: Any) -> None:
    store = SettingsStore(tmp_path / "settings.json")
    store.update(theme="dark")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        store.update(theme="light")
    assert SettingsStore(tmp_path / "settings.json").settings.theme == "dark"
    assert [path.name for path in tmp_path.glob("*settings*")] == ["settings.json"]


def test_two_windows_keep_what_each_of_them_was_told(qapp: object, tmp_path: Path) -> None:
    one, two = SettingsStore(), SettingsStore()
    one.update(theme="dark")
    one.remember_file(tmp_path / "one.wav")
    two.update(text_size=125)
    two.remember_file(tmp_path / "two.wav")
    one.remember_prompt("a dog barking")
    two.remember_prompt("rain")
    two.update(volume_db=-3.0)
    again = SettingsStore().settings
    assert (again.theme, again.text_size, again.volume_db) == ("dark", 125, -3.0)
    assert again.recent_files == (str(tmp_path / "two.wav"), str(tmp_path / "one.wav"))
    assert again.prompts == ("rain", "a dog barking")


def test_a_file_that_vanishes_or_breaks_meanwhile_is_written_anew(qapp: object) -> None:
    store = SettingsStore()
    store.update(theme="dark")
    settings_file().unlink()
    store.update(text_size=125)
    settings_file().write_text("{")
    store.update(welcomed=True)
    again = SettingsStore().settings
    assert (again.theme, again.text_size, again.welcomed) == ("dark", 125, True)
