"""What this version of the program leaves on a disk, kept for every later one: `python -m tests.golden.write`.

Run once for a version that is released; a folder that is there is never changed. Everything is written by the program's
own code; the sound is made here, and the model's weights are random.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

import audiosep_core
from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.project_folder import save_project
from audiosep_core.batch.records import Record, Records
from audiosep_core.batch.stores import LocalStore
from desktop.document.state import Project, Recipe, Region, Selection, Source, StemTrack, Track
from desktop.document.storage import to_record
from desktop.services.prompt_store import PromptStore
from desktop.services.settings import Settings, SettingsStore

HERE = Path(__file__).resolve().parent
PLACE = "@golden@"
"""Stands for the folder in files that name places by their whole path."""
RATE, FRAMES = 8000, 8000
SESSION = "session-1-0000aaaa"
TONE, NOISE = "a" * 32, "b" * 32
PROJECT_ID = "0" * 31 + "1"

CHANGED = Settings(
    theme="dark", text_size=125, language="de", keys=(("play", ("P",)), ("loop", ())), welcomed=True, coached=True,
    volume_db=-6.5, match_levels=False, model="mine", export_format="flac", export_subtype="PCM_24",
    export_rate=48_000, export_channels="stereo", export_template="{name}", recent_files=("/home/x/yard.wav",),
    prompts=("a dog barking", "雨"), spectrogram_scale="log", spectrogram_fft=4096, lanes="waveform", follow="smooth",
)  # fmt: skip


def meaning(project: Project) -> dict[str, Any]:
    """A project apart from the places of its files, and what the engine counts, as JSON has it."""
    found = asdict(project)
    found["source"] = {key: found["source"][key] for key in ("rate_hz", "channels", "frames")}
    for stem in found["stems"]:
        del stem["cache"], stem["progress"]
    del found["export_folder"]
    plain: dict[str, Any] = json.loads(json.dumps(found, default=str))
    return plain


def sounds() -> dict[str, Any]:
    """The recording and its two stems."""
    time = np.arange(FRAMES) / RATE
    tone = (0.25 * np.sin(2 * np.pi * 440 * time)).astype(np.float32)[:, None]
    noise = np.random.default_rng(0).uniform(-0.25, 0.25, (FRAMES, 1)).astype(np.float32)
    return {"": tone + noise, TONE: tone, NOISE: noise[2000:6000]}


def project(recording: Path, caches: Path) -> Project:
    """One whole stem, one that was stopped, and something of everything, nothing as it is by default."""
    return Project(
        source=Source(recording, caches / "source.json", RATE, 1, FRAMES, True),
        source_track=Track(-1.5, True, False, -0.5),
        rest_track=Track(3.0, False, True, 0.5),
        stems=(
            StemTrack(
                TONE, "the “tone” & more", "a beep", caches / f"{TONE}.json", 0, FRAMES, "starter", gain_db=-6.0,
                muted=True, soloed=True, state="done", color="#3f9fd8", strength=-0.5, pan=0.25, amount=0.75,
                recipe=Recipe(("a beep", "rain"), ("music",), None), in_sum=False, match=0.5,
            ),
            StemTrack(
                NOISE, "rain", "rain", caches / f"{NOISE}.json", 2000, 6000, "mine", state="cancelled", parent=TONE,
                recipe=Recipe(("rain",), (), (44, 88)), band_hz=(200.0, 3000.0),
            ),
        ),
        selection=Selection(10, 20, (100.0, 200.0)),
        regions=(Region("r1", 5, 50, "first"), Region("r2", 60, 70, "", (50.0, 60.0))),
        loop=(7, 77),
        listening="source",
    )  # fmt: skip


def write_caches(folder: Path) -> None:
    """The sounds as a window has them; of the second stem a half is there."""
    folder.mkdir(parents=True)
    for name, sound in sounds().items():
        final = len(sound) // 2 if name == NOISE else len(sound)
        path = folder / f"{name or 'source'}.json"
        with SoundCache.create(path, RATE, 1, len(sound), {"prompts": [name]}, durable=True) as cache:
            cache.write(0, sound[:final])
            cache.mark_final(0, final)


def write_model(folder: Path) -> None:
    """A model of random weights, brought in as a person brings in one of their own."""
    import torch

    from audiosep_core.model.config import ModelConfig
    from audiosep_core.model.file import save_network
    from audiosep_core.model.resunet import ResUNet

    config = ModelConfig(
        hop=640, front_end="mel", bands=64, position_channel=True, stem_stride=2, widths=(4, 4, 8),
        pools=((2, 2), (2, 2)), condition_size=384, film_hidden=8, film_scale=True, outputs="mask", encoder="minilm",
    )  # fmt: skip
    torch.manual_seed(0)
    path = folder / "mine.safetensors"
    save_network(path, config, ResUNet(config).state_dict(), torch.float16, {})
    subprocess.run([sys.executable, "-m", "audiosep_core", "models", "import", str(path)], check=True)
    path.unlink()


def write_home(home: Path) -> None:
    """Settings, words, a model."""
    SettingsStore(home / "config" / "settings.json").update(
        **{key: value for key, value in asdict(CHANGED).items() if value != getattr(Settings(), key)}
    )
    words = PromptStore(home / "config" / "prompts.json")
    words.set_favourite("dog barking", True)
    words.set_favourite("雨", True)
    words.save_preset("yard", ("dog", "rain"), ("wind",))
    words.learn_speed("starter auto auto", 10.0, 5.0)


def write_batch(folder: Path) -> None:
    """Two records of a batch: one file done, one failed."""
    done = Record(
        "done", "a/yard.wav", "/in/a/yard.wav", "1" * 64, "2" * 64, ("dog", "rain"), "3" * 64,
        ("a/yard (dog).wav", "a/yard (rain).wav"), audio_s=1.0, wall_s=0.5, notices=("Slower.",), who="here:1",
        finished="2026-01-02T03:04:05.000006+00:00", stamp="7-8-9",
    )  # fmt: skip
    records = Records(LocalStore(folder))
    records.put(done)
    failed = {"status": "failed", "source": "b.wav", "outputs": (), "code": "damaged", "message": "It is damaged."}
    records.put(replace(done, **failed))


def write(folder: Path) -> None:
    """Everything, into a folder that is not there yet."""
    from PySide6.QtCore import QCoreApplication

    from desktop.document.journal import Journal

    _application = QCoreApplication([])
    folder.mkdir()
    os.environ["AUDIOSEP_HOME"] = str(folder / "home")
    recording, session = folder / "yard.wav", folder / "cache" / SESSION
    soundfile.write(recording, sounds()[""], RATE, subtype="FLOAT")
    write_home(folder / "home")
    write_model(folder)
    write_batch(folder / "batch")
    caches = session / "recording-1"
    write_caches(caches)
    state = project(recording, caches)
    record = to_record(state, PROJECT_ID)
    journal = Journal(folder / "home" / "data" / "recovery" / f"{SESSION}.json")
    journal.put(record, session, None)
    journal.close()
    for _ in range(2):  # the second time leaves a backup
        save_project(folder / "yard.asproj", {**record, "stems": [{**one, "drawn": False} for one in record["stems"]]})
    expected = {"settings": asdict(CHANGED), "project": meaning(state)}
    (folder / "expected.json").write_text(json.dumps(expected, indent=1), encoding="ascii")
    for left in (folder / "home" / "cache", folder / "home" / "log", folder / "home" / "data" / "models" / "downloads"):
        shutil.rmtree(left, ignore_errors=True)
    for path in folder.rglob("*.json"):
        path.write_text(path.read_text("utf-8").replace(str(folder), PLACE), encoding="utf-8")


def main() -> None:
    kept = HERE / audiosep_core.__version__
    if kept.exists():
        raise SystemExit(f"{kept.name} is there, and what is there is never changed")
    with tempfile.TemporaryDirectory() as place:
        write(Path(place) / "golden")
        shutil.copytree(Path(place) / "golden", kept)
    print(f"{kept.name}: {sum(path.stat().st_size for path in kept.rglob('*') if path.is_file())} bytes")


if __name__ == "__main__":
    main()
