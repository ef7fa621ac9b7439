"""Files listened to: in one pass from their beginning where the ears can, else through a scratch copy on the disk."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.decoded import DecodedSound
from audiosep_core.audio.direct import FileSound
from audiosep_core.audio.read import open_audio
from audiosep_core.audio.sound import Sound
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.hearing import Ears, Hearing, TowerHearing
from audiosep_core.engine.listener import Heard
from audiosep_core.engine.presence import ALONE, PresenceMeter
from audiosep_core.engine.separator import Separator
from audiosep_core.engine.span import Span
from audiosep_core.engine.stem_similarity import stem_presence
from audiosep_core.library.registry import DEFAULT_MODEL
from audiosep_core.library.scratch import scratch_folder
from audiosep_core.types import AudioArray, OnProgress, Presence, Progress, ignore_progress

_BLOCK_FRAMES = 1 << 17


@dataclass(frozen=True, eq=False)
class ListenedFile:
    """What was heard of a file; its length; whether it was cut off, and what could be read of it was listened to."""

    heard: Heard
    length_s: float
    truncated: bool


def listen_to_file(
    ears: Ears, path: Path, cancel: CancelToken | None = None, on_progress: OnProgress = ignore_progress
) -> ListenedFile:
    """Listen to a whole file; some seconds of it are held at a time.

    Raises:
        AudioReadError: it cannot be read.  Cancelled: the token was set.
    """
    if not isinstance(ears, Hearing):
        with opened(path, cancel) as sound:
            heard = ears.hear(sound, cancel=cancel, on_progress=on_progress)
            return ListenedFile(heard, sound.frames / sound.rate_hz, sound.truncated)
    with open_audio(path) as reader:
        info = reader.info
        listener = ears.listener(info.rate_hz, info.channels)
        done = 0
        for block in reader.blocks(_BLOCK_FRAMES):
            if cancel is not None:
                cancel.raise_if_set()
            listener.feed(block)
            done += len(block)
            on_progress(Progress(done, max(info.frames or 0, done)))
        return ListenedFile(listener.finish(), done / info.rate_hz, reader.truncated)


def separate_to_listen(
    separator: Separator,
    ears: Ears,
    source: Sound,
    prompts: Sequence[str],
    cancel: CancelToken | None = None,
    on_progress: OnProgress = ignore_progress,
) -> tuple[Presence, ...]:
    """Presence of each prompt in a whole source, from what a model separates and from its ears; nothing is kept.

    Raises:
        PromptError: a prompt is empty.  Cancelled: the token was set.
    """
    conditions = separator.conditions(prompts)
    span = Span(0, source.frames, 0)
    if isinstance(ears, TowerHearing):
        with scratch_folder("presence") as folder, ExitStack() as stack:
            stems = [
                stack.enter_context(
                    SoundCache.create(folder / f"{i}.json", source.rate_hz, source.channels, source.frames)
                )
                for i in range(len(prompts))
            ]

            def keep(first: int, block: AudioArray) -> None:
                for stem, samples in zip(stems, block, strict=True):
                    stem.write(first, samples)

            separator.run(source, span, conditions, keep, on_progress, cancel, options=ALONE)
            return stem_presence(ears, prompts, source, stems, cancel=cancel)
    heard = ears.logits(ears.hear(source, cancel=cancel), prompts)
    known = separator.name == DEFAULT_MODEL
    meter = PresenceMeter(len(prompts), source.rate_hz, 0, source.frames, heard, calibrated=known)

    def measure(first: int, block: AudioArray) -> None:
        meter.add(first, block, source.read(first, first + block.shape[1]))

    separator.run(source, span, conditions, measure, on_progress, cancel, options=ALONE)
    return meter.result()


@contextlib.contextmanager
def opened(path: Path, cancel: CancelToken | None = None) -> Iterator[FileSound | DecodedSound]:
    """A file that can be read at random: where it lies if that can be done, else as a copy on the disk meanwhile.

    Raises:
        AudioReadError: it cannot be read.  Cancelled: the token was set.
    """
    with scratch_folder("listen") as folder, ExitStack() as stack:
        if (direct := FileSound.try_open(path)) is not None:
            yield stack.enter_context(direct)
            return
        sound = stack.enter_context(DecodedSound(open_audio(path), folder / "source.json", cancel))
        sound.wait()
        yield sound
