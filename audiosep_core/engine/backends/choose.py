"""Which back end a network runs on: a self-test of a second or so on the device at hand, remembered."""

from __future__ import annotations

import hashlib
import json
import logging
import platform
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from audiosep_core.engine.backends import openvino_backend
from audiosep_core.engine.backends.backend import Backend, BackendName, Precision, describe
from audiosep_core.engine.backends.openvino_backend import OpenVinoBackend
from audiosep_core.engine.backends.torch_backend import TorchBackend
from audiosep_core.errors import DeviceError
from audiosep_core.library.paths import cache_folder
from audiosep_core.library.whole_file import write_whole
from audiosep_core.model.arithmetic import emulates_bf16
from audiosep_core.model.resunet import ResUNet, apply_maps
from audiosep_core.outside_json import read_json

logger = logging.getLogger(__name__)

# A faster way is taken if what it hears differs from float32 by less than this. On sound the published network in bf16
# keeps over 40 dB (docs/benchmarks.md); what is tried here, a made spectrum and a random query, comes out 3 dB lower.
EXACT_DB = 36.0
_BUDGET_S = 1.0
_TEST_S = 0.64
# The best of so many: what else the machine does just then must not decide for a long time.
_RUNS = 3

Way = tuple[str, Precision]


@dataclass(frozen=True)
class Choice:
    """A back end, and why it is this one, for people."""

    backend: Backend
    reason: str


def choose_backend(network: ResUNet, device: torch.device, name: BackendName = "auto") -> Choice:
    """Find the fastest exact way to run a network.

    Args:
        network: In eval mode.
        device: Where.
        name: "torch" or "openvino" leave only the precision open.

    Raises:
        DeviceError: OpenVINO is asked for, but is not installed or cannot use that device.
    """
    ways = _ways(device, name)
    if len(ways) == 1:
        return _made(network, device, ways[0], "the only way here")
    memory = _Memory(network, device, name)
    if (known := memory.recall()) is not None and known[0] in ways:
        try:
            return _made(network, device, *known)
        except RuntimeError as error:  # a driver that is not what it was
            logger.warning("%s in %s cannot be used any more: %s", *known[0], error)
    way, reason = _fastest(network, device, ways)
    memory.keep(way, reason)
    return _made(network, device, way, reason)


def _made(network: ResUNet, device: torch.device, way: Way, reason: str) -> Choice:
    backend = make_backend(network, device, way)
    logger.info("%s: %s", describe(backend), reason)
    return Choice(backend, reason)


def make_backend(network: ResUNet, device: torch.device, way: Way) -> Backend:
    """A back end of a kind and precision."""
    kind, precision = way
    if kind == "openvino":
        return OpenVinoBackend(network, precision)
    return TorchBackend(network, device, precision)


def _ways(device: torch.device, name: BackendName) -> list[Way]:
    """What can be tried, what is most often fastest first; float32 in torch, which is always exact, last."""
    ways: list[Way] = []
    if name == "openvino":
        if not openvino_backend.is_installed():
            hint = "Install it with: pip install 'audiosep-desktop[openvino]'"
            raise DeviceError("backend-missing", "OpenVINO is not installed.", hint)
        if device.type != "cpu":
            raise DeviceError("backend-missing", "OpenVINO runs on the processor only here.", "Use --device cpu.")
    if name == "openvino" or (name == "auto" and device.type == "cpu" and openvino_backend.is_installed()):
        try:
            ways += [("openvino", precision) for precision in openvino_backend.precisions()]
        except (ImportError, OSError, RuntimeError) as error:  # installed, but not whole
            if name == "openvino":
                hint = "Install it again, or use --backend torch."
                raise DeviceError("backend-missing", "OpenVINO is installed, but cannot be loaded.", hint) from error
            logger.warning("OpenVINO cannot be loaded: %s", error)
    if name != "openvino":
        ways += [("torch", precision) for precision in torch_precisions(device)]
    # Half precision before whole.
    return sorted(ways, key=lambda way: way[1] == "fp32")


def torch_precisions(device: torch.device) -> tuple[Precision, ...]:
    """What torch may be tried in on a device, what is most often fastest first."""
    if device.type == "cuda":
        return ("bf16", "fp16", "fp32") if torch.cuda.is_bf16_supported() else ("fp16", "fp32")
    if device.type == "mps":
        return ("fp16", "fp32")
    return ("fp32",) if emulates_bf16(device) else ("bf16", "fp32")


