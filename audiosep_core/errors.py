"""Errors that a person is meant to read: a code for programs, a sentence of what happened, one next step."""

from __future__ import annotations


class AudioSepError(Exception):
    """Something a person can be told about.

    Args:
        code: Stable identifier, for example "file-missing"; part of the command line's contract.
        message: One sentence: what happened (and what is safe, where that is in doubt).
        hint: One next step, or "".
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[AudioSepError], tuple[str, str, str]]:
        return type(self), (self.code, self.message, self.hint)


class AudioReadError(AudioSepError):
    """A recording could not be read."""


class AudioWriteError(AudioSepError):
    """A recording could not be written."""


class PromptError(AudioSepError):
    """The words cannot be used as a prompt."""


class ModelError(AudioSepError):
    """A model is missing, damaged or not what it should be."""


class DeviceError(AudioSepError):
    """The asked-for device is not there."""


class Cancelled(AudioSepError):  # noqa: N818 - an outcome, not an error
    """The person stopped the work: an outcome, never shown as an error."""

    def __init__(self, code: str = "cancelled", message: str = "Stopped.", hint: str = "") -> None:
        super().__init__(code, message, hint)


def no_memory() -> AudioSepError:
    """What a `MemoryError` is to a person."""
    return AudioSepError("out-of-memory", "There is not enough memory for this.", "Close other programs and retry.")
