"""The stems of a job, and from them to what the engine is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.document.state import Project, Recipe, StemTrack, new_stem_id, new_stems
from desktop.inference.engine_requests import SeparateRequest


def stems_for(
    project: Project,
    recipe: Recipe,
    start: int,
    end: int,
    model: str,
    parent: str = "",
    band_hz: tuple[float, float] | None = None,
) -> tuple[StemTrack, ...]:
    """New stems for a request, one a prompt."""
    assert project.source is not None
    ids = [new_stem_id() for _ in recipe.prompts]
    caches = [project.source.cache.with_name(f"stem-{stem_id}.json") for stem_id in ids]
    return new_stems(
        project, recipe, caches=caches, ids=ids, start=start, end=end, model=model, parent=parent, band_hz=band_hz
    )


def made_again(project: Project, stem: StemTrack, model: str, how: Recipe) -> StemTrack:
    """What takes the place of `stem`: the same words, of this model and in this way."""
    assert project.source is not None
    only, new_id = stem.recipe.only(stem.prompt), new_stem_id()
    return replace(
        stem,
        id=new_id,
        cache=project.source.cache.with_name(f"stem-{new_id}.json"),
        model=model,
        recipe=replace(how, prompts=only.prompts, against=only.against, like=only.like),
        state="working",
        progress=0.0,
        match=None,
    )


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
    for word in (word.replace("\0", "").strip() for word in words):  # no record takes a zero
        if word and word.casefold() not in seen:
            seen.add(word.casefold())
            kept.append(word)
    return tuple(kept)
