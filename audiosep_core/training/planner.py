"""What one training step mixes and asks for: numbers only, drawn from the step's number, cheap and repeatable.

`Renderer` turns a plan into sound, on whichever device the training runs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audiosep_core.errors import AudioSepError
from audiosep_core.training.clips import LEVEL_BLOCK_S, ClipBank
from audiosep_core.training.recipe import DataRecipe, MixingRecipe
from audiosep_core.training.vocabulary import Vocabulary

SLOTS = 4
QUERIES = 2
EMPTY = -1
EQ_POINTS = 6
# Speeds are this many thirty-seconds: few polyphase filters serve all of them.
SPEED_UNIT = 32
_SILENT_MEAN_SQUARE = 10 ** (-50 / 10)
_TRIES = 8


@dataclass(frozen=True)
class StepPlan:
    """One step. M mixtures of up to `SLOTS` sources, each asked for `QUERIES` things.

    Attributes:
        clip: (M, SLOTS) clip of the bank, or EMPTY.
        offset: (M, SLOTS) first frame taken; negative where a short clip begins later.
        repeat: (M, SLOTS) whether a clip shorter than the mixture is repeated.
        speed: (M, SLOTS) in 1/SPEED_UNIT; `resample` whether pitch follows it, `stretch` whether a phase vocoder
            changes the length: both give another pitch at the same speed, the second alone another speed.
        level_db: (M, SLOTS) against slot 0. gain_db: (M,) of the mixture.
        equaliser_db: (M, SLOTS, EQ_POINTS). low_pass_hz: (M, SLOTS), infinity for none.
        reverb_s: (M, SLOTS) time to decay by 60 dB, 0 for none. reverb_db: (M, SLOTS) level of the room's sound.
        owners: (M, QUERIES, SLOTS) which sources a query asks for; none: silence.
        prompts: (M, QUERIES, 2) two prompts. blend: (M, QUERIES) share of the first in the condition.
        seed: For the noise that the renderer needs.
    """

    clip: NDArray[np.int64]
    offset: NDArray[np.int64]
    repeat: NDArray[np.bool_]
    speed: NDArray[np.int64]
    resample: NDArray[np.bool_]
    stretch: NDArray[np.bool_]
    level_db: NDArray[np.float32]
    gain_db: NDArray[np.float32]
    equaliser_db: NDArray[np.float32]
    low_pass_hz: NDArray[np.float32]
    reverb_s: NDArray[np.float32]
    reverb_db: NDArray[np.float32]
    owners: NDArray[np.bool_]
    prompts: NDArray[np.int64]
    blend: NDArray[np.float32]
    seed: int


class Planner:
    """Draws a `StepPlan` for any step of any process: equal numbers, equal plan.

    Args:
        bank: The clips. data, mixing: The recipe's sections.
        vocabulary: Of the bank's clips.
        seed: Of the run. rank: Of this process among those that train together.
    """

    def __init__(
        self, bank: ClipBank, data: DataRecipe, mixing: MixingRecipe, vocabulary: Vocabulary, seed: int, rank: int = 0
    ) -> None:
        self.data, self.mixing, self.words = data, mixing, vocabulary
        self.seed, self.rank = seed, rank
        self.rate = bank.sample_rate_hz
        self.frames = round(data.segment_s * self.rate)
        self._bank = bank
        place = {label: i for i, label in enumerate(vocabulary.labels)}
        self.class_of = np.array([place[clip.label] for clip in bank.clips])
        recorded: list[list[int]] = [[] for _ in place]
        made: list[list[int]] = [[] for _ in place]
        for i, clip in enumerate(bank.clips):
            (made if clip.made else recorded)[self.class_of[i]].append(i)
        self._recorded, self._made = recorded, made
        if len(place) < 2:
            raise AudioSepError(
                "too-few-classes",
                f"The training clips are of {len(place)} class; mixtures need at least 2.",
                "Add clips of other sounds, for example made ones: audiosep make-sounds.",
            )
        counts = [min(len(r) + len(m), data.class_cap) for r, m in zip(recorded, made, strict=True)]
        weights = np.sqrt(np.array(counts, np.float64))
        self._weights = np.cumsum(weights / weights.sum())
        self._energies: dict[int, NDArray[np.float64]] = {}

    def plan(self, step: int) -> StepPlan:
        """The plan of a step."""
        rng = np.random.default_rng([self.seed, step, self.rank])
        mixing, count = self.mixing, self.mixing.mixtures
        shape = (count, SLOTS)
        clip = np.full(shape, EMPTY, np.int64)
        owners = np.zeros((count, QUERIES, SLOTS), np.bool_)
        prompts = np.zeros((count, QUERIES, 2), np.int64)
        for m in range(count):
            chosen = self._sources(rng)
            clip[m, : len(chosen)] = chosen
            for q, (owned, pair) in enumerate(self._queries(rng, chosen)):
                owners[m, q, : len(chosen)] = owned
                prompts[m, q] = pair
        speed, resample, stretch = self._speeds(rng, shape)
        offset = np.zeros(shape, np.int64)
        repeat = rng.random(shape) < mixing.repeat_probability
        for m, s in zip(*np.nonzero(clip != EMPTY), strict=True):
            need = -(-self.frames * int(speed[m, s]) // SPEED_UNIT)
            offset[m, s] = self._offset(rng, int(clip[m, s]), need, bool(repeat[m, s]))
        low, high = np.log(mixing.low_pass_hz)
        low_pass = np.where(
            rng.random(shape) < mixing.low_pass_probability, np.exp(rng.uniform(low, high, shape)), np.inf
        )
        wet = rng.random(shape) < mixing.reverb_probability
        level = rng.uniform(-mixing.level_db, mixing.level_db, shape)
        level[:, 0] = 0.0
        single = np.float32
        blended = rng.random((count, QUERIES)) < self.data.blend_probability
        return StepPlan(
            clip=clip,
            offset=offset,
            repeat=repeat,
            speed=speed,
            resample=resample,
            stretch=stretch,
            level_db=level.astype(single),
            gain_db=rng.uniform(-mixing.gain_db, mixing.gain_db, count).astype(single),
            equaliser_db=rng.uniform(-mixing.equaliser_db, mixing.equaliser_db, (*shape, EQ_POINTS)).astype(single),
            low_pass_hz=low_pass.astype(single),
            reverb_s=np.where(wet, rng.uniform(*mixing.reverb_s, shape), 0.0).astype(single),
            reverb_db=rng.uniform(-18.0, -3.0, shape).astype(single),
            owners=owners,
            prompts=prompts,
            blend=np.where(blended, rng.random((count, QUERIES)), 1.0).astype(single),
            seed=int(rng.integers(2**63)),
        )

    def _sources(self, rng: np.random.Generator) -> list[int]:
        """Clips of one mixture. No two classes overlap in meaning, so that it is clear which sound a prompt means."""
        mixing = self.mixing
        count = 1 + int(np.searchsorted(np.cumsum(mixing.source_probabilities), rng.random(), side="right"))
        count = min(count, SLOTS)
        first = self._draw_class(rng)
        clips = [self._draw_clip(rng, first)]
        classes = {first}
        if 1 < count < SLOTS and rng.random() < mixing.same_class_probability:
            again = self._draw_clip(rng, first)
            if again != clips[0]:
                # One source more, so that something else is still in the mixture.
                clips.append(again)
                count += 1
        similar = self.words.confusable[first]
        while len(clips) < count:
            near = bool(similar) and rng.random() < mixing.confusable_probability
            for _ in range(_TRIES):
                other = int(rng.choice(similar)) if near else self._draw_class(rng)
                near = False
                if not classes & self.words.overlapping[other]:
                    classes.add(other)
                    clips.append(self._draw_clip(rng, other))
                    break
            else:
                break  # two classes that mean the same are all there is
        return clips

    def _queries(self, rng: np.random.Generator, clips: list[int]) -> list[tuple[list[bool], tuple[int, int]]]:
        """What is asked: the first source's class, then the last one's, or something absent."""
        classes = [int(self.class_of[clip]) for clip in clips]
        asked = [self._words_for(rng, clips, 0)]
        other = next((i for i in reversed(range(len(clips))) if classes[i] != classes[0]), None)
        if other is None or rng.random() < self.mixing.negative_probability:
            asked.append(([False] * len(clips), self._absent(rng, classes)))
        else:
            asked.append(self._words_for(rng, clips, other))
        return asked

    def _words_for(self, rng: np.random.Generator, clips: list[int], slot: int) -> tuple[list[bool], tuple[int, int]]:
        data, words = self.data, self.words
        classes = [int(self.class_of[clip]) for clip in clips]
        here = classes[slot]
        owned = [c in words.overlapping[here] for c in classes]
        draw = rng.random()
        # With a second sound of the class in the mixture a caption does not tell which is meant.
        if (draw := draw - data.caption_probability) < 0 and sum(owned) == 1:
            caption = int(words.captions[clips[slot]])
            return owned, (caption, caption)
        if 0 <= draw < data.parent_probability and words.parents[here]:
            rank = min(int(rng.geometric(0.55)) - 1, len(words.parents[here]) - 1)
            parent = words.parents[here][rank]
            if not parent.doubtful & set(classes):
                one, two = rng.choice(parent.prompts, 2)
                return [c in parent.classes for c in classes], (int(one), int(two))
        return owned, self._phrases(rng, here)

    def _phrases(self, rng: np.random.Generator, here: int) -> tuple[int, int]:
        draw = rng.random()
        if draw < self.data.label_probability:
            return int(self.words.label_prompt[here]), int(self.words.label_prompt[here])
        templated = draw - self.data.label_probability < self.data.template_probability
        one, two = rng.choice((self.words.templates if templated else self.words.phrases)[here], 2)
        return int(one), int(two)

    def _absent(self, rng: np.random.Generator, classes: list[int]) -> tuple[int, int]:
        """A prompt for a class that nothing in the mixture can be taken for."""
        words = self.words
        for _ in range(_TRIES):
            other = self._draw_class(rng)
            if not words.overlapping[other] & set(classes):
                break
        if rng.random() < self.data.caption_probability:
            caption = int(words.captions[self._draw_clip(rng, other)])
            return caption, caption
        return self._phrases(rng, other)

    def _draw_class(self, rng: np.random.Generator) -> int:
        return min(int(np.searchsorted(self._weights, rng.random(), side="right")), len(self._weights) - 1)

    def _draw_clip(self, rng: np.random.Generator, here: int) -> int:
        recorded, made = self._recorded[here], self._made[here]
        pool = made if made and (not recorded or rng.random() < self.data.made_share) else recorded
        return pool[int(rng.integers(len(pool)))]

    def _speeds(
        self, rng: np.random.Generator, shape: tuple[int, int]
    ) -> tuple[NDArray[np.int64], NDArray[np.bool_], NDArray[np.bool_]]:
        mixing = self.mixing
        ratio = np.exp(rng.uniform(-1, 1, shape) * np.log(mixing.speed_range))
        stretched = rng.random(shape) < mixing.stretch_probability
        changed = stretched | (rng.random(shape) < mixing.speed_probability)
        speed = np.where(changed, np.round(ratio * SPEED_UNIT), SPEED_UNIT).astype(np.int64)
        pitch_only = rng.random(shape) < 0.5
        return speed, ~stretched | pitch_only, stretched

    def _offset(self, rng: np.random.Generator, clip: int, need: int, repeat: bool) -> int:
        """First frame of a stretch of `need` frames with sound in it."""
        have = self._bank.frames(clip)
        if have <= need:
            return int(rng.integers(have)) if repeat else -int(rng.integers(need - have + 1))
        energies = self._energies.get(clip)
        if energies is None:
            energies = self._energies[clip] = self._bank.block_energies(clip)
        block = round(LEVEL_BLOCK_S * self.rate)
        start = 0
        for _ in range(_TRIES):
            start = int(rng.integers(have - need + 1))
            heard = energies[min((start + need) // block, len(energies) - 1)] - energies[start // block]
            if heard > _SILENT_MEAN_SQUARE * need:
                break
        return start
