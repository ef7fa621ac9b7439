"""Files that the person has already."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from audiosep_core.errors import AudioSepError, ModelError
from audiosep_core.library import licences
from audiosep_core.library.catalogue import Source
from audiosep_core.library.hub import Hub
from audiosep_core.library.own import import_file, known_as
from audiosep_core.library.paths import models_folder
from audiosep_core.library.records import read_record
from tests.library.loopback_hub import HubFile as Served
from tests.library.loopback_hub import LoopbackHub
from tests.library.stand_in import CONTENT, ENTRY, VOCAB, copy_importer, described, installed, left_in_downloads


@pytest.fixture
def checkpoint(tmp_path: Path) -> Path:
    path = tmp_path / "downloaded (1).ckpt"
    path.write_bytes(CONTENT)
    return path


def take(source: Path, **more: Any) -> Path:
    return import_file(source, copy_importer, **{"entries": [ENTRY], **more})


def test_a_published_checkpoint_takes_its_name_whatever_the_file_is_called(
    checkpoint: Path, hub: Hub, server: LoopbackHub
) -> None:
    asked = []
    path = take(checkpoint, hub=hub, consent=lambda entry: asked.append(entry.name) or True)
    assert path == models_folder() / "stand-in.safetensors"
    assert installed() == checkpoint.read_bytes() == CONTENT
    assert asked == ["stand-in"]
    assert licences.is_accepted(ENTRY)
    assert (models_folder() / "vocab.json").read_bytes() == VOCAB
    assert all("ckpt" not in request for request in server.requests)
    assert left_in_downloads() == []


@pytest.mark.usefixtures("accepted")
def test_the_tokenizer_beside_the_file_needs_no_network(checkpoint: Path) -> None:
    checkpoint.with_name("vocab.json").write_bytes(VOCAB)
    seen: list[str] = []

    def importer(source: Path, folder: Path, *rest: Any) -> Path:
        seen.extend(path.name for path in folder.iterdir())
        return copy_importer(source, folder, *rest)

    import_file(checkpoint, importer, entries=[ENTRY], hub=Hub("http://127.0.0.1:9", tries=1))
    assert seen == ["vocab.json"]


@pytest.mark.usefixtures("accepted")
def test_without_network_it_is_installed_all_the_same(checkpoint: Path) -> None:
    take(checkpoint, hub=Hub("http://127.0.0.1:9", tries=1))
    assert installed() == CONTENT


def test_its_licence_is_asked_for_as_if_it_were_downloaded(checkpoint: Path) -> None:
    with pytest.raises(AudioSepError) as caught:
        take(checkpoint)
    assert caught.value.code == "licence-not-accepted"


def test_a_file_that_nobody_knows_is_called_like_itself(tmp_path: Path) -> None:
    path = tmp_path / "my trained model.safetensors"
    path.write_bytes(b"1234")
    assert known_as(path, [ENTRY]) is None
    assert take(path).name == "my-trained-model.safetensors"
    record = read_record(models_folder(), "my-trained-model")
    assert record is not None
    assert record.origin == "my trained model.safetensors"


@pytest.mark.parametrize("name", ["../escape", "a/b", "", ".hidden", "x" * 80, "new.audio", "new.words", "a b"])
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "file.ckpt"
    path.write_bytes(b"1234")
    if not name:  # none given: the file's
        assert take(path, name=name).stem == "file"
        return
    with pytest.raises(AudioSepError) as caught:
        take(path, name=name)
    assert caught.value.code == "name-unusable"


def test_the_name_of_a_published_model_is_not_for_another_file(tmp_path: Path) -> None:
    path = tmp_path / "stand-in.ckpt"
    path.write_bytes(b"1234")
    with pytest.raises(AudioSepError) as caught:
        take(path)
    assert caught.value.code == "name-taken"


def test_what_is_there_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "mine.ckpt"
    path.write_bytes(b"1234")
    first = take(path).read_bytes()
    path.write_bytes(b"5678")
    with pytest.raises(AudioSepError) as caught:
        take(path)
    assert caught.value.code == "name-taken"
    assert (models_folder() / "mine.safetensors").read_bytes() == first


def copy_with_words(source: Path, folder: Path, name: str, *rest: Any) -> Path:
    """What `model.imports` does with a model that has words beside it."""
    words = source.with_name(source.stem + ".words.safetensors")
    if words.is_file():
        (folder / f"{name}.words.safetensors").write_bytes(words.read_bytes())
    return copy_importer(source, folder, name, *rest)


def test_the_words_of_a_model_arrive_with_it_and_are_recorded(tmp_path: Path) -> None:
    path = tmp_path / "mine.safetensors"
    path.write_bytes(b"1234")
    path.with_name("mine.words.safetensors").write_bytes(b"words")
    import_file(path, copy_with_words, entries=[ENTRY], name="other")
    assert (models_folder() / "other.words.safetensors").read_bytes() == b"words"
    record = read_record(models_folder(), "other")
    assert record is not None
    assert "other.words.safetensors" in [file.file for file in record.files]


def test_words_that_another_model_of_its_name_left_are_not_taken_for_its_own(tmp_path: Path) -> None:
    left = models_folder() / "mine.words.safetensors"
    left.write_bytes(b"of another")
    path = tmp_path / "mine.safetensors"
    path.write_bytes(b"1234")
    import_file(path, copy_with_words, entries=[ENTRY])
    assert not left.exists()


@pytest.mark.usefixtures("accepted")
class TestWordsOfTheCatalogue:
    ENTRY = replace(
        ENTRY, words=described(b"of the hub", "w.safetensors", Source("lab/words", "model", "w.safetensors", "main"))
    )

    def words(self, checkpoint: Path, hub: Hub) -> bytes | None:
        import_file(checkpoint, copy_with_words, entries=[self.ENTRY], hub=hub)
        path = models_folder() / "stand-in.words.safetensors"
        return path.read_bytes() if path.exists() else None

    def test_those_beside_the_file_are_taken(self, checkpoint: Path, hub: Hub) -> None:
        checkpoint.with_name(checkpoint.stem + ".words.safetensors").write_bytes(b"beside")
        assert self.words(checkpoint, hub) == b"beside"

    def test_else_those_of_the_hub(self, checkpoint: Path, hub: Hub, server: LoopbackHub) -> None:
        server.add("lab/words/resolve/main/w.safetensors", Served(b"of the hub"))
        assert self.words(checkpoint, hub) == b"of the hub"
        assert left_in_downloads() == []

    def test_without_network_it_is_installed_without(self, checkpoint: Path) -> None:
        assert self.words(checkpoint, Hub("http://127.0.0.1:9", tries=1)) is None
        assert installed() == CONTENT


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        take(tmp_path / "nothing.ckpt")
    assert caught.value.code == "model-missing"


def test_a_file_that_is_no_model_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(b"1234")

    def refuse(*_: Any) -> Path:
        raise ModelError("model-unknown", "'holiday.jpg' is no model.", "")

    with pytest.raises(ModelError, match="no model"):
        import_file(path, refuse, entries=[ENTRY])
    assert [one.name for one in models_folder().iterdir()] == ["downloads"]
    assert left_in_downloads() == []
