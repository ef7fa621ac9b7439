"""A recording that a thread decodes into a cache, and that can be read meanwhile: who wants a frame waits for it."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.read import AudioReader, SourceInfo
from audiosep_core.cancel import CancelToken
from audiosep_core.types import AudioArray

# How often who waits looks whether it was asked to stop.
_LOOK_S = 0.05


class LengthDiffersError(Exception):
    """A recording turned out shorter or longer than its header says: what was planned by its length must begin again,
    after `DecodedSound.wait`."""


class DecodedSound:
    """A recording as a `Sound`, decoded once, from its beginning, while it is read. Safe to read from several threads.

    Attributes:
        frames: Its length: what the header says, and once `wait` is over what there is.
        exact: Whether the length is known already.
        truncated: Whether the file ended early or was damaged in places; settled after `wait`.
    """

    def __init__(self, reader: AudioReader, cache_path: Path, cancel: CancelToken | None = None) -> None:
        """Begin to decode.

        Args:
            reader: A recording of which nothing was read yet; closed by `close`.
            cache_path: Header of a cache to make, `NAME.json`; the caller removes it.
            cancel: Stops decoding and waiting, which raise `Cancelled` then.

        Raises:
            AudioWriteError: The cache cannot be written.
        """
        info = reader.info
        self._reader = reader
        self._cancel = cancel or CancelToken()
        self._cache = SoundCache.create(cache_path, info.rate_hz, info.channels, info.frames or 0)
        self._news = threading.Condition()
        self._ready = 0
        self._over = self._stopped = False
        self._error: BaseException | None = None
        self.rate_hz, self.channels = info.rate_hz, info.channels
        self.frames = info.frames or 0
        self.exact = info.exact
        self.truncated = reader.truncated
        self._thread = threading.Thread(target=self._decode, args=(info,), name="decoder", daemon=True)
        self._thread.start()

    def __enter__(self) -> DecodedSound:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    @property
    def pending_bytes(self) -> int:
        """Of the cache, about as many as will still be written."""
        return 4 * self.channels * max(0, self.frames - self._ready)

    def read(self, start: int, end: int) -> AudioArray:
        """Frames [start, end), (frames, channels) float32, as soon as they are decoded; outside there is silence.

        Raises:
            AudioReadError, AudioWriteError: What stopped the decoding before these frames.
            LengthDiffersError: These frames are not there, though the header says so.
            Cancelled: The token was set.
        """
        wanted = min(end, self.frames)
        with self._news:
            while self._ready < wanted and not self._over:
                self._cancel.raise_if_set()
                self._news.wait(_LOOK_S)
            if self._ready < wanted:
                raise self._error or LengthDiffersError
        return self._cache.read(start, end)

    def wait(self) -> None:
        """Wait for the end of the recording; afterwards `frames` is its length and nothing waits any more.

        Raises:
            AudioReadError, AudioWriteError, Cancelled: What stopped the decoding.
        """
        with self._news:
            while not self._over:
                self._cancel.raise_if_set()
                self._news.wait(_LOOK_S)
        if self._error is not None:
            raise self._error
        self.frames, self.exact = self._ready, True

    def settle(self) -> None:
        """`wait` if everything that the header promises is there, and only a word on the end is missing."""
        if self._ready >= self.frames:
            self.wait()

    def close(self) -> None:
        """Stop decoding and let go of recording and cache."""
        self._stopped = True
        self._thread.join()
        self._reader.close()
        self._cache.close()

    def _decode(self, info: SourceInfo) -> None:
        try:
            position = 0
            for block in self._reader.blocks():
                if self._stopped:
                    return
                self._cancel.raise_if_set()
                if position + len(block) > self._cache.frames:
                    self._cache.resize(max(position + len(block), 2 * self._cache.frames))
                self._cache.write(position, block)
                position += len(block)
                with self._news:
                    self._ready = position
                    self._news.notify_all()
            if position != self._cache.frames:
                self._cache.resize(position)
            self._cache.mark_final(0, position)
            self.truncated = self._reader.truncated
        except BaseException as error:  # noqa: BLE001 - whoever reads is told
            self._error = error
        finally:
            with self._news:
                self._over = True
                self._news.notify_all()
