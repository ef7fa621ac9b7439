"""A hub on loopback with one small model in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from audiosep_core.library import licences
from audiosep_core.library.hub import Hub
from tests.library.loopback_hub import HubFile as Served
from tests.library.loopback_hub import LoopbackHub, loopback_hub
from tests.library.stand_in import CONTENT, ENTRY, PLACE, VOCAB, VOCAB_PLACE


@pytest.fixture
def server() -> Iterator[LoopbackHub]:
    with loopback_hub() as hub:
        hub.add(PLACE, Served(CONTENT))
        hub.add(VOCAB_PLACE, Served(VOCAB, large=False))
        yield hub


@pytest.fixture
def served(server: LoopbackHub) -> Served:
    """The checkpoint on the hub."""
    return server.files[PLACE]


@pytest.fixture
def hub(server: LoopbackHub) -> Hub:
    return Hub(server.address, tries=1, wait_s=0.0, timeout_s=20.0)


@pytest.fixture
def accepted() -> None:
    licences.accept(ENTRY)
