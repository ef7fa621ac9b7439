"""One honest sentence about a prompt that will not do what its writer hopes for, before anything is run.

It knows no list of sounds: it looks at letters, at function words and at length only.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# The starter was taught labels and captions of one sentence; longer texts are cut by the encoder in the end.
LONGEST_WORDS = 20

NO_WORDS = "Say in words what you want to hear, for example: a dog barking."
ENGLISH = "The model understands English only. Try it in English, for example: a dog barking."
LONG = "Short and plain works best. Name one sound in a few words, for example: a dog barking."
QUESTION = "The model answers no questions. Name the sound itself, for example: a dog barking."

# "What is this sound?", "is there a dog": asked of somebody who listens. "Can you hear the dog" is a polite request.
_QUESTION = re.compile(
    r"^(?:what(?:'s| is| are| was)|which (?:sound|instrument|bird|animal)|who(?:'s| is)|where(?:'s| is| are)|"
    r"is (?:there|this|that|it)|are there|do you|does (?:this|it)|how (?:many|much|loud)|when does)\b"
)
_LEAD = r"^(?:(?:please|just|but|and|i want|i'd like|give me|make it|with)[\s,]+)*"
_UNWANTED = re.compile(
    _LEAD
    + r"(?:no|not|without(?:\s+any)?|remove|removing|delete|(?:mute|silence)(?=\s+the\b)|suppress|exclude|get rid of|"
    r"take (?:out|away)|filter out|cut out|minus|"
    r"(?:everything|anything|all|all sounds?)\s+(?:except(?:\s+for)?|but|without|other than|besides))"
    r"\s+(?P<what>.+)$"
)
_INSIDE = re.compile(
    r"\b(?:without(?:\s+any)?|except(?:\s+for)?|excluding|minus|but\s+(?:no|not|without)|and\s+no(?:t)?|with\s+no|"
    r"(?:do\s+not|don't)\s+(?:want|include|keep|hear))\s+(?P<what>.+)$"
)
_PARTS = re.compile(r"[,.;]|\b(?:n?or|please)\b")
_JOINT = re.compile(r"(?:[\s,;:.]|\b(?:and|but|with|i)\b)+$")
_ARTICLE = re.compile(r"^(?:the|any|a|an|all|all the|of the)\s+")

# One of the first kind is enough; of the second kind, which English also writes ("la la la", "de-esser"), two are.
# Words of sounds are in it only where a prompt is often nothing else.
_SURE = """
una uno unos unas que con para por sonido sonidos ruido voz voces perro perros gato gatos pájaro pájaros lluvia música
hombre mujer niño niños agua viento hablando cantando ladrando ladrido guitarra coche tambor batería gente risa risas
puerta campana
das ein eine einen einem einer eines und oder mit ohne vom zum zur auf aus beim nicht kein keine hund hunde katze vogel
vögel regen musik stimme stimmen mann frau wasser gitarre schlagzeug geräusch geräusche bellt bellen bellender bellende
singt singen klavier spricht sprechen sprache lachen
une avec sans est qui dans chien chiens oiseau oiseaux pluie musique voix homme femme enfant enfants eau bruit aboie
aboient aboiement aboiements guitare batterie voiture chante rire rires
"""
_MAYBE = """
el los las del y lo al en un se su es sin la de
der die den dem im am von ist
le les des du et au aux ce sur pour son
"""
_FOREIGN_SURE = frozenset(_SURE.split())
_FOREIGN_MAYBE = frozenset(_MAYBE.split())
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
# Not within a word: "drum'n'bass".
_FRENCH_ELISION = re.compile(r"(?<![\w'\u2018])[ldjqn]'(?=[^\W\d_]{3,})")


@dataclass(frozen=True)
class Exclusion:
    """A prompt that says what it does not want, taken apart.

    Attributes:
        wanted: What is left to ask for, "" when it only says what is not wanted.
        unwanted: What is not wanted, one sound each; never empty.
    """

    wanted: str
    unwanted: tuple[str, ...]


def exclusion(text: str) -> Exclusion | None:
    """Take "speech without music" apart; None for a prompt that excludes nothing."""
    plain = _plain(text)
    found = _UNWANTED.match(plain) or _INSIDE.search(plain)
    if found is None:
        return None
    unwanted = tuple(filter(None, map(_bare, _PARTS.split(found["what"]))))
    return Exclusion(_JOINT.sub("", plain[: found.start()]), unwanted) if unwanted else None


def hint(text: str, aside: str = "“But not”") -> str | None:
    """One sentence of advice for a prompt, or None when there is nothing to say (also for an empty one).

    Args:
        text: The prompt.
        aside: Where the reader can say what is not wanted: the name of a field or of an option.
    """
    plain = _plain(text)
    if not plain:
        return None
    if not any(letter.isalnum() for letter in plain):
        return NO_WORDS
    words = _WORD.findall(plain)
    if _is_foreign(plain, words):
        return ENGLISH
    if (excluded := exclusion(text)) is not None:
        never, unwanted = "Words like “no” and “without” do not remove a sound", excluded.unwanted[0]
        if excluded.wanted:
            return f"{never}. Put “{unwanted}” into {aside}, or ask for it and play “Everything else”."
        return (
            f"{never}. Ask for “{unwanted}” and play “Everything else”, "
            f"or name what you want and put “{unwanted}” into {aside}."
        )
    if _QUESTION.match(plain):
        return QUESTION
    if len(words) > LONGEST_WORDS:
        return LONG
    return None


def _is_foreign(plain: str, words: list[str]) -> bool:
    letters = [letter for letter in plain if letter.isalpha()]
    if any(not unicodedata.name(letter, "").startswith("LATIN") for letter in letters):
        return True
    if "¿" in plain or "¡" in plain or _FRENCH_ELISION.search(plain):
        return True
    return any(word in _FOREIGN_SURE for word in words) or len({*words} & _FOREIGN_MAYBE) >= 2


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("\u2019", "'").split()).strip(" .!?,;:")


def _bare(what: str) -> str:
    """A sound without the articles before it."""
    what = what.strip()
    while (shorter := _ARTICLE.sub("", what)) != what:
        what = shorter
    return what
