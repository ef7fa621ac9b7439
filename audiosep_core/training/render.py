"""A plan made sound: gathers clips, changes them, sets levels, mixes. On the device where the training runs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from audiosep_core.training.augment import change_speed, reverberate, shape_spectrum, stretch
from audiosep_core.training.clips import ClipBank
from audiosep_core.training.planner import EMPTY, SPEED_UNIT, StepPlan

_FLOOR_RMS = 1e-6
# AudioSep's mixer: a mixture that would clip is brought to this peak, its sources with it.
_DECLIPPED = 0.9


@dataclass(frozen=True)
class Rendered:
    """M mixtures: mixture (M, frames), targets (M, queries, frames), conditions (M, queries, condition_size)."""

    mixture: Tensor
    targets: Tensor
    conditions: Tensor


class Renderer:
    """Holds the decoded clips and the prompts' vectors, on `device` where they fit there.

    Args:
        bank: The clips.
        conditions: (prompts, condition_size), unit length.
        frames: Length of a mixture.
        condition_noise: Length of the random step added to each condition.
        device: Where to mix.
        resident: Keep the samples on the device, instead of sending what each step needs.
    """

    def __init__(
        self,
        bank: ClipBank,
        conditions: Tensor,
        frames: int,
        condition_noise: float,
        device: torch.device,
        resident: bool,
    ) -> None:
        self.device, self.frames, self.rate_hz = device, frames, bank.sample_rate_hz
        self._noise = condition_noise
        self._conditions = conditions.to(device)
        # Mapped copy-on-write: torch wants a writable array, and nothing writes.
        samples = bank.samples
        if isinstance(samples, np.memmap) and samples.filename is not None:
            samples = np.memmap(str(samples.filename), dtype=np.int16, mode="c")
        home = device if resident else torch.device("cpu")
        self._samples = torch.from_numpy(samples).to(home)
        self._starts = torch.from_numpy(bank.starts).to(home)
        self._lengths = torch.from_numpy(bank.lengths).to(home)

    def render(self, plan: StepPlan) -> Rendered:
        """Sound, targets and conditions of a plan."""
        count, slots = plan.clip.shape
        used = np.flatnonzero(plan.clip.ravel() != EMPTY)
        sounds = torch.zeros(count * slots, self.frames, device=self.device)
        generator = torch.Generator().manual_seed(plan.seed)
        flat = {name: getattr(plan, name).reshape(count * slots, -1)[used] for name in _PER_SLOT}
        pieces = self._pieces(flat)
        own_rms = _rms(pieces)
        pieces = self._coloured(pieces, flat, generator)
        # Relative to the first source, which keeps the level that it was recorded at.
        first_rms = own_rms[torch.from_numpy(np.searchsorted(used, used // slots * slots)).to(self.device)]
        level = 10 ** (self._send(flat["level_db"]) / 20) * first_rms
        sounds[torch.from_numpy(used).to(self.device)] = pieces / _rms(pieces) * level
        sounds = sounds.view(count, slots, self.frames) * 10 ** (self._send(plan.gain_db)[:, None, None] / 20)
        mixture = sounds.sum(dim=1)
        peak = mixture.abs().amax(dim=1)
        scale = torch.where(peak > 1.0, _DECLIPPED / peak.clamp_min(_FLOOR_RMS), torch.ones_like(peak))
        targets = torch.einsum("mqs,msf->mqf", self._send(plan.owners.astype(np.float32)), sounds)
        mixture, targets = mixture * scale[:, None], targets * scale[:, None, None]
        return Rendered(mixture, targets, self._condition(plan, generator))

    def _pieces(self, plan: dict[str, np.ndarray]) -> Tensor:
        """(used slots, frames): stretches of clips, resampled and stretched as the plan says."""
        speed = plan["speed"][:, 0]
        resample, vocoder = plan["resample"][:, 0], plan["stretch"][:, 0]
        # Pitch alone: resampled by the speed, then stretched back, so that the length is the mixture's own.
        pitch_only = resample & vocoder
        needs = np.where(pitch_only, self.frames, -(-self.frames * speed // SPEED_UNIT))
        out = torch.zeros(len(speed), self.frames, device=self.device)
        kinds = np.stack([speed, resample, vocoder], axis=1)
        for kind in np.unique(kinds, axis=0):
            rows = np.flatnonzero((kinds == kind).all(axis=1))
            piece = self._gather({name: value[rows] for name, value in plan.items()}, int(needs[rows[0]]))
            if kind[1]:
                piece = change_speed(piece, int(kind[0]), SPEED_UNIT)
            if kind[2]:
                ratio = float(kind[0]) / SPEED_UNIT
                piece = stretch(piece, 1 / ratio if kind[1] else ratio)
            fitted = piece[:, : self.frames]
            out[torch.from_numpy(rows).to(self.device), : fitted.shape[1]] = fitted
        return out

    def _gather(self, plan: dict[str, np.ndarray], need: int) -> Tensor:
        """(rows, need) float32 in [-1, 1]: repeated, or silent where the clip has not begun or is over."""
        home = self._samples.device
        clip = torch.from_numpy(plan["clip"][:, 0]).to(home)
        start = self._starts[clip][:, None]
        length = self._lengths[clip][:, None]
        place = torch.from_numpy(plan["offset"]).to(home) + torch.arange(need, device=home)
        inside = (place >= 0) & (place < length)
        repeat = torch.from_numpy(plan["repeat"]).to(home) & (length <= need)
        place = torch.where(repeat, place % length, place.clamp_min(0).minimum(length - 1))
        samples = self._samples[start + place].to(self.device).float() / 32768.0
        heard: Tensor = samples * (inside | repeat).to(self.device)
        return heard

    def _coloured(self, pieces: Tensor, plan: dict[str, np.ndarray], generator: torch.Generator) -> Tensor:
        decay = plan["reverb_s"][:, 0]
        wet = np.flatnonzero(decay > 0)
        if len(wet):
            rows = torch.from_numpy(wet).to(self.device)
            noise = torch.randn(len(wet), int(self.rate_hz * decay.max()), generator=generator).to(self.device)
            level = self._send(plan["reverb_db"][wet, 0])
            pieces[rows] = reverberate(pieces[rows], self._send(decay[wet]), level, self.rate_hz, noise)
        equaliser, low_pass = plan["equaliser_db"], plan["low_pass_hz"][:, 0]
        changed = np.flatnonzero(np.isfinite(low_pass) | (np.abs(equaliser).max(axis=1) > 0))
        if len(changed):
            rows = torch.from_numpy(changed).to(self.device)
            pieces[rows] = shape_spectrum(
                pieces[rows], self._send(equaliser[changed]), self._send(low_pass[changed]), self.rate_hz
            )
        return pieces

    def _condition(self, plan: StepPlan, generator: torch.Generator) -> Tensor:
        pairs = self._conditions[torch.from_numpy(plan.prompts).to(self.device)]
        share = self._send(plan.blend)[..., None]
        condition = share * pairs[:, :, 0] + (1 - share) * pairs[:, :, 1]
        condition = torch.nn.functional.normalize(condition, dim=-1)
        if self._noise:
            step = torch.randn(condition.shape, generator=generator).to(self.device)
            condition = condition + self._noise * torch.nn.functional.normalize(step, dim=-1)
            condition = torch.nn.functional.normalize(condition, dim=-1)
        return condition

    def _send(self, values: np.ndarray) -> Tensor:
        return torch.from_numpy(np.ascontiguousarray(values)).to(self.device)


_PER_SLOT = (
    "clip", "offset", "repeat", "speed", "resample", "stretch", "level_db", "equaliser_db", "low_pass_hz",
    "reverb_s", "reverb_db",
)  # fmt: skip


def _rms(waveform: Tensor) -> Tensor:
    return waveform.square().mean(dim=1, keepdim=True).sqrt().clamp_min(_FLOOR_RMS)


def fits_on(device: torch.device, bank: ClipBank, conditions: Tensor) -> bool:
    """Whether samples and conditions may live on a device: at most half of its free memory. Always on the CPU."""
    if device.type != "cuda":
        return device.type == "cpu"
    free, _ = torch.cuda.mem_get_info(device)
    return bank.samples.nbytes + conditions.nbytes < free / 2
