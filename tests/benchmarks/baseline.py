"""Figures of benchmarks beside those of an earlier run on such a machine, which `baseline.json` keeps.

They are told, and decide nothing: what must hold whatever the machine, a benchmark asserts itself.
`AUDIOSEP_BASELINE=update` keeps the figures of a run as the new ones.
"""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil

STORED = Path(__file__).with_name("baseline.json")
WORSE = 0.2
"""From this share on it is called a regression; what other programs do on the machine makes up less, mostly."""

Kept = dict[str, dict[str, dict[str, Any]]]
"""Machine, name of the figure, what is known of it."""


def this_machine() -> str:
    """What makes figures comparable: processor, how many of them, system."""
    facts = Path("/proc/cpuinfo")
    name = processor(facts.read_text()) if facts.exists() else ""
    return f"{name or platform.processor() or platform.machine()}, {os.cpu_count()} processors, {platform.system()}"


def processor(facts: str) -> str:
    """Its name in /proc/cpuinfo, "" where there is none. A rented machine's is a family's; bfloat16 parts those."""
    lines = dict(re.findall(r"^(model name|flags)\s*:\s*(.+)$", facts, re.MULTILINE))
    name: str = lines.get("model name", "")
    without = "flags" in lines and "avx512_bf16" not in lines["flags"].split()
    return f"{name} without bfloat16" if name and without else name


@dataclass(frozen=True)
class Figure:
    """A measured number; `higher` is whether more of it is better."""

    name: str
    value: float
    unit: str
    higher: bool

    def worse_than(self, earlier: float) -> float:
        """By which share: 0.1 where it takes a tenth longer, or does a tenth less; negative where it is better."""
        return (earlier / self.value if self.higher else self.value / earlier) - 1


@dataclass
class Figures:
    """What a run has measured, and what is kept of earlier ones."""

    machine: str
    kept: Kept
    measured: list[Figure] = field(default_factory=list)

    def __call__(self, name: str, value: float, unit: str, *, higher: bool = False) -> None:
        """Note a figure."""
        self.measured.append(Figure(name, value, unit, higher))

    def report(self) -> Iterator[tuple[bool, str]]:
        """A line a figure, and whether it is a regression."""
        earlier = self.kept.get(self.machine, {})
        for figure in self.measured:
            line = f"{figure.name}: {figure.value:.4g} {figure.unit}"
            if figure.name not in earlier:
                yield False, f"{line}, the first on such a machine"
                continue
            then = earlier[figure.name]
            worse = figure.worse_than(then["value"])
            change = f"{abs(worse):.0%} {'worse' if worse > 0 else 'better'} than {then['value']:.4g}"
            yield worse > WORSE, f"{line}, {change} (load {then['load']:.1f}, {then['measured']})"

    def updated(self) -> Kept:
        """What to keep when this run's figures count from now on; those that it did not measure stay."""
        today, load = datetime.now(UTC).date().isoformat(), round(psutil.getloadavg()[0], 1)
        new = {
            figure.name: {"value": float(f"{figure.value:.4g}"), "unit": figure.unit, "measured": today, "load": load}
            for figure in self.measured
        }
        return self.kept | {self.machine: self.kept.get(self.machine, {}) | new}


def load() -> Figures:
    """Nothing measured yet, beside what is kept."""
    return Figures(this_machine(), json.loads(STORED.read_text("utf-8")) if STORED.exists() else {})


def keep(figures: Figures) -> None:
    """Make this run's figures those that the next ones are compared with."""
    STORED.write_text(json.dumps(figures.updated(), indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
