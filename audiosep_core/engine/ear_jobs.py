"""What the engine process answers with the program's ears: presence, suggestions, matches, and what words it knows."""

from __future__ import annotations

import contextlib
import math
import os
import zipfile
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from audiosep_core.audio.cache import SoundCache
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.calibration import Calibration
from audiosep_core.engine.find import find_hits
from audiosep_core.engine.hearing import Ears, load_ears
from audiosep_core.engine.listener import Heard
from audiosep_core.engine.presence import calibration_of, presence_in
from audiosep_core.engine.stem_similarity import RestSound
from audiosep_core.engine.suggest import Suggestion, suggest
from audiosep_core.errors import AudioSepError
from audiosep_core.library.registry import DEFAULT_MODEL
from audiosep_core.prompts.grammar import Grammar
from audiosep_core.types import OnProgress, Presence, Progress

if TYPE_CHECKING:
    from audiosep_core.query.familiarity import Familiarity, Known

_KEPT = 3
_SIMILAR = 3
_OFFERED = 10
# Words less alike than this are not offered for each other.
_ALIKE = 0.1
_LEVELS = 100

Answer = dict[str, Any]


class EarJobs:
    """Answers "presence", "suggest", "match" and "familiarity".

    A recording is listened to once: what was heard is kept beside it.

    Args:
        load: Makes the ears of a model.
        familiarity: Makes what is known about words; None: what ships with the program.
    """

    def __init__(
        self, load: Callable[[str], Ears] = load_ears, familiarity: Callable[[], Familiarity] | None = None
    ) -> None:
        self._load = load
        self._make_familiarity = familiarity
        self._ears: dict[str, Ears] = {}
        self._heard: OrderedDict[tuple[str, str], Heard] = OrderedDict()
        self._familiarity: Familiarity | None = None
        self._grammar: Grammar | None = None

    def do(self, request: dict[str, Any], token: CancelToken, on_progress: OnProgress) -> Answer:
        """Answer one request; the keys of its "done" message."""
        model = str(request.get("model", DEFAULT_MODEL))
        ears = self._ears_of(model)
        token.raise_if_set()
        kind = request.get("type")
        if kind == "familiarity":
            return {"known": [self._known_facts(known) for known in self._known(_prompts(request))]}
        if kind == "match":
            return self._match(ears, model, request, token, on_progress)
        heard = self._hear(ears, model, Path(request["source"]), token, on_progress)
        return self._suggest(ears, heard, request) if kind == "suggest" else self._presence(ears, heard, request)

    # -- what is answered

    def _presence(self, ears: Ears, heard: Heard, request: dict[str, Any]) -> Answer:
        prompts = _prompts(request)
        calibration = calibration_of(ears)
        presences = presence_in(ears, heard, prompts, calibration)
        with SoundCache.open(Path(request["source"])) as source:
            rate, length_s = source.rate_hz, source.frames / source.rate_hz
        start_s = int(request.get("start", 0)) / rate
        end_s = int(request["end"]) / rate if request.get("end") is not None else length_s
        hits = find_hits(prompts, presences, calibration, length_s)
        known = self._known(prompts) if ears.calibrated else []
        answers = []
        for place, (prompt, presence) in enumerate(zip(prompts, presences, strict=True)):
            score = _score_within(presence, calibration, start_s, end_s)
            answers.append(
                {
                    "prompt": prompt,
                    "score": round(score, 4),
                    "verdict": calibration.verdict(score),
                    "whole_score": round(presence.score, 4),
                    "whole_verdict": presence.verdict,
                    "sure": bool(known) and not known[place].unheard,
                    "track": np.round(presence.track * _LEVELS).astype(int).tolist(),
                    "hits": [
                        [round(hit.start_s, 3), round(hit.end_s, 3), round(hit.score, 4)]
                        for hit in hits
                        if hit.prompt == prompt
                    ],
                }
            )
        absent = [answer["prompt"] for answer in answers if answer["verdict"] == "not found"]
        similar = self._similar(ears, _cut(heard, start_s, end_s), absent)
        for answer in answers:
            answer["similar"] = similar.get(answer["prompt"], [])
        return {"step_s": heard.step_s, "calibrated": ears.calibrated, "prompts": answers}

    def _similar(self, ears: Ears, heard: Heard, prompts: Sequence[str]) -> dict[str, list[str]]:
        """For each prompt the words nearest to it, of those that `suggest` would offer: never others than it lists."""
        heard_words = [one.prompt for one in self._present(ears, heard, _OFFERED)] if prompts else []
        if not heard_words:
            return {}
        alike = ears.likeness([*prompts, *heard_words])[: len(prompts), len(prompts) :]
        return {
            prompt: [heard_words[i] for i in np.argsort(-row)[:_SIMILAR] if row[i] > _ALIKE]
            for prompt, row in zip(prompts, alike, strict=True)
        }

    def _present(self, ears: Ears, heard: Heard, top: int) -> list[Suggestion]:
        present = calibration_of(ears).present
        found = suggest(ears, heard, top=top, grammar=self._the_grammar())
        return [one for one in found if one.score >= present]

    def _suggest(self, ears: Ears, heard: Heard, request: dict[str, Any]) -> Answer:
        found = self._present(ears, heard, int(request.get("top", _OFFERED)))
        return {
            "calibrated": ears.calibrated,
            "suggestions": [
                {"prompt": one.prompt, "score": round(one.score, 4), "time_s": round(one.time_s, 3)} for one in found
            ],
        }

    def _match(
        self, ears: Ears, model: str, request: dict[str, Any], token: CancelToken, on_progress: OnProgress
    ) -> Answer:
        """How clearly the words are heard in a stem and where it comes from, and in what it leaves of that."""
        (prompt,) = _prompts(request)
        start, path = int(request.get("start", 0)), Path(request["source"])
        calibration = calibration_of(ears)
        with SoundCache.open(path) as source, SoundCache.open(Path(request["stem"])) as stem:
            stretch_s = start / source.rate_hz, (start + stem.frames) / source.rate_hz
            heard = ears.hear(stem, cancel=token, on_progress=_half(on_progress, 0))
            rest = ears.hear(RestSound(source, stem, start), cancel=token, on_progress=_half(on_progress, 1))
        whole = _cut(self._hear(ears, model, path, token, on_progress), *stretch_s)
        there, left, before = (
            presence_in(ears, sound, [prompt], calibration)[0].score for sound in (heard, rest, whole)
        )
        # What a model makes of a sound that is not there sounds like it too: both have to agree.
        match = math.sqrt(there * before)
        return {"calibrated": ears.calibrated, "match": round(match, 4), "leak": round(left, 4)}

    @staticmethod
    def _known_facts(known: Known) -> Answer:
        nearest = [label for label, _ in known.nearest]
        return {"prompt": known.prompt, "score": round(known.score, 4), "unheard": known.unheard, "nearest": nearest}

    # -- what is kept

    def _ears_of(self, model: str) -> Ears:
        if model not in self._ears:
            self._ears = {model: self._load(model)}  # one pair: a published model's are large
        return self._ears[model]

    def _known(self, prompts: Sequence[str]) -> list[Known]:
        if self._familiarity is None:
            if self._make_familiarity is None:
                from audiosep_core.query.familiarity import Familiarity

                self._make_familiarity = Familiarity.load
            self._familiarity = self._make_familiarity()
        return self._familiarity.of(prompts)

    def _the_grammar(self) -> Grammar:
        if self._grammar is None:
            self._grammar = Grammar.load()
        return self._grammar

    def _hear(self, ears: Ears, model: str, source: Path, token: CancelToken, on_progress: OnProgress) -> Heard:
        key = (model, str(source))
        if key not in self._heard:
            with SoundCache.open(source) as sound:
                kept = source.with_name(f"{source.stem}.heard.npz")
                identity = f"{model} {sound.rate_hz} {sound.frames}"
                heard = _read_heard(kept, identity)
                if heard is None:
                    heard = ears.hear(sound, cancel=token, on_progress=on_progress)
                    _write_heard(kept, identity, heard)
            self._heard[key] = heard
            while len(self._heard) > _KEPT:
                self._heard.popitem(last=False)
        self._heard.move_to_end(key)
        return self._heard[key]


