"""The recipe of a hearing network: everything that decides its weights, read from one TOML file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, field_validator

from audiosep_core.errors import AudioSepError
from audiosep_core.library.resources import resource
from audiosep_core.model.hearing import HearingConfig
from audiosep_core.training.recipe import Probability, Weight, _Section


class HearingData(_Section):
    """Which clips, and which words for them.

    Attributes:
        segment_steps: Length of a mixture, in the network's steps.
        class_cap, made_share, validation_fraction: As in `DataRecipe`.
        validation_examples: Mixtures of clips held out.
        label_probability, template_probability: Prompts that are the bare label; phrases that may be templates.
        blend_probability: Prompts that are a point between two phrases.
        text_noise: Length of a random step added to each prompt's vector.
    """

    segment_steps: int = Field(ge=1)
    class_cap: int = Field(ge=1)
    made_share: Probability
    validation_fraction: Probability
    validation_examples: int = Field(ge=0)
    label_probability: Probability
    template_probability: Probability
    blend_probability: Probability
    text_noise: Weight


class HearingMixing(_Section):
    """How mixtures are made, in band powers.

    Attributes:
        mixtures: A step.
        source_probabilities: Of one, two and three sources.
        level_db: Each further source against the first.
        repeat_probability: A clip shorter than the mixture is repeated, else placed once.
        speed_probability, speed_range: Faster or slower. shift_probability: Higher or lower, by up to `shift_bands`.
        equaliser_db: Slope and bend of a clip's spectrum, at its ends.
        low_pass_probability, low_pass_hz: Recordings differ in bandwidth; a model would learn the cut-off.
        noise_probability, noise_db: Steady coloured noise below the mixture.
        mask_probability: A stretch of time, or of bands, is lost (SpecAugment, arXiv 1904.08779).
    """

    mixtures: int = Field(ge=1)
    source_probabilities: tuple[Probability, Probability, Probability]
    level_db: Weight
    repeat_probability: Probability
    speed_probability: Probability
    speed_range: float = Field(ge=1, le=2)
    shift_probability: Probability
    shift_bands: int = Field(ge=0)
    equaliser_db: Weight
    low_pass_probability: Probability
    low_pass_hz: tuple[float, float]
    noise_probability: Probability
    noise_db: tuple[float, float]
    mask_probability: Probability


class HearingLoss(_Section):
    """Weights: of each step's labels, of the mixture's, of telling a label from the others, and of captions.

    `present_db`: a source counts as heard in a step from this level below the mixture; 10 dB further down it is
    neither heard nor not.
    """

    steps: Weight
    mixture: Weight
    contrast: Weight
    captions: Weight
    present_db: float = Field(le=0)


class HearingOptimisation(_Section):
    """AdamW, a rise over `warmup_steps` and a cosine to a hundredth, gradient clipping, a moving average."""

    steps: int = Field(ge=1)
    learning_rate: float = Field(gt=0)
    warmup_steps: int = Field(ge=0)
    weight_decay: Weight
    clip: Weight
    ema: Probability
    dropout: Probability


class HearingRecipe(_Section):
    """A whole recipe."""

    seed: int
    model: HearingConfig
    data: HearingData
    mixing: HearingMixing
    loss: HearingLoss
    optimisation: HearingOptimisation

    @field_validator("model", mode="before")
    @classmethod
    def _parse_model(cls, value: Any) -> Any:
        return HearingConfig.from_dict(value) if isinstance(value, dict) else value


def find_hearing_recipe(name_or_path: str) -> HearingRecipe:
    """A shipped recipe by its name ("hearing"), or the recipe in a TOML file.

    Raises:
        AudioSepError: neither, or it cannot be used.
    """
    named = resource("recipes", f"{name_or_path}.toml")
    path = named if named.is_file() else Path(name_or_path).expanduser()
    try:
        with path.open("rb") as file:
            return HearingRecipe.model_validate(tomllib.load(file))
    except OSError as error:
        raise AudioSepError(
            "recipe-missing",
            f"The recipe '{name_or_path}' could not be read: {error.strerror or error}.",
            "Name the shipped recipe (hearing) or the path of a TOML file.",
        ) from None
    except (TypeError, ValueError) as error:
        reason = str(error)
        if isinstance(error, ValidationError):
            first = error.errors()[0]
            reason = f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
        raise AudioSepError("recipe-invalid", f"The recipe '{path.name}' cannot be used: {reason}.") from None
