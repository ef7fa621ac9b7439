"""Disks that are full and folders that may not be written: a sentence, nothing half, and elsewhere it works.

The disks are small ones in memory, which only the system's administrator may mount; without that the tests skip.
"""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.export import How, StemItem, export
from audiosep_core.audio.ingest import decode
from audiosep_core.audio.project_folder import read_records, save_project
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError
from audiosep_core.library.hub import Hub
from audiosep_core.library.own import import_file
from audiosep_core.library.pull import pull
from desktop.document.journal import Journal
from desktop.services.prompt_store import PromptStore
from desktop.services.settings import SettingsStore
from tests.library.loopback_hub import HubFile, loopback_hub
from tests.library.stand_in import CONTENT, ENTRY, ONE_SOURCE, PLACE, VOCAB, VOCAB_PLACE, copy_importer

FRAMES = 400_000
"""3.2 MB as floats in stereo, more than the disk has."""

pytestmark = [pytest.mark.reliability, pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is Linux's")]


class Disk:
    """A disk of a megabyte."""

    def __init__(self, place: Path) -> None:
        self.place = place
        place.mkdir()
        made = self._mount("-t", "tmpfs", "-o", "size=1m", "tmpfs")
        if made.returncode:
            pytest.skip(f"no disk can be mounted: {made.stderr.strip()}")

    def _mount(self, *how: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["mount", *how, str(self.place)], capture_output=True, text=True)

    def protect(self) -> None:
        assert self._mount("-o", "remount,ro").returncode == 0

    def fill(self) -> None:
        """Leave nothing free."""
        with (self.place / "filler").open("wb", buffering=0) as file, pytest.raises(OSError, match="space"):
            file.writelines(itertools.repeat(bytes(4096)))

    def files(self) -> list[str]:
        return sorted(str(path.relative_to(self.place)) for path in self.place.rglob("*") if path.is_file())

    def unmount(self) -> None:
        subprocess.run(["umount", "--lazy", str(self.place)], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    small = Disk(tmp_path / "disk")
    yield small
    small.unmount()


class Work:
    """What writes, each into a folder of one's choice."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.recording = folder / "yard.wav"
        noise = np.random.default_rng(0).uniform(-0.5, 0.5, (FRAMES, 2)).astype(np.float32)
        soundfile.write(self.recording, noise, 44_100, subtype="FLOAT")
        self.stem = folder / "stem.json"
        with SoundCache.create(self.stem, 44_100, 2, FRAMES) as cache:
            cache.write(0, noise)
            cache.mark_final(0, FRAMES)
        self.checkpoint = folder / "mine.ckpt"
        self.checkpoint.write_bytes(CONTENT + CONTENT)

    def export(self, folder: Path) -> None:
        item = StemItem(self.stem, "a dog", 0, FRAMES)
        export(folder, [item], How(), on_progress=lambda *_: None, cancel=CancelToken())

    def project(self, folder: Path) -> None:
        stem = {"id": "a" * 32, "cache": str(self.stem), "drawn": False}
        record = {"id": "1" * 32, "source": {"path": str(self.recording)}, "stems": [stem]}
        save_project(folder / "yard.asproj", record)
        assert len(read_records(folder / "yard.asproj")) == 1

    def cache(self, folder: Path) -> None:
        ignored: Callable[..., None] = lambda *_: None  # noqa: E731
        decode(self.recording, folder / "s.json", on_opened=ignored, on_decoded=ignored, cancel=CancelToken())

    def imported(self, folder: Path) -> None:
        self._home(folder)
        import_file(self.checkpoint, copy_importer, entries=[ENTRY], free=lambda _: 1 << 40)

    def download(self, folder: Path) -> None:
        self._home(folder)
        with loopback_hub() as server:
            server.add(PLACE, HubFile(CONTENT))
            server.add(VOCAB_PLACE, HubFile(VOCAB, large=False))
            hub = Hub(server.address, tries=1, wait_s=0.0, timeout_s=20.0)
            enough: Callable[[Path], int] = lambda _: 1 << 40  # noqa: E731 - so that it is the disk that refuses
            pull("stand-in", copy_importer, hub=hub, entries=[ONE_SOURCE], consent=lambda _: True, free=enough)

    def _home(self, folder: Path) -> None:
        self._monkeypatch.setenv("AUDIOSEP_HOME", str(folder / "home"))


WRITERS = ("export", "project", "cache", "imported", "download")
PASSING = (".lock", "licences.json", "vocab.json", "filler")
"""What may lie about besides what a download goes on from."""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    folder = tmp_path / "work"
    folder.mkdir()
    return Work(folder, monkeypatch)


@pytest.mark.parametrize("state", ["small", "full", "read-only"])
@pytest.mark.parametrize("what", WRITERS)
def test_a_disk_that_refuses_is_said_and_has_nothing_half(
    disk: Disk, work: Work, tmp_path: Path, what: str, state: str
) -> None:
    if state == "full":
        disk.fill()
    elif state == "read-only":
        disk.protect()
    with pytest.raises(AudioSepError) as caught:
        getattr(work, what)(disk.place)
    expected = ("no-permission", "folder-read-only") if state == "read-only" else ("disk-full",)
    assert caught.value.code in expected
    assert caught.value.message.endswith(".")
    assert caught.value.hint
    assert [name for name in disk.files() if not name.endswith(PASSING) and "/downloads/" not in name] == []
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    getattr(work, what)(elsewhere)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("state", ["full", "read-only"])
def test_what_is_remembered_stays_as_it_was(disk: Disk, state: str) -> None:
    settings, words = disk.place / "settings.json", disk.place / "prompts.json"
    SettingsStore(settings).update(theme="dark")
    PromptStore(words).set_favourite("a dog", True)
    journal = Journal(disk.place / "session.json")
    journal.put({"a": 1}, disk.place, None)
    journal.flush()
    disk.fill()
    if state == "read-only":
        disk.protect()
    before = {name: (disk.place / name).read_bytes() for name in disk.files()}
    failures: list[str] = []
    journal.failed.connect(failures.append)
    SettingsStore(settings).update(theme="light", prompts=["x" * 5000])
    PromptStore(words).set_favourite("rain" * 5000, True)
    journal.put({"a": "x" * 5000}, disk.place, None)
    journal.close()
    assert {name: (disk.place / name).read_bytes() for name in disk.files()} == before
    assert SettingsStore(settings).settings.theme == "dark"
    assert PromptStore(words).favourites == ("a dog",)
