"""Names that no program likes: of recordings, of stems, of projects; opened, separated, exported, in batches."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import numpy as np
import pytest
import soundfile
from typer.testing import CliRunner

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.export import How, StemItem, export
from audiosep_core.audio.project_folder import read_records, save_project
from audiosep_core.cancel import CancelToken
from audiosep_core.cli import app
from audiosep_core.errors import AudioWriteError
from tests.hostile.line_child import REPOSITORY

NAMES = {
    "Hebrew": "כלב נובח",
    "Japanese": "犬の鳴き声",
    "emoji": "🐕‍🦺🎙️",
    "NFD": unicodedata.normalize("NFD", "Zürich, Österreich"),
    "trailing dots": "dots...",
    "trailing space": "space ",
    "quotes": "\"a\" 'b' `c` “d”",
    "newline": "two\nlines",
    "control characters": "bell\a\x1b[31mred",
    "an option": "-p",
    "an option with two dashes": "--help",
    "protocol": "concat:a|b",
    "pattern": "take%03d",
    "markup": "[bold]x [red] <b>&amp; <i>",
    "variable": "$HOME $(touch x) %PATH%",
    "right to left override": "a\u202egnp",
    "a reserved word": "CON",
    "no UTF-8": os.fsdecode(b"caf\xe9"),
}
TOO_LONG = "x" * 300

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="most of these are no names there"),
]


def noise(path: Path) -> Path:
    sound = np.random.default_rng(0).uniform(-0.5, 0.5, (8000, 1)).astype(np.float32)
    with path.open("wb") as file:  # by what is open: libsndfile is not what is tested here
        soundfile.write(file, sound, 16_000, format="WAV", subtype="FLOAT")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A recording of each name."""
    inside = tmp_path / "in"
    inside.mkdir()
    for name in NAMES.values():
        noise(inside / f"{name}.wav")
    return inside


def test_a_batch_of_them_is_separated(folder: Path, tiny_model: Path, tmp_path: Path) -> None:
    words = NAMES["quotes"] + NAMES["newline"] + NAMES["Hebrew"]
    arguments = ["batch", str(folder), "-p", words, "--model", str(tiny_model), "-o", str(tmp_path / "out"), "--json"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    written = sorted((tmp_path / "out").glob("*.wav"))
    assert len(written) == len(NAMES)
    for path in written:
        assert "\n" not in path.name
        with path.open("rb") as file:
            assert soundfile.info(file).frames == 8000


@pytest.mark.parametrize("words", [*NAMES.values(), TOO_LONG], ids=[*NAMES, "300 characters"])
def test_words_become_a_name_that_every_system_takes(words: str, tmp_path: Path) -> None:
    cache = tmp_path / "s.json"
    with SoundCache.create(cache, 16_000, 1, 100) as sound:
        sound.mark_final(0, 100)
    out = tmp_path / "out"
    out.mkdir()
    items = [StemItem(cache, words), StemItem(cache, words)]
    paths = export(out, items, How(), on_progress=lambda *_: None, cancel=CancelToken()).paths
    assert sorted(paths) == sorted(out.iterdir())
    assert len(paths) == 2
    for path in paths:
        assert path.parent == out
        assert not any(unicodedata.category(letter) == "Cc" for letter in path.name)
        assert path.stem == path.stem.strip(" .")


@pytest.mark.parametrize("name", [*NAMES.values(), TOO_LONG], ids=[*NAMES, "300 characters"])
def test_a_project_of_such_a_name_is_kept_or_refused_with_a_sentence(name: str, tmp_path: Path) -> None:
    folder = tmp_path / f"{name}.asproj"
    record = {"id": "1" * 32, "source": {"path": str(tmp_path / f"{name}.wav")}, "stems": [], "name": name}
    if name == TOO_LONG:
        with pytest.raises(AudioWriteError) as caught:
            save_project(folder, record)
        assert caught.value.hint
        assert list(tmp_path.iterdir()) == []
        return
    save_project(folder, record)
    assert read_records(folder)[0]["source"]["path"] == record["source"]["path"]
    assert read_records(folder)[0]["name"] == name


@pytest.mark.parametrize(
    "name", ["-p", *(pytest.param(name, marks=pytest.mark.slow) for name in ("--help", "concat:a|b"))]
)
def test_the_command_line_takes_them_from_the_folder_that_it_is_in(name: str, tiny_model: Path, tmp_path: Path) -> None:
    noise(tmp_path / f"{name}.wav")
    command = [sys.executable, "-m", "audiosep_core", "separate", "-p", "-p", "--model", str(tiny_model)]
    result = subprocess.run(
        [*command, "--", f"{name}.wav"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        timeout=240,
    )
    assert result.returncode == 0, result.stderr
    assert len(list(tmp_path.glob("*.wav"))) == 2
