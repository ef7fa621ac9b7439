"""Where bfloat16 is emulated."""

from __future__ import annotations

import torch

from audiosep_core.model.arithmetic import emulates_bf16


def test_only_processors_emulate() -> None:
    assert not emulates_bf16(torch.device("cuda"))
    assert not emulates_bf16(torch.device("meta"))
