"""From an empty home to stems of a model that came from a hub, through the command and through the window."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from audiosep_core.library.catalogue import Entry, HubFile, Source
from audiosep_core.library.paths import downloads_folder, models_folder
from audiosep_core.library.registry import list_models
from audiosep_core.library.resources import resource
from tests.e2e.hand import SEPARATION_MS, Hand
from tests.library.loopback_hub import HubFile as Served
from tests.library.loopback_hub import LoopbackHub, loopback_hub
from tests.library.own_registry import write_registry
from tests.library.stand_in import ENTRY

pytestmark = pytest.mark.timeout(900)


def on_hub(path: Path, server: LoopbackHub, repo: str) -> HubFile:
    """Serve a file, and what a registry says of it."""
    served = server.add(f"{repo}/resolve/main/{path.name}", Served(path))
    return HubFile(path.name, served.size, served.sha256, (Source(repo, "model", path.name, "main"),))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackHub]:
    with loopback_hub() as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.address)
        yield hub


@pytest.fixture
def small(server: LoopbackHub, tiny_model: Path) -> Entry:
    """A model of this program, quick to load."""
    entry = replace(
        ENTRY, name="small", title="Small", checkpoint=on_hub(tiny_model, server, "lab/small"), tokenizer=()
    )
    write_registry(entry)
    return entry


@pytest.fixture
def published(server: LoopbackHub, published_checkpoint: Path) -> Entry:
    """A checkpoint of the published layout and size, with its tokenizer."""
    words = [on_hub(path, server, "lab/words") for path in sorted(published_checkpoint.parent.glob("tokenizer/*"))]
    assert [file.file for file in words] == ["merges.txt", "vocab.json"]
    checkpoint = on_hub(published_checkpoint, server, "lab/published")
    entry = replace(
        ENTRY, name="published", title="Published", checkpoint=checkpoint, tokenizer=tuple(words),
        imported_size=900_000_000,
    )  # fmt: skip
    write_registry(entry)
    return entry


def audiosep(*arguments: object) -> list[dict[str, object]]:
    """Run the command as a person does; its JSON lines."""
    command = [sys.executable, "-m", "audiosep_core", *(str(a) for a in arguments), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, env={**os.environ})
    assert done.returncode == 0, done.stdout + done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def rehearse_command(entry: Entry, recording: Path, out: Path) -> None:
    """Get it, look at it, separate with it, check it, remove it."""
    assert audiosep("models", "pull", entry.name, "--accept-licence")[-1]["event"] == "done"
    (listed,) = [model for model in audiosep("models", "list") if model["name"] == entry.name]
    assert listed["installed"]
    done = audiosep("separate", recording, "-p", "a dog barking", "--rest", "--model", entry.name, "-o", out)[-1]
    source, rate = soundfile.read(recording, dtype="float32")
    parts = [soundfile.read(path, dtype="float32") for path in sorted(out.glob("*.wav"))]
    assert done["event"] == "done"
    assert [part_rate for _, part_rate in parts] == [rate, rate]
    assert np.abs(sum(part for part, _ in parts) - source).max() < 1e-6
    assert audiosep("models", "verify", entry.name)[-1]["compared"] is True
    audiosep("models", "remove", entry.name)
    assert not list(models_folder().glob("*.safetensors"))


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "yard.wav"
    sound = np.random.default_rng(0).uniform(-0.5, 0.5, (3 * 44_100, 2)).astype(np.float32)
    soundfile.write(path, sound, 44_100, subtype="FLOAT")
    return path


def test_the_command_from_an_empty_home(small: Entry, recording: Path, tmp_path: Path) -> None:
    rehearse_command(small, recording, tmp_path / "out")


@pytest.mark.slow
def test_the_command_with_a_checkpoint_of_the_published_layout(
    published: Entry, server: LoopbackHub, recording: Path, tmp_path: Path
) -> None:
    served = server.files["lab/published/resolve/main/weights.download"]
    served.cuts = [served.size // 2]
    rehearse_command(published, recording, tmp_path / "out")
    assert served.served == served.size  # the second half was not begun anew
    assert [path.name for path in downloads_folder().iterdir() if path.suffix != ".lock"] == []


def rehearse_window(hand: Hand, entry: Entry) -> None:
    """Find the dialog, accept, download, use it by default, separate an example with it, remove it."""
    window, name = hand.window, entry.name
    engine = window.workspace.inference.child_pid
    combo = hand.find("modelCombo")
    assert isinstance(combo, QComboBox)
    assert name not in [combo.itemData(i) for i in range(combo.count())]
    combo.setFocus()
    hand.qtbot.keyClick(combo, Qt.Key.Key_End)  # "Get more models…"
    dialog = hand.find("modelsDialog")
    assert dialog.isVisible()
    assert combo.currentData() == "starter"  # that was no choice

    hand.click(f"modelGetButton-{name}")
    question = hand.find(f"modelState-{name}")
    assert isinstance(question, QLabel)
    assert entry.licence in question.text()
    assert entry.caveat in question.text()
    hand.click(f"modelYesButton-{name}")
    hand.wait(lambda: not window.workspace.models.working, SEPARATION_MS)
    assert window.workspace.models.failure_of(name) is None
    assert hand.find(f"modelUseButton-{name}").isVisible()
    assert hand.find("noticeAction").isVisible()  # "Use it"

    hand.click(f"modelUseButton-{name}")
    assert window.workspace.settings.settings.model == name
    assert combo.currentData() == name
    hand.click("modelsCloseButton")

    source = resource("examples", "voice-in-the-rain.flac")
    window.open_paths([source])
    hand.wait_for_source(source)
    hand.drag_selection(1.0, 3.0)
    hand.ask("a person talking")
    document = window.workspace.document
    hand.wait(lambda: document.state.stems[0].state != "working", SEPARATION_MS)
    (stem,) = document.state.stems
    assert (stem.state, stem.model) == ("done", name)
    assert engine in (None, window.workspace.inference.child_pid), "the engine is not restarted"

    window.actions_by_id["models"].trigger()
    hand.click(f"modelRemoveButton-{name}")
    hand.click(f"modelYesButton-{name}")
    hand.wait(lambda: not window.workspace.models.working, 60_000)
    assert not any(model.name == name and model.installed for model in list_models())
    assert window.workspace.settings.settings.model == "starter"
    assert combo.currentData() == "starter"
    hand.click("modelsCloseButton")


def test_the_window_from_an_empty_home(small: Entry, hand: Hand) -> None:
    rehearse_window(hand, small)


@pytest.mark.slow
def test_the_window_with_a_checkpoint_of_the_published_layout(published: Entry, hand: Hand) -> None:
    rehearse_window(hand, published)


def test_a_file_of_ones_own_through_the_window(hand: Hand, tiny_model: Path, tmp_path: Path) -> None:
    own = tmp_path / "a gift.safetensors"
    shutil.copyfile(tiny_model, own)
    window = hand.window
    window.actions_by_id["models"].trigger()
    hand.click("modelsOwnFileButton")
    chooser = hand.find("modelFileDialog")
    chooser.fileSelected.emit(str(own))  # type: ignore[attr-defined]
    chooser.close()
    hand.wait(lambda: not window.workspace.models.working, SEPARATION_MS)
    hand.wait(hand.find("modelCard-a-gift").isVisible)
    assert (models_folder() / "a-gift.safetensors").read_bytes() == own.read_bytes()
    hand.click("modelsCloseButton")
