"""What the window says in its notice bar: what happened, one next step. Never a dialog."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["info", "warning", "danger"]


@dataclass(frozen=True)
class Notice:
    """One message.

    Attributes:
        message: What happened, and what is safe where that is in doubt.
        hint: One next step, or "".
        tone: How grave it is.
        action: What its button does: a name that `Workspace.act_on` knows, or "".
        action_text: What its button says.
        argument: What the action works on.
        lasting: Whether it stays until it is closed.
    """

    message: str
    hint: str = ""
    tone: Tone = "info"
    action: str = ""
    action_text: str = ""
    argument: str = ""
    lasting: bool = True
