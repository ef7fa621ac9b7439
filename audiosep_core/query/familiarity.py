"""How near a prompt lies to the words that the starter was trained on, and what they were.

Far from everything it knows it still answers, but poorly: the window can say so before a person wonders.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from safetensors import SafetensorError, safe_open
from torch import Tensor
from torch.nn import functional

from audiosep_core.errors import ModelError
from audiosep_core.library.resources import resource
from audiosep_core.query import ensemble
from audiosep_core.query.encoders import QueryEncoder

FORMAT = "audiosep-desktop-familiarity/1"
_NEAREST = 3


@dataclass(frozen=True)
class Known:
    """What is known of a prompt.

    Attributes:
        prompt: The words.
        score: The probability that for such words the starter gains more than half the mixture would (3 dB SDRi).
        nearest: The nearest labels, best first, and how near they are (cosine).
    """

    prompt: str
    score: float
    nearest: tuple[tuple[str, float], ...]

    @property
    def unheard(self) -> bool:
        """Whether results are more likely to be poor than not."""
        return self.score < 0.5

    @property
    def advice(self) -> str:
        """A sentence for a person, or "" where there is nothing to say."""
        if not self.unheard:
            return ""
        names = ", ".join(label for label, _ in self.nearest)
        return f"The starter was hardly ever told of '{self.prompt}', so the result may be poor; nearest: {names}."


class Familiarity:
    """Known labels, each with two vectors: the label itself, and the middle of all its phrases.

    Args:
        labels: Names.
        vectors: (2, labels, size) of unit length.
        weights: Constant, weight of the nearest similarity, and of its lead over the nearest other label.
        encoder: The starter's.
    """

    def __init__(
        self, labels: Sequence[str], vectors: Tensor, weights: tuple[float, float, float], encoder: QueryEncoder
    ) -> None:
        if vectors.shape[:2] != (2, len(labels)):
            raise ValueError("there are two vectors a label")
        self.labels, self.encoder, self.weights = tuple(labels), encoder, weights
        self.vectors = functional.normalize(vectors.float(), dim=-1)

    @classmethod
    def load(cls, encoder: QueryEncoder | None = None, path: Path | None = None) -> Familiarity:
        """What ships with the program.

        Raises:
            ModelError: the file or the encoder is missing or damaged.
        """
        path = path or resource("models", "familiarity.safetensors")
        try:
            with safe_open(path, framework="pt") as file:
                facts = file.metadata() or {}
                if facts.get("format") != FORMAT:
                    raise ModelError("model-unknown", f"'{path.name}' does not hold what the starter knows.")
                vectors = file.get_tensor("vectors")
            labels = json.loads(facts["labels"])
            constant, near, lead = (float(value) for value in json.loads(facts["weights"]))
        except FileNotFoundError:
            raise ModelError("model-missing", f"'{path.name}' is not there.", "Reinstall the program.") from None
        except (SafetensorError, OSError, KeyError, ValueError) as error:
            raise ModelError("model-damaged", f"'{path.name}' could not be read: {error}.") from None
        if encoder is None:
            from audiosep_core.query.minilm import MiniLMEncoder

            encoder = MiniLMEncoder()
        return cls(labels, vectors, (constant, near, lead), encoder)

    def of(self, prompts: Sequence[str]) -> list[Known]:
        """What is known of each prompt.

        Raises:
            PromptError: a prompt is empty.
        """
        similar = self.similarities(ensemble.encode(self.encoder, prompts))
        near, lead = features(similar)
        constant, weight, weight_lead = self.weights
        answers = []
        for number, prompt in enumerate(prompts):
            odds = constant + weight * float(near[number]) + weight_lead * float(lead[number])
            best = similar[number].topk(min(_NEAREST, len(self.labels)))
            nearest = tuple((self.labels[i], float(s)) for s, i in zip(best.values, best.indices.tolist(), strict=True))
            answers.append(Known(prompt, 1 / (1 + math.exp(-odds)), nearest))
        return answers

    def similarities(self, vectors: Tensor) -> Tensor:
        """(prompts, size) of unit length to (prompts, labels): the nearer of a label's two vectors."""
        return (vectors @ self.vectors.transpose(1, 2)).amax(dim=0)


def features(similar: Tensor) -> tuple[Tensor, Tensor]:
    """(prompts, labels) to the nearest similarity and its lead over the second one, (prompts,) each."""
    best = similar.topk(2, dim=1).values
    return best[:, 0], best[:, 0] - best[:, 1]
