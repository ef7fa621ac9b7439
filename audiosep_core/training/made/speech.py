"""Voices: one that speaks, whispers or mumbles, two in turn, many at once, and over a radio."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from audiosep_core.training.made.programs import espeak, flite
from audiosep_core.training.made.recipe import Recipe, Sketch
from audiosep_core.training.made.shaping import (
    RATE_HZ,
    Random,
    Sound,
    band,
    curve,
    frames,
    place,
    room,
    shaped_noise,
    swell,
    times,
    unit,
)
from audiosep_core.training.made.words import pick, table

SYLLABLES = ("m@", "n@", "m0", "l@m", "mV", "b@", "nU", "w@", "mu:", "lVm", "n0m", "d@", "m@n", "jV", "r@")
"""espeak-ng phonemes of a mouth that hardly opens."""


@dataclass(frozen=True)
class Utterance:
    """What is said, by which voice; said anew with the same sound each time."""

    program: str
    voice: str
    who: str
    language: str
    text: str
    pace: float
    pitch: float

    def say(self) -> Sound:
        """Speak it."""
        if self.program == "flite":
            return flite(self.text, self.voice, self.pace, self.pitch)
        return espeak(self.text, self.voice, round(self.pace), round(self.pitch))

    @property
    def how(self) -> str:
        """An adverb with a space before it, or nothing."""
        slow, quick = (
            (self.pace > 1.25, self.pace < 0.85) if self.program == "flite" else (self.pace < 135, self.pace > 215)
        )
        return " slowly" if slow else " quickly" if quick else ""

    def caption(self, random: Random, style: str) -> str:
        """Words for it in a style of the table's captions."""
        wording = pick(random, table("speech")["captions"][style])
        return wording.format(who=self.who, how=self.how, language=self.language)


def recipes() -> list[Recipe]:
    """All voices."""
    return [
        Recipe("speech", "espeak", 190, _espeak, ("espeak-ng",)),
        Recipe("speech", "flite", 50, _flite, ("flite",)),
        Recipe("speech", "dialogue", 14, _dialogue, ("espeak-ng",)),
        Recipe("speech", "whisper", 22, _whisper, ("espeak-ng",)),
        Recipe("speech", "mumbling", 18, _mumbling, ("espeak-ng",)),
        Recipe("speech", "crowd", 24, _crowd, ("espeak-ng",)),
        Recipe("speech", "radio", 18, _radio, ("espeak-ng",)),
    ]


def _language(random: Random) -> dict[str, Any]:
    languages = table("speech")["languages"]
    weights = np.array([language["weight"] for language in languages], np.float64)
    chosen: dict[str, Any] = languages[int(random.choice(len(languages), p=weights / weights.sum()))]
    return chosen


def _text(random: Random, language: dict[str, Any], style: str, seconds: float = 6.0) -> str:
    if style == "numbers":
        figures = [int(n) for n in random.integers(0, [10, 100, 1_000, 3_000][int(random.integers(4))], 12)]
        count = int(random.integers(4, 9))
        if random.random() < 0.3:
            figures = list(range(figures[0], figures[0] + 12))
        return ", ".join(str(figure) for figure in figures[:count]) + "."
    if style == "names":
        return ", ".join(random.permutation(table("speech")["names"]["words"])[: int(random.integers(4, 8))]) + "."
    sentences = random.permutation(language["sentences"])
    return " ".join(sentences[: max(1, round(seconds / 3.2))])


def _voice(random: Random, who: str, language: dict[str, Any], text: str, pace: float | None = None) -> Utterance:
    variant = pick(random, table("speech")["variants"][who])
    voice = pick(random, language["voices"]) + (f"+{variant}" if variant else "")
    speed = pace or float(random.uniform(95, 260))
    return Utterance("espeak-ng", voice, who, language["name"], text, speed, float(random.uniform(20, 80)))


def _style(random: Random) -> str:
    return ("plain", "numbers", "names")[int(random.choice(3, p=[0.74, 0.16, 0.10]))]


def _spoken(random: Random, utterance: Utterance, style: str, group: str, label: str = "speech") -> Sketch:
    caption = utterance.caption(random, style)
    details: dict[str, str | int | float] = {
        "voice": utterance.voice,
        "pace": round(utterance.pace, 2),
        "pitch": round(utterance.pitch, 1),
    }
    return Sketch(label, caption, group, lambda: _in_air(random, utterance.say()), {**details, "text": utterance.text})


def _in_air(random: Random, sound: Sound) -> Sound:
    """As a microphone takes it: now and then with a room, with less treble or bass."""
    if random.random() < 0.35:
        sound = room(random, sound, random.uniform(0.15, 0.7), random.uniform(0.1, 0.6))
    if random.random() < 0.3:
        sound = band(sound, random.uniform(60, 250), random.uniform(4_000, 10_000))
    lead = frames(random.uniform(0.02, 0.4))
    return np.concatenate([np.zeros(lead), sound])


def _espeak(random: Random, _: int) -> Sketch:
    who = ("man", "woman", "old", "robot")[int(random.choice(4, p=[0.5, 0.38, 0.06, 0.06]))]
    language, style = _language(random), _style(random)
    utterance = _voice(random, who, language, _text(random, language, style, random.uniform(3, 8)))
    group = f"espeak-ng/{utterance.voice}"
    return _spoken(random, utterance, who if who in ("old", "robot") else style, group)


