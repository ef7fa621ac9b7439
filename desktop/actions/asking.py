"""What helps a person to ask, in one place: ears, suggestions, phrasings, what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.actions.familiarity import FamiliarityController
from desktop.actions.labels import LabelWriter
from desktop.actions.phrasings import PhrasingsController
from desktop.actions.playing import PlaybackController
from desktop.actions.presence import PresenceController
from desktop.actions.suggesting import SuggestingController
from desktop.document.document import Document
from desktop.inference.inference_thread import InferenceThread
from desktop.services.notices import NoticeBus
from desktop.services.prompt_store import PromptStore


@dataclass(frozen=True)
class Asking:
    """Controllers of the prompt panel beside the separation itself."""

    presence: PresenceController
    suggesting: SuggestingController
    familiarity: FamiliarityController
    phrasings: PhrasingsController
    labels: LabelWriter
    prompts: PromptStore

    @classmethod
    def build(
        cls,
        document: Document,
        inference: InferenceThread,
        playing: PlaybackController,
        notices: NoticeBus,
        wake: Callable[[], None],
    ) -> Asking:
        """Wire them; `wake` starts the engine again where it died."""
        return cls(
            PresenceController(document, inference, wake),
            SuggestingController(document, inference),
            FamiliarityController(inference),
            PhrasingsController(document, inference, playing, wake),
            LabelWriter(notices),
            PromptStore(),
        )

    def uses(self, folder: Path) -> bool:
        """Whether the engine may still write in there."""
        return any(part.uses(folder) for part in (self.presence, self.suggesting, self.phrasings))

    def shutdown(self) -> None:
        """Stop, and wait for what is being written."""
        self.phrasings.shutdown()
        self.labels.shutdown()
