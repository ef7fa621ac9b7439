"""Reading, separating and writing at once: what overlaps, what is asked before, what happens when one of them fails."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import soundfile

from audiosep_core.audio.direct import FileSound
from audiosep_core.audio.read import AudioReader, SourceInfo, read_audio
from audiosep_core.audio.write import AudioWriter
from audiosep_core.cancel import CancelToken
from audiosep_core.engine import files as files_module
from audiosep_core.engine.files import FileOptions, separate_file
from audiosep_core.errors import AudioReadError, AudioWriteError, Cancelled
from audiosep_core.types import AudioArray, Progress, SeparationOptions

from .identity import IdentitySeparator, stems

RATE = 8_000
FRAMES = 40 * RATE
NOISE = np.random.default_rng(0).uniform(-0.5, 0.5, (FRAMES, 1)).astype(np.float32)


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "yard.wav"
    soundfile.write(path, NOISE, RATE, subtype="FLOAT")
    return path


class Slow:
    """A decoder that delivers the second half when it is told to."""

    def __init__(self, path: Path) -> None:
        self.info = SourceInfo(path, RATE, 1, FRAMES, "FLAC", "PCM_24", exact=True)
        self.cut_short = False
        self.error: AudioReadError | None = None
        self.go_on = threading.Event()

    def pieces(self) -> Iterator[AudioArray]:
        yield NOISE[: FRAMES // 2]
        self.go_on.wait()
        if self.error is not None:
            raise self.error
        yield NOISE[FRAMES // 2 :]

    def close(self) -> None:
        pass


@pytest.fixture
def slow(recording: Path, monkeypatch: pytest.MonkeyPatch) -> Slow:
    decoder = Slow(recording)
    monkeypatch.setattr(FileSound, "try_open", lambda _: None)
    monkeypatch.setattr(files_module, "open_audio", lambda _: AudioReader(decoder, cut_short=False))
    return decoder


def test_separating_begins_before_all_is_decoded(slow: Slow, recording: Path, tmp_path: Path) -> None:
    # Were all of it decoded first, nobody would ever let the decoder go on.
    separator = IdentitySeparator(on_chunk=lambda start: slow.go_on.set() if start >= 10 * RATE else None)
    written = separate_file(recording, ["dog"], tmp_path / "out", separator)
    np.testing.assert_array_equal(read_audio(written.stems[0][1]).samples, stems(NOISE, 1)[0])
    assert not written.truncated


def test_what_stops_the_decoder_stops_the_work(
    slow: Slow, recording: Path, tmp_path: Path, left_in_cache: Callable[[], list[Path]]
) -> None:  # fmt: skip
    slow.error = AudioReadError("file-damaged", "The disk failed.")
    slow.go_on.set()
    with pytest.raises(AudioReadError, match="The disk failed"):
        separate_file(recording, ["dog"], tmp_path / "out", IdentitySeparator())
    assert list((tmp_path / "out").iterdir()) == []
    assert left_in_cache() == []


def test_a_cancel_while_it_waits_for_the_decoder_is_heard(slow: Slow, recording: Path, tmp_path: Path) -> None:
    token = CancelToken()

    def cancel_where_the_decoder_stands(start: int) -> None:
        if start + 10 * RATE >= FRAMES // 2:
            token.set()
            slow.go_on.set()

    with pytest.raises(Cancelled):
        separate_file(
            recording,
            ["dog"],
            tmp_path / "out",
            IdentitySeparator(on_chunk=cancel_where_the_decoder_stands),
            cancel=token,
        )
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("suffix", ["flac", "wav"])
def test_of_a_recording_that_is_cut_short_all_that_is_there_is_separated(tmp_path: Path, suffix: str) -> None:
    whole, path = tmp_path / f"whole.{suffix}", tmp_path / f"cut.{suffix}"
    soundfile.write(whole, NOISE, RATE, subtype="PCM_16")
    path.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * 0.6)])
    written = separate_file(path, ["dog"], tmp_path / "out", IdentitySeparator(), FileOptions(rest=True))
    assert written.truncated
    source = read_audio(path).samples
    assert FRAMES // 2 < len(source) < FRAMES
    np.testing.assert_array_equal(read_audio(written.stems[0][1]).samples, stems(source, 1)[0])
    assert written.audio_s == pytest.approx(len(source) / RATE)
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_the_next_chunk_is_separated_while_the_last_is_written(
    recording: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    separated = threading.Event()
    write = AudioWriter.write

    def wait_for_the_third_chunk(self: AudioWriter, block: AudioArray) -> None:
        separated.wait()
        write(self, block)

    monkeypatch.setattr(AudioWriter, "write", wait_for_the_third_chunk)
    separator = IdentitySeparator(on_chunk=lambda start: separated.set() if start >= 20 * RATE else None)
    written = separate_file(recording, ["dog"], tmp_path / "out", separator)
    np.testing.assert_array_equal(read_audio(written.stems[0][1]).samples, stems(NOISE, 1)[0])


def test_a_disk_that_fills_up_stops_the_work(
    recording: Path, tmp_path: Path, left_in_cache: Callable[[], list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: AudioWriter, block: AudioArray) -> None:
        raise AudioWriteError("disk-full", "The disk is full.")

    monkeypatch.setattr(AudioWriter, "write", refuse)
    with pytest.raises(AudioWriteError, match="The disk is full"):
        separate_file(recording, ["dog"], tmp_path / "out", IdentitySeparator(chunk_s=0.5))
    assert list((tmp_path / "out").iterdir()) == []
    assert left_in_cache() == []


def test_blocks_out_of_order_are_never_written(recording: Path, tmp_path: Path) -> None:
    class Backwards(IdentitySeparator):
        def run(self, source, span, conditions, on_block, *_, **__):  # type: ignore[no-untyped-def, override]
            half = span.end // 2
            on_block(half, stems(source.read(half, span.end), 1))
            on_block(0, stems(source.read(0, half), 1))

    with pytest.raises(ValueError, match="frame 0 came"):
        separate_file(recording, ["dog"], tmp_path / "out", Backwards())
    assert list((tmp_path / "out").iterdir()) == []


# Bytes of two stems and the rest of 40 s of mono at 8 kHz.
@pytest.mark.parametrize(
    ("options", "suffix", "needed"),
    [
        (FileOptions(rest=True), "wav", 3 * 4 * FRAMES),
        (FileOptions(rest=True, subtype="PCM_16"), "wav", 3 * 2 * FRAMES),
        (FileOptions(rest=True, end_s=10.0), "wav", 3 * FRAMES),
        (FileOptions(rest=True, keep_partial=True), "wav", 5 * 4 * FRAMES),
        (FileOptions(rest=True), "ogg", 4 * 4 * FRAMES),
    ],
)
def test_room_on_the_disk_is_asked_for_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: FileOptions, suffix: str, needed: int
) -> None:
    path = tmp_path / f"yard.{suffix}"
    soundfile.write(path, NOISE, RATE, **({"subtype": "FLOAT"} if suffix == "wav" else {}))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=needed - 1))
    separator = IdentitySeparator()
    with pytest.raises(AudioWriteError) as caught:
        separate_file(path, ["dog", "rain"], tmp_path / "out", separator, options)
    assert caught.value.code == "disk-full"
    assert separator.calls == []
    assert not (tmp_path / "out").exists()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=needed))
    assert len(separate_file(path, ["dog", "rain"], tmp_path / "out", separator, options).stems) == 2


def test_options_of_the_separation_reach_the_separator(recording: Path, tmp_path: Path) -> None:
    separator = IdentitySeparator()
    asked = SeparationOptions(strength=0.5, against=("music",))
    separate_file(recording, ["dog"], tmp_path / "out", separator, FileOptions(separation=asked))
    separate_file(recording, ["dog"], tmp_path / "out", separator)
    assert separator.calls == [(asked, ()), (SeparationOptions(), ())]


def test_progress_is_told(recording: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    separate_file(recording, ["dog"], tmp_path / "out", IdentitySeparator(), on_progress=told.append)
    assert told == [Progress(done, 4) for done in range(1, 5)]
