"""A training recipe: everything that decides the weights, read from one TOML file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from audiosep_core.errors import AudioSepError
from audiosep_core.library.resources import resource
from audiosep_core.model.config import ModelConfig

Probability = Annotated[float, Field(ge=0.0, le=1.0)]
Weight = Annotated[float, Field(ge=0.0)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class DataRecipe(_Section):
    """Which stretches of which clips, and which words for them.

    Attributes:
        segment_s: Length of a mixture.
        class_cap: Classes are drawn by sqrt(min(clips, class_cap)).
        made_share: How often made sound is taken in a class that has recordings too.
        validation_fraction: Share of the originals held out; `validation_every_class` see `split_validation`;
            `validation_examples` mixtures are made of them.
        caption_probability, parent_probability: Prompts that are the clip's caption, or a parent's words ("an
            animal", which asks for every animal in the mixture); the others are the class's own.
        label_probability, template_probability: Of these, the bare label, and phrases that may be templates ("the
            sound of …"); the others are what the grammar has for the class.
        blend_probability: Prompts that are a point between two phrases of one class, for words never seen.
        condition_noise: Length of a random step added to each condition vector (which has length 1).
    """

    segment_s: float = Field(gt=0)
    class_cap: int = Field(ge=1)
    made_share: Probability = 0.0
    validation_fraction: Probability
    validation_every_class: bool = False
    validation_examples: int = Field(default=48, ge=0)
    caption_probability: Probability
    label_probability: Probability = 0.0
    template_probability: Probability = 0.0
    parent_probability: Probability = 0.0
    blend_probability: Probability = 0.0
    condition_noise: Weight = 0.0


class MixingRecipe(_Section):
    """How mixtures are made (AudioSep, section III: sources at a relative level within +-level_db).

    Attributes:
        mixtures: A step and process; each is asked for two things.
        source_probabilities: Of one, two, three and four sources; one is a lone source, its target all of it.
        level_db: Each further source against the first. gain_db: The mixture as a whole.
        negative_probability: The second prompt is for something absent: its target is silence.
        same_class_probability: A second sound of the first's class, both being the target.
        confusable_probability: The second class is one that sounds like the first.
        repeat_probability: A clip shorter than the mixture is repeated, else placed once, at a random onset.
        speed_probability, speed_range: Faster or slower, and with it higher or lower.
        stretch_probability: Pitch without speed, or speed without pitch, by a phase vocoder.
        equaliser_db: Gains at six points of the spectrum within +-equaliser_db.
        low_pass_probability, low_pass_hz: Recordings differ in bandwidth; without this a model learns the cut-off.
        reverb_probability, reverb_s: A made room; range of the time to decay by 60 dB.
    """

    mixtures: int = Field(ge=1)
    source_probabilities: tuple[Probability, Probability, Probability, Probability] = (0.0, 1.0, 0.0, 0.0)
    level_db: Weight
    gain_db: Weight = 0.0
    negative_probability: Probability = 0.0
    same_class_probability: Probability = 0.0
    confusable_probability: Probability = 0.0
    repeat_probability: Probability = 1.0
    speed_probability: Probability = 0.0
    speed_range: float = Field(default=1.0, ge=1, le=2)
    stretch_probability: Probability = 0.0
    equaliser_db: Weight = 0.0
    low_pass_probability: Probability = 0.0
    low_pass_hz: tuple[float, float] = (3000.0, 14000.0)
    reverb_probability: Probability = 0.0
    reverb_s: tuple[float, float] = (0.15, 0.8)

    @field_validator("source_probabilities")
    @classmethod
    def _sums_to_one(cls, value: tuple[float, ...]) -> tuple[float, ...]:
        if abs(sum(value) - 1.0) > 1e-6:
            raise ValueError("the probabilities must sum to 1")
        return value


class LossRecipe(_Section):
    """Weights of the loss terms; the SNR term rises from `snr_from` to `snr_full` (fractions of the steps)."""

    waveform: Weight = 0.0
    root_magnitude: Weight = 0.0
    complex: Weight = 0.0
    snr: Weight = 0.0
    snr_from: Probability = 0.0
    snr_full: Probability = 0.0


class OptimisationRecipe(_Section):
    """AdamW, or Muon for the convolutions and AdamW for the rest, with gradient clipping and a moving average.

    `schedule` "cosine" rises over `warmup_steps` and falls to a hundredth; "staircase" is AudioSep's: a thousandth,
    a hundredth, a tenth of the rate over the warm-up, then constant. `ema` 0 keeps no average; `clip` 0 clips nothing.
    """

    steps: int = Field(ge=1)
    optimiser: Literal["adamw", "muon"] = "adamw"
    learning_rate: float = Field(gt=0)
    schedule: Literal["cosine", "staircase"] = "cosine"
    warmup_steps: int = Field(ge=0)
    weight_decay: Weight = 0.0
    betas: tuple[float, float] = (0.9, 0.999)
    amsgrad: bool = False
    clip: Weight = 0.0
    ema: Probability = 0.0
    precision: Literal["bf16-mixed", "16-mixed", "32-true"] = "bf16-mixed"


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

    def with_model(self, model: ModelConfig) -> Recipe:
        """The same training of another network."""
        return self.model_copy(update={"model": model})


def load_recipe(path: Path) -> Recipe:
    """Read a recipe.

    Raises:
        pydantic.ValidationError: an unknown or impossible value.
    """
    with path.open("rb") as file:
        return Recipe.model_validate(tomllib.load(file))


def find_recipe(name_or_path: str) -> Recipe:
    """A shipped recipe by its name, or the recipe in a TOML file.

    Raises:
        AudioSepError: neither, or it cannot be used.
    """
    from pydantic import ValidationError

    named = resource("recipes", f"{name_or_path}.toml")
    path = named if named.is_file() else Path(name_or_path).expanduser()
    shipped = ", ".join(sorted(p.stem for p in resource("recipes").glob("*.toml")))
    try:
        return load_recipe(path)
    except OSError as error:
        raise AudioSepError(
            "recipe-missing",
            f"The recipe '{name_or_path}' could not be read: {error.strerror or error}.",
            f"Name a shipped recipe ({shipped}) or the path of a TOML file.",
        ) from None
    except (TypeError, ValueError) as error:
        reason = str(error)
        if isinstance(error, ValidationError):
            first = error.errors()[0]
            reason = f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
        raise AudioSepError("recipe-invalid", f"The recipe '{path.name}' cannot be used: {reason}.") from None


def refuse_another_run(saved: str, recipe: BaseModel, folder: Path) -> None:
    """A run goes on only with the recipe that it began with; values that came since are taken as they are by default.

    Args:
        saved: JSON of the recipe that the run began with. recipe: What it is asked to go on with, of the same kind.
        folder: Of the run.

    Raises:
        AudioSepError: it was another.
    """
    try:
        same = type(recipe).model_validate_json(saved) == recipe
    except ValueError:
        same = False
    if not same:
        raise AudioSepError(
            "run-differs",
            f"The folder '{folder}' holds an interrupted run of another recipe.",
            "Choose another folder with -o; nothing was changed.",
        )
