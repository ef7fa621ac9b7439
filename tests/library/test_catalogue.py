"""The shipped registry, and those that people write."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from audiosep_core.errors import ModelError
from audiosep_core.library.catalogue import Source, find_entry, read_catalogue, read_entries
from audiosep_core.library.hub import Hub
from audiosep_core.library.paths import models_folder
from tests.library.own_registry import write_registry
from tests.library.stand_in import ENTRY, described


def test_the_shipped_entries() -> None:
    starter, base, hive = read_catalogue()
    assert (starter.name, base.name, hive.name) == ("starter", "audiosep-base", "audiosep-hive")
    assert starter.checkpoint is None
    for entry in (base, hive):
        assert entry.checkpoint is not None
        assert len(entry.checkpoint.sources) == 2  # a mirror each
        assert {file.file for file in entry.tokenizer} == {"vocab.json", "merges.txt"}
        assert entry.licence
        assert entry.caveat
        assert entry.page


def test_files_of_a_space_and_of_a_model_have_their_addresses() -> None:
    base, hive = find_entry("audiosep-base").checkpoint, find_entry("audiosep-hive").checkpoint
    assert base is not None
    assert hive is not None
    hub = Hub("https://hub.example")
    assert hub.url(base.sources[0]) == (
        "https://hub.example/spaces/Audio-AGI/AudioSep/resolve/5638854dccfaea5c5fa4f634c00fe74fbb119244"
        "/checkpoint/audiosep_base_4M_steps.ckpt"
    )
    assert hub.url(hive.sources[0]).startswith("https://hub.example/AlayaLab/AudioSep-hive/resolve/113d2e43")


def test_the_endpoint_of_the_environment_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ENTRY.checkpoint is not None
    monkeypatch.setenv("HF_ENDPOINT", "http://mirror.example")
    assert Hub().url(ENTRY.checkpoint.sources[0]).startswith("http://mirror.example/spaces/lab/stand-in/resolve/")


def test_own_entries_follow_the_shipped_ones() -> None:
    write_registry(ENTRY)
    assert find_entry("stand-in") == ENTRY


def test_an_entry_brings_the_words_of_its_model() -> None:
    words = described(b"1234", "stand-in.words.safetensors", Source("lab/stand-in", "model", "w.safetensors", "main"))
    write_registry(replace(ENTRY, words=words))
    assert find_entry("stand-in").words == words


def test_a_changed_file_is_read_anew_and_an_unchanged_one_is_not() -> None:
    write_registry(ENTRY)
    before = find_entry("stand-in")
    assert find_entry("stand-in") is before
    write_registry(replace(ENTRY, title="Another"))
    assert find_entry("stand-in").title == "Another"
    (models_folder() / "registry.toml").unlink()
    assert "stand-in" not in [entry.name for entry in read_catalogue()]


def test_own_entries_take_no_shipped_name() -> None:
    write_registry(replace(ENTRY, name="audiosep-base"))
    assert find_entry("audiosep-base").title == "AudioSep base"


def test_a_damaged_file_of_ones_own_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    (models_folder() / "registry.toml").write_text("[[model]]\nname = ", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert len(read_catalogue()) == 3
    assert "registry.toml" in caplog.text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('sha256 = "', 'sha256 = "x'),
        ("size = 1000003", "size = -1"),
        ("size = 1000003", 'size = "1000003"'),
        ('file = "stand-in.ckpt"', 'file = "../stand-in.ckpt"'),
        ('name = "stand-in"', 'name = "stand/in"'),
        ('repo_type = "space"', 'repo_type = "bucket"'),
        ("[model.checkpoint]", "[model.other]"),
        ("licence = ", "license = "),
        ("[[model]]", "[model]"),
    ],
)
def test_what_makes_no_sense_is_refused(tmp_path: Path, old: str, new: str) -> None:
    text = write_registry(ENTRY).read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "registry.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ModelError) as caught:
        read_entries(path)
    assert caught.value.code == "registry-damaged"


def test_an_unknown_name_lists_what_there_is() -> None:
    with pytest.raises(ModelError) as caught:
        find_entry("nothing")
    assert "audiosep-base, audiosep-hive" in caught.value.hint