def _flite(random: Random, index: int) -> Sketch:
    voices = table("speech")["flite"]
    voice = sorted(voices)[index % len(voices)]
    english, style = table("speech")["languages"][0], _style(random)
    text = _text(random, english, style, random.uniform(3, 8))
    pitch = voices[voice]["pitch"] * random.uniform(0.85, 1.2)
    utterance = Utterance(
        "flite", voice, voices[voice]["who"], "English", text, float(random.uniform(0.75, 1.5)), pitch
    )
    return _spoken(random, utterance, style, f"flite/{voice}")


def _whisper(random: Random, _: int) -> Sketch:
    language = _language(random)
    utterance = _voice(random, "whisper", language, _text(random, language, "plain", random.uniform(3, 7)))
    return _spoken(random, utterance, "whisper", f"espeak-ng/{utterance.voice}", "whisper")


def _mumbling(random: Random, _: int) -> Sketch:
    syllables = [pick(random, list(SYLLABLES)) for _ in range(int(random.integers(14, 30)))]
    cuts = np.sort(random.integers(1, len(syllables), 5))
    words = ["".join(part) for part in np.split(np.array(syllables), cuts)]
    variant = pick(random, table("speech")["variants"]["man"][1:9])
    text = "[[" + " ".join(word for word in words if word) + "]]"
    speed, pitch = float(random.uniform(110, 190)), float(random.uniform(10, 45))
    utterance = Utterance("espeak-ng", f"en+{variant}", "man", "English", text, speed, pitch)

    def render() -> Sound:
        said = band(utterance.say(), 80, random.uniform(700, 1_500), 1)
        return _in_air(random, said)

    caption = utterance.caption(random, "mumbling")
    return Sketch("mumbling", caption, f"mumbling/{variant}", render, {"voice": utterance.voice, "text": text})


def _dialogue(random: Random, _: int) -> Sketch:
    language = _language(random)
    voices = [
        _voice(random, who, language, _text(random, language, "plain", 3), random.uniform(140, 210))
        for who in ("man", "woman", "man", "woman")
    ]
    # The same two voices twice.
    turns = [voices[0], voices[1]] + [Utterance(**{**vars(voices[i - 2]), "text": voices[i].text}) for i in (2, 3)]

    def render() -> Sound:
        parts: list[Sound] = []
        for utterance in turns:
            parts += [unit(utterance.say()), np.zeros(frames(random.uniform(0.05, 0.5)))]
        return _in_air(random, np.concatenate(parts))

    caption = turns[0].caption(random, "dialogue")
    group = f"dialogue/{turns[0].voice}/{turns[1].voice}"
    return Sketch("speech", caption, group, render, {"voices": f"{turns[0].voice} {turns[1].voice}"})


def _crowd(random: Random, index: int) -> Sketch:
    several = random.random() < 0.4
    language = _language(random)
    count, seconds = int(random.integers(8, 17)), float(random.uniform(4, 9))
    people = []
    for _ in range(count):
        spoken = _language(random) if several else language
        who = pick(random, ["man", "woman"])
        people.append(
            _voice(random, who, spoken, _text(random, spoken, "plain", seconds + 3), random.uniform(140, 220))
        )

    def render() -> Sound:
        out = np.zeros(frames(seconds))
        for person in people:
            said = unit(person.say())
            # Everyone is in the midst of talking, each at a distance of their own.
            said = np.roll(np.resize(said, len(out)), int(random.integers(len(out))))
            out += said * random.uniform(0.25, 1.0)
        out = room(random, out, random.uniform(0.6, 1.4), random.uniform(0.8, 2.0))
        return band(out, 90, random.uniform(3_500, 9_000)) * swell(len(out), 0.2, 0.3)

    caption = people[0].caption(random, "crowd")
    details: dict[str, str | int | float] = {"people": count, "seconds": round(seconds, 2)}
    return Sketch("crowd", caption, f"crowd/{index % 6}", render, details)


def _radio(random: Random, _: int) -> Sketch:
    language = _language(random)
    first, second = (
        _voice(random, pick(random, ["man", "woman"]), language, _text(random, language, style, 3), 190)
        for style in ("plain", pick(random, ["plain", "numbers"]))
    )

    def render() -> Sound:
        parts: list[tuple[float, Sound]] = []
        at = random.uniform(0.1, 0.4)
        for utterance in (first, second):
            said = unit(utterance.say())
            said = np.tanh(random.uniform(1.5, 5) * unit(band(said, 400, random.uniform(2_400, 3_400), 4)))
            parts.append((at, said))
            at += len(said) / RATE_HZ
            if random.random() < 0.5:
                beep = frames(random.uniform(0.08, 0.2))
                parts.append(
                    (at, 0.6 * np.sin(2 * np.pi * random.uniform(900, 2_000) * times(beep)) * swell(beep, 0.005, 0.005))
                )
            at += random.uniform(0.2, 0.6)
        count = frames(at)
        hiss = band(shaped_noise(random, count, [(300, 0), (3_000, 0)]), 300, random.uniform(2_800, 4_000), 3)
        hiss *= curve(random, count, 6, 0.3, 1.0) * random.uniform(0.02, 0.15)
        return place(count, parts) + hiss

    caption = first.caption(random, "radio")
    return Sketch("radio chatter", caption, f"radio/{first.voice}", render, {"voices": f"{first.voice} {second.voice}"})
