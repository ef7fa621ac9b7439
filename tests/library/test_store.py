"""Checking and removing what is installed, and what the list says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from audiosep_core.errors import AudioSepError, ModelError
from audiosep_core.library import licences
from audiosep_core.library.arrival import Step
from audiosep_core.library.hub import Hub
from audiosep_core.library.paths import models_folder
from audiosep_core.library.pull import pull
from audiosep_core.library.registry import ModelInfo, find_model, list_models
from audiosep_core.library.store import remove, verify
from tests.library.own_registry import write_registry
from tests.library.stand_in import CONTENT, ENTRY, copy_importer, left_in_downloads, part


@pytest.fixture
def model(hub: Hub, accepted: None) -> Path:
    write_registry(ENTRY)
    return pull("stand-in", copy_importer, hub=hub)


def listed(name: str = "stand-in") -> ModelInfo:
    return next(info for info in list_models() if info.name == name)


class TestVerify:
    def test_what_was_installed_is_compared_byte_by_byte(self, model: Path) -> None:
        steps: list[Step] = []
        verdict = verify("stand-in", on_step=steps.append)
        assert verdict.compared
        assert {file.file for file in verdict.files} == {"stand-in.safetensors", "stand-in.audio.safetensors"}
        assert steps[-1] == Step("checking", len(CONTENT), len(CONTENT))

    @pytest.mark.parametrize("end", [".safetensors", ".audio.safetensors"])
    def test_a_changed_byte_is_found(self, model: Path, end: str) -> None:
        path = model.with_name("stand-in" + end)
        content = bytearray(path.read_bytes())
        content[100] ^= 1
        path.write_bytes(content)
        with pytest.raises(ModelError, match="damaged") as caught:
            verify("stand-in")
        assert path.name in caught.value.message

    def test_a_missing_half_is_found(self, model: Path) -> None:
        model.with_name("stand-in.audio.safetensors").unlink()
        with pytest.raises(ModelError, match=r"stand-in\.audio"):
            verify("stand-in")

    def test_what_the_person_put_there_has_nothing_to_be_compared_with(self) -> None:
        (models_folder() / "mine.safetensors").write_bytes(b"1234")
        assert not verify("mine").compared

    def test_the_bundled_model_is_the_one_that_the_registry_names(self) -> None:
        """After another starter was trained, its size and sha256 go into resources/models/registry.toml."""
        verdict = verify("starter")
        assert verdict.compared
        assert verdict.files[0].size == listed("starter").size_bytes

    def test_what_is_not_there_cannot_be_checked(self) -> None:
        with pytest.raises(ModelError, match="not installed"):
            verify("audiosep-base")


class TestRemove:
    def test_everything_of_it_goes_and_the_consent_stays(self, model: Path) -> None:
        (models_folder() / "mine.safetensors").write_bytes(b"1234")
        assert remove("stand-in") >= len(CONTENT)
        left = {path.name for path in models_folder().iterdir()}
        assert left == {"downloads", "registry.toml", "vocab.json", "mine.safetensors"}
        assert licences.is_accepted(ENTRY)
        assert not listed().installed

    def test_the_words_of_a_model_go_with_it(self) -> None:
        for end in (".safetensors", ".words.safetensors"):
            (models_folder() / f"mine{end}").write_bytes(b"1234")
        assert remove("mine") == 8
        assert not list(models_folder().glob("mine*"))

    def test_an_unfinished_download_goes_too(self, hub: Hub) -> None:
        write_registry(ENTRY)
        part().write_bytes(CONTENT[:1000])
        assert listed().here_bytes == 1000
        assert remove("stand-in") == 1000
        assert left_in_downloads() == []
        assert listed().here_bytes == 0

    def test_the_bundled_model_stays(self) -> None:
        with pytest.raises(AudioSepError) as caught:
            remove("starter")
        assert caught.value.code == "model-bundled"
        assert find_model("starter").is_file()

    @pytest.mark.parametrize("name", ["nobody", "audiosep-base", "../../etc/passwd"])
    def test_what_is_not_there_cannot_be_removed(self, name: str) -> None:
        with pytest.raises(ModelError, match="not installed"):
            remove(name)

    def test_nothing_outside_of_the_folder_is_touched(self) -> None:
        outside = models_folder().parent / "precious.safetensors"
        outside.write_bytes(b"1234")
        with pytest.raises(ModelError, match="not installed"):
            remove("../precious")
        assert outside.exists()


class TestList:
    def test_the_second_file_of_a_model_is_no_model(self, model: Path) -> None:
        names = [info.name for info in list_models()]
        assert names == ["starter", "audiosep-base", "audiosep-hive", "stand-in"]
        assert listed().size_bytes == len(CONTENT)
        assert listed().path == model == find_model("stand-in")

    def test_what_can_be_had_is_listed_with_its_licence(self) -> None:
        base = listed("audiosep-base")
        assert (base.installed, base.origin, base.download_bytes) == (False, "published", 1_264_844_076)
        assert base.licence == "not stated"
        assert base.caveat
        assert base.asks
        assert not listed("starter").asks

    @pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a file system that nobody may write")
    def test_without_a_folder_the_bundled_model_is_still_there(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("AUDIOSEP_HOME", "/sys/audiosep")
        starter, *others = list_models()
        assert starter.installed
        assert not any(info.installed for info in others)
        assert find_model("starter") == starter.path

    def test_own_files_follow(self) -> None:
        (models_folder() / "mine.safetensors").write_bytes(b"1234")
        mine = list_models()[-1]
        assert (mine.name, mine.origin, mine.size_bytes) == ("mine", "own", 4)

    def test_the_words_of_a_model_are_no_model_and_count_for_it(self) -> None:
        for end in (".safetensors", ".words.safetensors"):
            (models_folder() / f"mine{end}").write_bytes(b"1234")
        (mine,) = [info for info in list_models() if info.origin == "own"]
        assert (mine.name, mine.size_bytes) == ("mine", 8)
        assert {file.file for file in verify("mine").files} == {"mine.safetensors", "mine.words.safetensors"}

    def test_a_published_model_that_is_not_there_says_how_to_get_it(self) -> None:
        with pytest.raises(ModelError) as caught:
            find_model("audiosep-base")
        assert "audiosep models pull audiosep-base" in caught.value.hint
