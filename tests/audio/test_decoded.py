"""A recording that is read while it is decoded: what is asked for comes, or the reason why it does not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audiosep_core.audio.decoded import DecodedSound, LengthDiffersError
from audiosep_core.audio.read import AudioReader, SourceInfo, open_audio, read_audio
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioReadError, Cancelled
from audiosep_core.types import AudioArray

from .conftest import cut_file, make_sound

FRAMES = 200_000
PIECE = 20_000


class Tap:
    """A decoder that gives a piece each time it is opened."""

    def __init__(self, path: Path, frames: int | None = FRAMES, ends: int = FRAMES) -> None:
        self.info = SourceInfo(path, 44_100, 2, frames, "WAV", "FLOAT", exact=frames is not None)
        self.sound = make_sound(ends, 2)
        self.cut_short = ends < (frames or 0)
        self.broken = False
        self._permits = threading.Semaphore(0)

    def give(self, pieces: int) -> None:
        for _ in range(pieces):
            self._permits.release()

    def pieces(self) -> Iterator[AudioArray]:
        for start in range(0, len(self.sound), PIECE):
            self._permits.acquire()
            if self.broken:
                raise AudioReadError("file-damaged", "The disk failed.")
            yield self.sound[start : start + PIECE]
        self._permits.acquire()

    def close(self) -> None:
        pass


def decode(tap: Tap, folder: Path, cancel: CancelToken | None = None) -> DecodedSound:
    return DecodedSound(AudioReader(tap, cut_short=False), folder / "a.json", cancel)


def test_what_is_decoded_can_be_read_before_the_rest(tmp_path: Path) -> None:
    tap = Tap(tmp_path)
    tap.give(4)  # the reader makes blocks of 65536 frames of it
    with decode(tap, tmp_path) as sound:
        np.testing.assert_array_equal(sound.read(100, 60_000), tap.sound[100:60_000])
        assert sound.pending_bytes == (FRAMES - 65_536) * 8
        tap.give(20)
        np.testing.assert_array_equal(sound.read(150_000, FRAMES + 10)[:50_000], tap.sound[150_000:])
        sound.wait()
        assert (sound.frames, sound.truncated, sound.pending_bytes) == (FRAMES, False, 0)


def test_whoever_waits_is_woken(tmp_path: Path) -> None:
    tap, got = Tap(tmp_path), []
    with decode(tap, tmp_path) as sound:
        reader = threading.Thread(target=lambda: got.append(sound.read(0, FRAMES)))
        reader.start()
        tap.give(20)
        reader.join()
    np.testing.assert_array_equal(got[0], tap.sound)


def test_an_error_of_the_decoder_comes_where_its_frames_are_asked_for(tmp_path: Path) -> None:
    tap = Tap(tmp_path)
    tap.give(4)
    with decode(tap, tmp_path) as sound:
        sound.read(0, 65_536)
        tap.broken = True
        tap.give(1)
        with pytest.raises(AudioReadError, match="The disk failed"):
            sound.read(0, FRAMES)
        np.testing.assert_array_equal(sound.read(0, 65_536), tap.sound[:65_536])
        with pytest.raises(AudioReadError, match="The disk failed"):
            sound.wait()


def test_a_cancel_wakes_whoever_waits(tmp_path: Path) -> None:
    token = CancelToken()
    tap = Tap(tmp_path)
    with decode(tap, tmp_path, token) as sound:
        token.set()
        with pytest.raises(Cancelled):
            sound.read(0, 1)
        tap.give(20)


@pytest.mark.parametrize("ends", [100_000, 65_536, 1])
def test_a_recording_shorter_than_it_says_tells_so(tmp_path: Path, ends: int) -> None:
    tap = Tap(tmp_path, ends=ends)
    tap.give(20)
    with decode(tap, tmp_path) as sound:
        with pytest.raises(LengthDiffersError):
            sound.read(0, FRAMES)
        sound.wait()
        assert (sound.frames, sound.truncated) == (ends, True)
        np.testing.assert_array_equal(sound.read(0, ends), tap.sound)


def test_a_recording_of_unknown_length_is_read_after_its_end(tmp_path: Path) -> None:
    tap = Tap(tmp_path, frames=None)
    tap.give(20)
    with decode(tap, tmp_path) as sound:
        assert not sound.exact
        sound.wait()
        assert (sound.exact, sound.frames) == (True, FRAMES)
        np.testing.assert_array_equal(sound.read(0, FRAMES), tap.sound)


def test_leaving_early_does_not_wait_for_the_end(tmp_path: Path) -> None:
    tap = Tap(tmp_path, ends=10 * PIECE)
    tap.give(4)
    with decode(tap, tmp_path) as sound:
        sound.read(0, 10)
        tap.give(4)  # one more block, after which it sees that it was stopped
    assert not (sound._thread.is_alive())


@pytest.mark.parametrize("exact", [("FLAC", True), ("WAV", True), ("AIFF", True), ("OGG", False), ("MP3", False)])
def test_only_counted_lengths_are_exact(tmp_path: Path, exact: tuple[str, bool]) -> None:
    path = tmp_path / f"a.{exact[0].lower()}"
    soundfile.write(path, make_sound(50_000, 1), 44_100, format=exact[0])
    with open_audio(path) as reader:
        assert reader.info.exact == exact[1]


def test_a_flac_that_ends_early_is_not_longer_than_it_is(tmp_path: Path) -> None:
    whole = tmp_path / "whole.flac"
    soundfile.write(whole, make_sound(FRAMES, 2), 44_100)
    path = cut_file(whole, 0.6)
    with DecodedSound(open_audio(path), tmp_path / "a.json") as sound:
        assert sound.frames == FRAMES
        with pytest.raises(LengthDiffersError):
            sound.read(FRAMES - 1, FRAMES)
        sound.wait()
        assert sound.truncated
        np.testing.assert_array_equal(sound.read(0, sound.frames), read_audio(path).samples)
