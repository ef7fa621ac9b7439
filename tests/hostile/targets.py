"""What reads files from elsewhere, each as a function of bytes: it understands them, or refuses them with an error.

Anything else that is raised is a find. Run by `fuzz.py`, for as long as somebody likes, and shortly by its test.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.ingest import analyse, peaks_path, spectrum_path
from audiosep_core.audio.peaks import PeakPyramid
from audiosep_core.audio.project_folder import RECORD, read_records
from audiosep_core.audio.project_restore import restore_stems
from audiosep_core.audio.project_source import locate
from audiosep_core.audio.spectrum import SpectrumPyramid
from audiosep_core.audio.wav_layout import read_float_wav
from audiosep_core.audio.write import AudioWriter
from audiosep_core.batch.records import record_from
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError
from audiosep_core.library.catalogue import read_entries
from audiosep_core.library.records import InstalledFile, Record, read_record, write_record
from audiosep_core.library.resources import resource
from audiosep_core.model.file import load_network, read_metadata
from desktop.actions.recovery import find_leftovers, stored_of
from desktop.document.journal import FORMAT as JOURNAL
from desktop.document.journal import read_journal
from desktop.document.state import Project, Source, StemTrack
from desktop.document.storage import from_record, to_record
from desktop.services.prompt_store import PromptStore
from desktop.services.settings import Settings, SettingsStore
from tests.hostile.reading_child import read_every_way

Target = Callable[[bytes, Path], None]

_STEM = "a" * 32
_SESSION = "session-1-00000000"


def recording(data: bytes, folder: Path) -> None:
    """A sound or video file, by every reader."""
    path = folder / "in.wav"
    path.write_bytes(data)
    with contextlib.suppress(AudioSepError):
        read_float_wav(path)
    read_every_way(path, folder)


def cache(data: bytes, folder: Path) -> None:
    """The header of a sound in the cache, over samples that are there."""
    path = folder / "sound.json"
    path.write_bytes(data)
    path.with_suffix(".f32").write_bytes(bytes(4000))
    with SoundCache.open(path) as sound:
        sound.read(0, 10)


def pictures(data: bytes, folder: Path) -> None:
    """Peaks or a spectrum, as a project brings them along."""
    path = folder / "a.pictures"
    path.write_bytes(data)
    with contextlib.suppress(AudioSepError):
        PeakPyramid.open(path).view(0, 1000, 10)
    with contextlib.suppress(AudioSepError):
        SpectrumPyramid.open(path).view(0, 1000, 10)


def project(data: bytes, folder: Path) -> None:
    """The record of a project: read, checked, its recording looked for, its stems restored."""
    (folder / "stems").mkdir(exist_ok=True)
    (folder / RECORD).write_bytes(data)
    for record in read_records(folder):
        stored = from_record(record, lambda stem_id: folder / f"cache-{stem_id}.json")
        locate(folder, stored.source)
        stems = [{"id": stem.id, "sound": stored.sounds[stem.id], "cache": stem.cache} for stem in stored.project.stems]
        restore_stems(folder, stems, CancelToken())
        from_record(json.loads(json.dumps(to_record(stored.project, stored.id))))


def journal(data: bytes, folder: Path) -> None:
    """What a crash left."""
    session = folder / _SESSION
    session.mkdir(exist_ok=True)
    path = folder / "session.json"
    # Its folder is told by a name that every test has at another place.
    path.write_bytes(data.replace(b"/SESSION", str(session).encode()))
    entry = read_journal(path)
    find_leftovers(folder)
    if entry is not None:
        with contextlib.suppress(AudioSepError, OSError, ValueError, KeyError, TypeError, AttributeError):
            stored_of(entry)  # whatever it raises of these is told; see RecoveryController.recover


def settings(data: bytes, folder: Path) -> None:
    """Settings, favourite words, and what is remembered of models and batches."""
    (folder / "settings.json").write_bytes(data)
    SettingsStore(folder / "settings.json")
    PromptStore(folder / "settings.json")
    read_record(folder, "settings")
    record_from(data)


def registry(data: bytes, folder: Path) -> None:
    """A person's own list of models."""
    (folder / "registry.toml").write_bytes(data)
    read_entries(folder / "registry.toml")


