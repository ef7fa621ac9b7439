"""The real window over the real processes, and one with a fake engine and no sound card."""

from tests.e2e.conftest import hand
from tests.views.conftest import drive, recording

__all__ = ["drive", "hand", "recording"]
