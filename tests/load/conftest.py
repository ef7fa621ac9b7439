"""The real window over the real processes."""

from tests.e2e.conftest import hand

__all__ = ["hand"]
