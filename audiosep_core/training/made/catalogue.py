"""All recipes, family by family."""

from __future__ import annotations

from audiosep_core.training.made import drums, instruments, speech, synthesised
from audiosep_core.training.made.recipe import Recipe


def all_recipes() -> list[Recipe]:
    """Every way to make a clip, always in the same order."""
    return [*speech.recipes(), *instruments.recipes(), *drums.recipes(), *synthesised.recipes()]


def kind_names() -> list[str]:
    """Families of recipes."""
    return sorted({recipe.kind for recipe in all_recipes()})
