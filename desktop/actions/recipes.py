"""What a stem was asked for with, in forms that others can use: a command line that does the same, and JSON."""

from __future__ import annotations

import json
import shlex
import subprocess
from typing import Any

from desktop.document.state import Project, Source, StemTrack

PROGRAM = "audiosep"


def command_line(project: Project, stem: StemTrack, *, windows: bool = False) -> str:
    """The `audiosep separate` that makes a stem again, from the recording where it lies.

    A stem of a stem is made from the recording too: its words, in its stretch.

    Args:
        project: Its recording is what is separated.
        stem: Of that project.
        windows: Quote as Windows does, not as a POSIX shell.

    Raises:
        ValueError: There is no recording.
    """
    arguments = [PROGRAM, "separate", *_arguments(_source(project), stem)]
    return subprocess.list2cmdline(arguments) if windows else shlex.join(arguments)


def _arguments(source: Source, stem: StemTrack) -> list[str]:
    recipe, rate = stem.recipe, source.rate_hz
    arguments = [str(source.path)]
    if recipe.like is not None:
        arguments += ["--like-span", _seconds(recipe.like[0], rate), _seconds(recipe.like[1], rate)]
    else:
        for prompt in recipe.prompts or (stem.prompt,):
            arguments += ["-p", prompt]
    for sound in recipe.against:
        arguments += ["--not", sound]
    if stem.start > 0:
        arguments += ["--start", _seconds(stem.start, rate)]
    if stem.end < source.frames:
        arguments += ["--end", _seconds(stem.end, rate)]
    if stem.band_hz is not None:
        arguments += ["--band", f"{stem.band_hz[0]:g}", f"{stem.band_hz[1]:g}"]
    if stem.strength:
        arguments += ["--strength", f"{stem.strength:g}"]
    if recipe.compete is not None:
        arguments.append("--compete" if recipe.compete else "--no-compete")
    if recipe.channels != "linked":
        arguments += ["--channels", recipe.channels]
    if not recipe.above_band:
        arguments.append("--mute-above")
    arguments += ["--model", stem.model]
    if recipe.device != "auto":
        arguments += ["--device", recipe.device]
    if recipe.backend != "auto":
        arguments += ["--backend", recipe.backend]
    return arguments


def recipe_json(project: Project, stem: StemTrack) -> str:
    """Everything that a stem was asked for with, as JSON; times in seconds.

    Raises:
        ValueError: There is no recording.
    """
    source = _source(project)
    recipe, rate = stem.recipe, source.rate_hz
    facts: dict[str, Any] = {
        "recording": str(source.path),
        "prompts": list(recipe.prompts or (stem.prompt,)),
        "prompt": stem.prompt,
        "not": list(recipe.against),
        "start_s": stem.start / rate,
        "end_s": stem.end / rate,
        "band_hz": list(stem.band_hz) if stem.band_hz else None,
        "like_s": [frame / rate for frame in recipe.like] if recipe.like else None,
        "strength": stem.strength,
        "model": stem.model,
        "device": recipe.device,
        "backend": recipe.backend,
        "channels": recipe.channels,
        "compete": recipe.compete,
        "above_band": recipe.above_band,
    }
    parent = project.stem(stem.parent) if stem.parent else None
    if parent is not None:
        facts["within"] = json.loads(recipe_json(project, parent))
    return json.dumps(facts, ensure_ascii=False, indent=2)


def _source(project: Project) -> Source:
    if project.source is None:
        raise ValueError("there is no recording")
    return project.source


def _seconds(frame: int, rate_hz: int) -> str:
    # Nine digits: a frame at any rate comes out again.
    return f"{frame / rate_hz:.9f}".rstrip("0").rstrip(".")
