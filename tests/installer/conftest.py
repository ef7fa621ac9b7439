"""A computer that only exists in memory, for the set-up to work on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from installer.machine import Command, Machine
from installer.system_libraries import LIBRARIES


@dataclass
class FakeComputer:
    """Keeps what it was told to do; `machine` is what the set-up sees.

    Set `failing` to make commands fail that contain a word, `interrupted_by` to press Ctrl+C in one.
    """

    root: Path
    commands: list[list[str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    became: list[tuple[list[str], dict[str, str], Path | None]] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)
    missing_modules: set[str] = field(default_factory=set)
    failing: set[str] = field(default_factory=set)
    interrupted_by: str = ""
    sudo: bool = False
    version: str = "3.11"
    changes: dict[str, object] = field(default_factory=dict)

    @property
    def machine(self) -> Machine:
        plain = Machine(
            system="Linux",
            distribution=frozenset({"debian"}),
            python=Path("/usr/bin/python3"),
            python_version=(3, 11),
            system_python=True,
            administrator=False,
            environment={},
            say=self.lines.append,
            run=self.run,
            ask=self.ask,
            become=self.become,
            loads=lambda file: file not in self.missing,
            has_module=lambda name: name not in self.missing_modules,
            free_bytes=lambda _path: 10**11,
        )
        return replace(plain, **self.changes)  # type: ignore[arg-type]

    @property
    def told(self) -> str:
        """Every command, one a line."""
        return "\n".join(" ".join(command) for command in self.commands)

    def run(self, command: Command) -> int:
        parts = [str(part) for part in command]
        self.commands.append(parts)
        if self.interrupted_by and self.interrupted_by in parts:
            raise KeyboardInterrupt
        if self.failing & set(parts):
            return 1
        if "venv" in parts:
            python = Path(parts[-1], "bin", "python")
            python.parent.mkdir(parents=True)
            python.touch()
        if "apt-get" in parts and "install" in parts:
            self.missing -= {library.file for library in LIBRARIES if library.package in parts}
            if any(part.endswith("-venv") for part in parts):
                self.missing_modules.clear()
        return 0

    def ask(self, command: Command) -> str | None:
        parts = [str(part) for part in command]
        if parts[0] == "sudo":
            return "" if self.sudo else None
        python = Path(parts[0])
        return f"{self.version} {python.parent.parent}\n" if python.exists() else None

    def become(self, command: Command, extra: Mapping[str, str], folder: Path | None) -> int:
        self.became.append(([str(part) for part in command], dict(extra), folder))
        return 0


@pytest.fixture
def computer(tmp_path: Path) -> FakeComputer:
    root = tmp_path / "checkout"
    root.mkdir()
    (root / "pyproject.toml").write_text("[project]\n")
    return FakeComputer(root)


@pytest.fixture
def repository() -> Path:
    return Path(__file__).resolve().parents[2]
