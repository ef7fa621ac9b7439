"""One flag that stops a piece of work, checked at least once a chunk."""

from __future__ import annotations

import threading

from audiosep_core.errors import Cancelled


class CancelToken:
    """Set from any thread, checked by the worker."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        """Ask the work to stop."""
        self._event.set()

    @property
    def is_set(self) -> bool:
        """Whether the work was asked to stop."""
        return self._event.is_set()

    def raise_if_set(self) -> None:
        """Raise `Cancelled` once the token is set."""
        if self._event.is_set():
            raise Cancelled
