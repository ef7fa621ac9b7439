"""The mean of several trainings of one network: model soups (Wortsman et al. 2022, arXiv 2203.05482)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch

from audiosep_core.errors import ModelError
from audiosep_core.model.file import load_network, read_companions, read_metadata, save_network


def average(models: Sequence[Path], shares: Sequence[float], output: Path) -> None:
    """Write the weighted mean of model files.

    It means something where each was trained on from the one before, or all from one: their weights then lie in one
    valley of the loss, and the mean nearer to its floor.

    Args:
        models: Files of this program, of one configuration.
        shares: Of each; they are scaled to sum to one.
        output: The new file; the metadata, and what lies beside the network (CLAP's text tower), are the last model's.

    Raises:
        ModelError: a file is damaged, or the networks differ.
        ValueError: not one share a model, or a share that is not positive.
    """
    if len(models) != len(shares) or not models or min(shares) <= 0:
        raise ValueError("every model has a share, and every share is positive")
    networks = [load_network(path) for path in models]
    config = networks[-1].config
    if any(network.config != config for network in networks):
        message = "Only models of one layout can be averaged; nothing was written."
        raise ModelError("models-differ", message, "Give models that were trained on from one another.")
    states = [network.state_dict() for network in networks]
    whole = sum(shares)
    mean = {}
    for name, last in states[-1].items():
        if not last.is_floating_point():
            mean[name] = last  # how many batches a normalisation has seen
            continue
        total = torch.zeros_like(last, dtype=torch.float64)
        for state, share in zip(states, shares, strict=True):
            total += state[name].double() * (share / whole)
        mean[name] = total.to(last.dtype)
    facts = {name: value for name, value in read_metadata(models[-1]).items() if name not in ("format", "config")}
    save_network(output, config, mean, torch.float16, facts, read_companions(models[-1]))