def _fastest(network: ResUNet, device: torch.device, ways: list[Way]) -> tuple[Way, str]:
    magnitude, condition = _example(network)
    began = time.perf_counter()
    reference_backend = TorchBackend(network, device)
    reference, reference_s = _timed(reference_backend, magnitude, condition)
    found: list[tuple[float, Way, str]] = []
    if ("torch", "fp32") in ways:
        found.append((reference_s, ("torch", "fp32"), "the fastest of those tried"))
    for way in ways:
        # With one good way at hand, the others are not worth a person's waiting.
        if way == ("torch", "fp32") or (len(found) > 1 and time.perf_counter() - began > _BUDGET_S):
            continue
        try:
            maps, seconds = _timed(make_backend(network, device, way), magnitude, condition)
        except (RuntimeError, TypeError) as error:  # a driver that cannot do what it says, a type that is not there
            logger.warning("%s in %s cannot be used: %s", way[0], way[1], error)
            continue
        exact_db = _snr_db(reference, maps, magnitude)
        logger.info("%s %s: %.3f s, %.0f dB", *way, seconds, exact_db)
        if exact_db >= EXACT_DB:
            times = f"{reference_s / seconds:.1f} times as fast as PyTorch in fp32"
            found.append((seconds, way, f"{times}, {min(exact_db, 120):.0f} dB near it"))
    if not found:
        return ways[-1], "nothing else is exact enough"
    _, way, reason = min(found)
    return way, reason


def _example(network: ResUNet) -> tuple[Tensor, Tensor]:
    """A magnitude spectrum as sound has it, falling towards the top and with strokes, and a query; always the same."""
    config = network.config
    random = torch.Generator().manual_seed(0)
    frames = max(config.time_multiple, int(_TEST_S * config.sample_rate_hz / config.hop))
    slope = torch.linspace(1.0, 0.02, config.bins)
    strokes = 0.05 + (torch.arange(frames) % 25 < 6).float()[:, None]
    magnitude = 20.0 * slope * strokes * torch.rand(frames, config.bins, generator=random)
    condition = functional.normalize(torch.randn(1, config.condition_size, generator=random), dim=1)
    return magnitude[None], condition


def _timed(backend: Backend, magnitude: Tensor, condition: Tensor) -> tuple[Tensor, float]:
    steering = backend.steer(condition)
    placed = magnitude.to(backend.device)

    def run() -> Tensor:
        maps = backend.run(placed, steering).cpu()  # waits for the device
        return maps

    run()
    seconds = []
    for _ in range(_RUNS):
        began = time.perf_counter()
        maps = run()
        seconds.append(time.perf_counter() - began)
    return maps, min(seconds)


def _snr_db(reference: Tensor, maps: Tensor, magnitude: Tensor) -> float:
    # With their rotations: a phase that is wrong is heard as a mask that is.
    wanted, given = (apply_maps(magnitude.to(torch.complex64), each) for each in (reference, maps))
    power, error = (each.abs().square().sum() for each in (wanted, given - wanted))
    return float(10.0 * torch.log10(power / error.clamp_min(1e-30)))


class _Memory:
    """What the self-test said, beside the caches; whatever is wrong with the file, the test is made again."""

    def __init__(self, network: ResUNet, device: torch.device, name: BackendName) -> None:
        place = torch.cuda.get_device_name(device) if device.type == "cuda" else _processor()
        installed = version("openvino") if openvino_backend.is_installed() else ""
        facts = (
            network.config.to_json(),
            # Other weights may be exact enough in another precision.
            float(network.state_dict()["head.weight"].cpu().double().abs().sum()),
            device.type,
            place,
            torch.get_num_threads(),
            torch.__version__,
            installed,
            name,
        )
        self._key = hashlib.sha256(repr(facts).encode()).hexdigest()[:16]

    @property
    def _path(self) -> Path:
        return cache_folder() / "backends.json"

    def recall(self) -> tuple[Way, str] | None:
        with suppress(OSError, ValueError, KeyError, TypeError):
            entry = read_json(self._path.read_bytes())[self._key]
            return (str(entry["kind"]), entry["precision"]), str(entry["reason"])
        return None

    def keep(self, way: Way, reason: str) -> None:
        known: dict[str, object] = {}
        with suppress(OSError, ValueError):
            read = read_json(self._path.read_bytes())
            known = read if isinstance(read, dict) else {}
        known[self._key] = {"kind": way[0], "precision": way[1], "reason": reason}
        with suppress(OSError):
            write_whole(self._path, json.dumps(known, indent=1))


def _processor() -> str:
    name: Callable[[], str] = platform.processor
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return name() or platform.machine()