def model(data: bytes, folder: Path) -> None:
    """A model file of this program."""
    path = folder / "model.safetensors"
    path.write_bytes(data)
    read_metadata(path)
    load_network(path)


TARGETS: dict[str, Target] = {
    one.__name__: one for one in (recording, cache, pictures, project, journal, settings, registry, model)
}


def run(name: str, data: bytes, folder: Path) -> str:
    """Give bytes to a target in an empty folder; "" where they were understood, else the code of the error."""
    refusal = None
    try:
        TARGETS[name](data, folder)
    except AudioSepError as error:
        refusal = error
    assert refusal is None or refusal.message.endswith("."), refusal
    return refusal.code if refusal else ""


def examples(name: str, folder: Path, tiny_model: Path | None = None) -> list[bytes]:
    """What a target understands, made in an empty folder: where fuzzing begins."""
    return [path.read_bytes() for path in _MAKERS[name](folder, tiny_model)]


def _recordings(folder: Path, _model: Path | None) -> list[Path]:
    sound = np.random.default_rng(0).normal(0, 0.1, (600, 2)).astype(np.float32)
    made = []
    kinds = [("wav", "FLOAT"), ("wav", "PCM_16"), ("flac", "PCM_16"), ("mp3", "V0"), ("ogg", "VORBIS"), ("m4a", "AAC")]
    for container, subtype in kinds:
        path = folder / f"{container}-{subtype}"
        with AudioWriter(path, 44_100, 2, container=container, subtype=subtype) as writer:  # type: ignore[arg-type]
            writer.write(sound)
        made.append(path)
    return made


def _caches(folder: Path, _model: Path | None) -> list[Path]:
    path = folder / "sound.json"
    with SoundCache.create(path, 44_100, 2, 500, {"prompts": ["dog"]}) as sound:
        sound.mark_final(0, 300)
    return [path]


def _pictures(folder: Path, _model: Path | None) -> list[Path]:
    path = folder / "sound.json"
    SoundCache.create(path, 44_100, 2, 2000).close()
    analyse(path, CancelToken())
    return [peaks_path(path), spectrum_path(path)]


def _record() -> dict[str, object]:
    source = Source(Path("/x/yard.wav"), Path("/SESSION/source.json"), 44_100, 2, 1000, True)
    stem = StemTrack(_STEM, "dog", "dog barking", Path("/SESSION/dog.json"), 0, 1000, "starter")
    record = to_record(Project(source=source, stems=(stem,)), "1" * 32)
    sound = {"file": f"{_STEM}.wav", "rate_hz": 44_100, "channels": 2, "frames": 1000, "final": [[0, 1000]]}
    record["stems"][0]["sound"] = sound
    return record


def _projects(folder: Path, _model: Path | None) -> list[Path]:
    return [_json(folder / "record.json", _record())]


def _journals(folder: Path, _model: Path | None) -> list[Path]:
    message = {"format": JOURNAL, "session": "/SESSION", "folder": "", "written": "2026-01-01T10:00:00+00:00"}
    return [_json(folder / "journal.json", {**message, "record": _record()})]


def _settings(folder: Path, _model: Path | None) -> list[Path]:
    words = {"favourites": ["dog"], "presets": [{"name": "a", "prompts": ["dog"]}], "speeds": {"starter": 0.5}}
    write_record(folder, Record("model", "elsewhere", "0" * 64, (InstalledFile("a", 1, "0" * 64),)))
    return [
        _json(folder / "settings.json", {"schema_version": 1, **asdict(Settings())}),
        _json(folder / "prompts.json", words),
        folder / "model.json",
    ]


def _registries(_folder: Path, _model: Path | None) -> list[Path]:
    return [resource("models", "registry.toml")]


def _models(_folder: Path, tiny_model: Path | None) -> list[Path]:
    assert tiny_model is not None
    return [tiny_model]


def _json(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content))
    return path


_MAKERS: dict[str, Callable[[Path, Path | None], list[Path]]] = {
    "recording": _recordings,
    "cache": _caches,
    "pictures": _pictures,
    "project": _projects,
    "journal": _journals,
    "settings": _settings,
    "registry": _registries,
    "model": _models,
}
