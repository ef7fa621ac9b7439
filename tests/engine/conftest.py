"""What tests of whole files look at afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def left_in_cache(private_home: Path) -> Callable[[], list[Path]]:
    """What lies in the cache besides the empty folder that this process has until it ends."""

    def left() -> list[Path]:
        cache = private_home / "cache"
        own = {*cache.glob("scratch"), *cache.glob("scratch/*"), *cache.glob("scratch/*/parts")}
        return [path for path in cache.rglob("*") if path not in own]

    return left
