"""From the stems of a job to what the engine is asked."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.document.state import Project, StemTrack
from desktop.inference.engine_requests import SeparateRequest


def separate_request(project: Project, job: str, stems: tuple[StemTrack, ...], playhead: int) -> SeparateRequest:
    """The request for the stems of one job, in frames of what they are separated from; work begins at `playhead`."""
    assert project.source is not None
    one, recipe = stems[0], stems[0].recipe
    parent = project.stem(one.parent) if one.parent else None
    cache, offset = (parent.cache, parent.start) if parent is not None else (project.source.cache, 0)
    return SeparateRequest(
        job,
        cache,
        one.start - offset,
        one.end - offset,
        min(max(playhead, one.start), one.end - 1) - offset,
        recipe.prompts,
        one.model,
        recipe.device,
        tuple(stem.cache for stem in stems),
        like=recipe.like,
        against=recipe.against,
        backend=recipe.backend,
        channels=recipe.channels,
        compete=recipe.compete,
        above_band=recipe.above_band,
        band_hz=one.band_hz,
    )


def tidy(words: Iterable[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Each thing once, without what is `taken`; the case of letters makes no other thing."""
    seen = {word.casefold() for word in taken}
    kept: list[str] = []
    for word in (word.strip() for word in words):
        if word and word.casefold() not in seen:
            seen.add(word.casefold())
            kept.append(word)
    return tuple(kept)