def _prompts(request: dict[str, Any]) -> list[str]:
    prompts = request.get("prompts")
    if not isinstance(prompts, list) or not prompts:
        raise AudioSepError("bad-request", "The engine was asked about no words.")
    return [str(prompt) for prompt in prompts]


def _steps(step_s: float, count: int, start_s: float, end_s: float) -> slice:
    low = min(int(start_s / step_s), max(count - 1, 0))
    return slice(low, max(low + 1, min(count, -int(-end_s // step_s))))


def _cut(heard: Heard, start_s: float, end_s: float) -> Heard:
    steps = _steps(heard.step_s, len(heard.vectors), start_s, end_s)
    return Heard(heard.step_s, heard.vectors[steps], heard.level_db[steps])


def _score_within(presence: Presence, calibration: Calibration, start_s: float, end_s: float) -> float:
    track: NDArray[np.float32] = presence.track[_steps(presence.step_s, len(presence.track), start_s, end_s)]
    return calibration.score(track, presence.step_s)


def _half(on_progress: OnProgress, which: int) -> OnProgress:
    """Progress of one of two equal parts."""

    def show(progress: Progress) -> None:
        on_progress(Progress(progress.done + which * progress.total, 2 * progress.total))

    return show


def _read_heard(path: Path, identity: str) -> Heard | None:
    try:
        with path.open("rb") as data, np.load(data, allow_pickle=False) as file:
            if str(file["identity"]) != identity:
                return None
            vectors = file["vectors"].astype(np.float32)
            vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
            return Heard(float(file["step_s"]), vectors, file["level_db"].astype(np.float32))
    except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile):
        return None


def _write_heard(path: Path, identity: str, heard: Heard) -> None:
    """Half precision: a cosine moves by less than a thousandth. What cannot be kept is heard again next time."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            np.savez(
                file,
                identity=np.array(identity),
                step_s=np.array(heard.step_s),
                vectors=heard.vectors.astype(np.float16),
                level_db=heard.level_db,
            )
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
