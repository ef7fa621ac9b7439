"""Hours of sound through `separate_file`: the memory and disk it takes, and whether all that went in comes out.

    python -m tests.benchmarks.long_file --hours 3

Makes a recording, separates it (without a network, or with `--model starter`), adds stems and rest, compares them with
the recording, says what was measured, and removes its files. Asks for the disk first.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile

from audiosep_core.types import Progress

BLOCK_S = 10
NULL_DB = -120.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hours", type=float, default=3.0)
    parser.add_argument("--rate", type=int, default=96_000)
    parser.add_argument("--channels", type=int, default=2)
    parser.add_argument("--model", default="identity", help="identity is no network: a share of the mixture")
    parser.add_argument("--prompts", nargs="+", default=["a dog barking"])
    parser.add_argument("--suffix", choices=("wav", "flac"), default="wav", help="of the recording")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    asked = parser.parse_args()
    blocks = max(1, round(asked.hours * 3600 / BLOCK_S))
    each = blocks * BLOCK_S * asked.rate * asked.channels * 4
    # The recording, a copy of it where it must be decoded, the stems, the rest.
    needed = each * (len(asked.prompts) + (2 if asked.suffix == "wav" else 3))
    free = shutil.disk_usage(asked.folder).free
    print(f"{blocks * BLOCK_S / 3600:g} h at {asked.rate} Hz, {asked.channels} channels: {each / 1e9:.1f} GB a file")
    if needed > free:
        print(f"needs {needed / 1e9:.1f} GB in {asked.folder}, and {free / 1e9:.1f} are free", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="long-file-", dir=asked.folder) as name:
        return measure(asked, Path(name), blocks)


def measure(asked: argparse.Namespace, folder: Path, blocks: int) -> int:
    os.environ["AUDIOSEP_HOME"] = str(folder / "home")
    from audiosep_core.engine.files import FileOptions, separate_file
    from audiosep_core.engine.separator import Separator
    from tests.engine.identity import IdentitySeparator

    path = folder / f"long.{asked.suffix}"
    make(path, asked.rate, asked.channels, blocks)
    separator = IdentitySeparator() if asked.model == "identity" else Separator.load(asked.model)
    print(f"made; {memory_mb():.0f} MB so far")
    began, most = time.monotonic(), 0
    told = began

    def show(progress: Progress) -> None:
        nonlocal most, told
        if time.monotonic() - told > 5:
            told = time.monotonic()
            most = max(most, used(folder))
            print(f"\r{progress.done} of {progress.total}", end="", flush=True)

    files = separate_file(path, asked.prompts, folder / "out", separator, FileOptions(rest=True), show)
    wall_s = time.monotonic() - began
    peak_mb = memory_mb()
    seconds = blocks * BLOCK_S
    print(f"\rseparated in {wall_s:.0f} s ({seconds / wall_s:.0f} x real time)")
    assert files.rest is not None
    worst = null_db(path, [*(stem for _, stem in files.stems), files.rest])
    print(f"peak memory {peak_mb:.0f} MB; {max(most, used(folder)) / 1e9:.1f} GB of disk, the recording included")
    print(f"stems + rest - recording: {worst:.1f} dBFS at most")
    return 0 if worst < NULL_DB else 1


def make(path: Path, rate: int, channels: int, blocks: int) -> None:
    """Noise and a tone, no two blocks alike."""
    rng = np.random.default_rng(0)
    frames = rate * BLOCK_S
    noise = rng.normal(0, 0.1, (frames, channels)).astype(np.float32)
    tone = (0.3 * np.sin(2 * np.pi * 440 * np.arange(frames) / rate)).astype(np.float32)[:, None]
    format_, subtype = ("RF64", "FLOAT") if path.suffix == ".wav" else ("FLAC", "PCM_24")
    with soundfile.SoundFile(path, "w", rate, channels, subtype, format=format_) as file:
        for index in range(blocks):
            file.write(np.roll(noise, index * 7919, axis=0) + tone * np.float32(0.5 + 0.5 * np.sin(index)))


def null_db(source: Path, parts: list[Path]) -> float:
    """The loudest sample of the parts' sum minus the source, in dB of full scale."""
    worst = 0.0
    files = [soundfile.SoundFile(path) for path in (source, *parts)]
    assert len({(file.frames, file.samplerate, file.channels) for file in files}) == 1
    try:
        while True:
            whole, *rest = (file.read(1 << 18, dtype="float32", always_2d=True).astype(np.float64) for file in files)
            if not len(whole):
                return float(20 * np.log10(worst + 1e-30))
            worst = max(worst, float(np.abs(sum(rest) - whole).max()))
    finally:
        for file in files:
            file.close()


def used(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def memory_mb() -> float:
    """High-water mark of this process; 0 where the system does not tell it."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    sys.exit(main())
