"""A training recipe: everything that decides the weights, read from one TOML file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, field_validator

from audiosep_core.model.config import ModelConfig

Probability = Annotated[float, Field(ge=0.0, le=1.0)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class DataRecipe(_Section):
    """Which stretches of which clips, and which words for them."""

    segment_s: float = Field(gt=0)
    class_cap: int = Field(ge=1)
    validation_fraction: Probability
    caption_probability: Probability
    template_probability: Probability
    templates: tuple[str, ...]


class MixingRecipe(_Section):
    """How mixtures are made (AudioSep, section III: sources at a relative level within +-level_db)."""

    mixtures: int = Field(ge=1)
    level_db: float = Field(ge=0)
    third_source_probability: Probability
    negative_probability: Probability
    lone_probability: Probability
    repeat_probability: Probability
    speed_probability: Probability
    speed_range: float = Field(ge=1)
    low_pass_probability: Probability
    low_pass_hz: tuple[float, float]
    equaliser_db: float = Field(ge=0)


class LossRecipe(_Section):
    """Weights of the loss terms; the SNR term rises from `snr_from` to `snr_full` (fractions of the steps)."""

    root_magnitude: float
    complex: float
    snr: float
    snr_from: Probability
    snr_full: Probability


class OptimisationRecipe(_Section):
    """AdamW with warm-up and a cosine."""

    steps: int = Field(ge=1)
    learning_rate: float = Field(gt=0)
    weight_decay: float = Field(ge=0)
    warmup_steps: int = Field(ge=0)
    clip: float = Field(gt=0)
    ema: Probability
    precision: str


class Recipe(_Section):
    """A whole recipe."""

    seed: int
    model: ModelConfig
    data: DataRecipe
    mixing: MixingRecipe
    loss: LossRecipe
    optimisation: OptimisationRecipe

    @field_validator("model", mode="before")
    @classmethod
    def _parse_model(cls, value: Any) -> Any:
        return ModelConfig.from_dict(value) if isinstance(value, dict) else value


def load_recipe(path: Path) -> Recipe:
    """Read a recipe.

    Raises:
        pydantic.ValidationError: an unknown or impossible value.
    """
    with path.open("rb") as file:
        return Recipe.model_validate(tomllib.load(file))
