"""Makes the clips of all recipes, as far as the programs are there, and their manifest."""

from __future__ import annotations

import csv
import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError
from audiosep_core.training.made.catalogue import all_recipes
from audiosep_core.training.made.finish import clip_seconds, finished, write_clip
from audiosep_core.training.made.programs import PACKAGES, ProgramError, find
from audiosep_core.training.made.recipe import Recipe
from audiosep_core.types import OnProgress, Progress, ignore_progress

logger = logging.getLogger(__name__)

COLUMNS = (
    "file", "label", "caption", "seconds", "source_repo", "source_path", "license", "author", "split_group", "split",
)  # fmt: skip
WORKERS = 2


@dataclass(frozen=True)
class _Task:
    recipe: Recipe
    index: int


def make_sounds(
    output: Path,
    seed: int,
    *,
    amount: float = 1.0,
    kinds: Sequence[str] | None = None,
    on_progress: OnProgress = ignore_progress,
    cancel: CancelToken | None = None,
) -> Path:
    """Write clips (mono 32 kHz 16-bit FLAC, 2 to 10 s, peak -3 dBFS) below `output`, and `output/manifest.csv`.

    The same seed and program versions give the same bytes; a clip does not depend on the others. What is there
    already is kept, so a stopped run goes on where it was. Kinds whose programs are missing are left out with a
    warning in the log. The manifest has the columns of a data set of recordings and lists what this call asked for;
    every row's split is `train`: made sound proves nothing in a test.

    Args:
        output: Folder, made if it is not there.
        seed: At least 0.
        amount: Number of clips, as a multiple of about four hours of sound; each recipe gives at least one.
        kinds: Families to make, see `catalogue.kind_names`; None for all.
        on_progress: Told the clips done of all.
        cancel: Looked at between clips.

    Returns:
        The manifest's path.

    Raises:
        AudioSepError: an unknown kind, a bad amount or seed, or nothing could be made.
        Cancelled: stopped; finished clips stay for the next run.
    """
    tasks = [_Task(r, i) for r in _available(_chosen(kinds)) for i in range(r.count(_positive(amount, seed)))]
    if not tasks:
        raise AudioSepError(
            "nothing-made",
            "No sound could be made: the programs for it are not installed.",
            f"Install the packages {', '.join(PACKAGES.values())}, or choose other kinds.",
        )
    output.mkdir(parents=True, exist_ok=True)
    rows: dict[int, dict[str, str]] = {}
    for done, (position, row) in enumerate(_run(tasks, output, seed, cancel or CancelToken()), 1):
        if row is not None:
            rows[position] = row
        on_progress(Progress(done, len(tasks)))
    if not rows:
        raise AudioSepError("nothing-made", "No sound could be made: every program failed.", "See the warnings above.")
    manifest, partial = output / "manifest.csv", output / "manifest.csv.part"
    with partial.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows[position] for position in sorted(rows))
    partial.replace(manifest)
    return manifest


def _positive(amount: float, seed: int) -> float:
    if not 0 < amount < 1_000 or seed < 0:
        raise AudioSepError("amount-invalid", "The amount must be above 0, and the seed must not be negative.")
    return amount


def _chosen(kinds: Sequence[str] | None) -> list[Recipe]:
    recipes = all_recipes()
    if kinds is None:
        return recipes
    known = sorted({r.kind for r in recipes})
    for kind in kinds:
        if kind not in known:
            raise AudioSepError("kind-unknown", f"There is no kind of sound '{kind}'.", f"Kinds: {', '.join(known)}.")
    return [r for r in recipes if r.kind in kinds]


def _available(recipes: list[Recipe]) -> list[Recipe]:
    missing = {p for p in PACKAGES if find(p) is None}
    for program in sorted(missing & {p for r in recipes for p in r.programs}):
        left_out = sorted({r.kind for r in recipes if program in r.programs})
        logger.warning(
            "%s is not there: left out (all or in part): %s. Install the Debian package %s.",
            program, ", ".join(left_out), PACKAGES[program],
        )  # fmt: skip
    return [r for r in recipes if not missing & set(r.programs)]


def _run(
    tasks: list[_Task], output: Path, seed: int, cancel: CancelToken
) -> Iterator[tuple[int, dict[str, str] | None]]:
    """Rows as they come, with their positions. Few are ahead at a time, so that a stop is quick."""
    with ThreadPoolExecutor(WORKERS) as pool:
        ahead: dict[Future[dict[str, str] | None], int] = {}
        following = iter(enumerate(tasks))
        try:
            while True:
                while len(ahead) < 2 * WORKERS and (entry := next(following, None)) is not None:
                    ahead[pool.submit(_make, entry[1], output, seed)] = entry[0]
                if not ahead:
                    return
                for future in wait(ahead, return_when=FIRST_COMPLETED).done:
                    yield ahead.pop(future), future.result()
                cancel.raise_if_set()
        finally:
            for future in ahead:
                future.cancel()


def _make(task: _Task, output: Path, seed: int) -> dict[str, str] | None:
    """Make a clip, if it is not there, and tell its row; None where its program failed."""
    recipe = task.recipe
    sketch = recipe.clip(seed, task.index)
    source = recipe.source(seed, task.index, sketch)
    name = f"{recipe.kind}/{recipe.name}/{task.index:04d}.flac"
    path = output / name
    seconds = clip_seconds(path, source)
    if seconds is None:
        try:
            write_clip(path, finished(sketch.render()), source)
        except ProgramError as error:
            logger.warning("left out %s: %s", name, error)
            return None
        seconds = clip_seconds(path, source)
    values = (
        name, sketch.label, sketch.caption, f"{seconds or 0:.3f}", "made", source, *recipe.credit,
        f"made:{sketch.group}", "train",
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))
