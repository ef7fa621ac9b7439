"""Fuzz what reads files from elsewhere: `python -m tests.hostile.fuzz TARGET SECONDS FOLDER`; targets.py has them.

With Atheris (`pip install atheris`, Linux) what is tried next is led by what the program did before; without it,
examples are damaged at random. Ends with an error at the first find, which lies in the folder then.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from random import Random

import psutil

from tests.hostile.damage import damaged

_LONGEST = 200_000  # bytes of one input
_SLOWEST_S = 10
_MOST_MB = 4096


def main() -> None:
    """Fuzz one target for so many seconds."""
    name, seconds, place = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    place.mkdir(exist_ok=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["AUDIOSEP_HOME"] = str(place / "home")
    if importlib.util.find_spec("atheris") is None:
        _at_random(name, seconds, place)
    else:
        _guided(name, seconds, place)


def _examples(name: str, place: Path) -> list[bytes]:
    from tests.hostile import targets

    folder = place / "examples"
    folder.mkdir()
    return targets.examples(name, folder, _tiny_model(folder) if name == "model" else None)


def _tiny_model(folder: Path) -> Path:
    import torch

    from audiosep_core.model.config import ModelConfig
    from audiosep_core.model.file import save_network
    from audiosep_core.model.resunet import ResUNet

    config = ModelConfig(n_fft=64, hop=16, widths=(2, 2, 4), pools=((2, 2), (1, 2)), condition_size=4)
    save_network(folder / "tiny.safetensors", config, ResUNet(config).state_dict(), torch.float16, {})
    return folder / "tiny.safetensors"


def _one_input(name: str, place: Path, data: bytes) -> None:
    from tests.hostile import targets

    with tempfile.TemporaryDirectory(dir=place) as folder:
        targets.run(name, data, Path(folder))


def _guided(name: str, seconds: int, place: Path) -> None:
    import atheris

    with atheris.instrument_imports(include=["audiosep_core", "desktop"]):
        from tests.hostile import targets  # noqa: F401 - with all that it imports
    corpus = place / "corpus"
    corpus.mkdir()
    for number, content in enumerate(_examples(name, place)):
        (corpus / str(number)).write_bytes(content)
    limits = [
        f"-max_total_time={seconds}",
        f"-timeout={_SLOWEST_S}",
        f"-rss_limit_mb={_MOST_MB}",
        f"-max_len={_LONGEST}",
    ]
    atheris.Setup(
        [name, *limits, f"-artifact_prefix={place}/", "-print_final_stats=1", str(corpus)],
        lambda data: _one_input(name, place, data),
    )
    atheris.Fuzz()


def _at_random(name: str, seconds: int, place: Path) -> None:
    examples = _examples(name, place)
    until = time.monotonic() + seconds
    for seed in count():
        began = time.monotonic()
        if began > until:
            print(f"Done {seed} runs, no find")
            return
        data = damaged(Random(seed).choice(examples), seed, examples[-1])
        (place / "tried").write_bytes(data)
        _one_input(name, place, data)
        assert time.monotonic() - began < _SLOWEST_S, f"seed {seed} took too long"
        assert psutil.Process().memory_info().rss < _MOST_MB << 20, f"seed {seed} took too much memory"


if __name__ == "__main__":
    main()
