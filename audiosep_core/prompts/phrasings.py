"""Other words for the same sound: what to try when a prompt does not do what its writer hopes for."""

from __future__ import annotations

from audiosep_core.prompts.grammar import Grammar, plain


def phrasings(prompt: str, grammar: Grammar | None = None, count: int = 3) -> tuple[str, ...]:
    """The prompt itself first, then as different ways as can be to say it.

    Args:
        prompt: The words; those of a label or of one of its phrases are said in the grammar's other phrases.
        grammar: None: what ships with the program.
        count: How many, fewer only where there are no more.
    """
    grammar = grammar or Grammar.load()
    own = plain(prompt)
    label = next((name for name in grammar.labels if own == plain(name)), None) or next(
        (name for name in grammar.labels if own in map(plain, grammar.phrases(name))), None
    )
    if label is not None:
        # The label itself, and the shortest way with a verb: the models were taught both.
        written = [phrase for phrase in grammar.plain_phrases(label) if phrase != label]
        spoken = sorted(written, key=lambda phrase: (not phrase.startswith(("a ", "an ", "someone ")), len(phrase)))
        others = [label, *spoken[:1], *(phrase for phrase in grammar.phrases(label) if phrase.startswith("the sound"))]
        others += spoken[1:]
    else:
        others = list(grammar.phrases(prompt))
    told: dict[str, str] = {own: prompt.strip()}
    for phrase in others:
        told.setdefault(plain(phrase), phrase)
    return tuple(told.values())[:count]
