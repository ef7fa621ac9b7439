"""A command never says that all is well when it has not heard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from installer import audit

PIP_AUDIT = """
import json, pathlib, sys
path = pathlib.Path(sys.argv[sys.argv.index("--requirement") + 1])
names = [line.split("==") for line in path.read_text().split()]
print(json.dumps({"dependencies": [{"name": n, "version": v, "vulns": []} for n, v in names], "fixes": []}))
"""
SOUND = {"name": "numpy", "version": "2.0", "vulns": []}
FAULTY = {"name": "filelock", "version": "3.16.0", "vulns": [{"id": "CVE-1", "fix_versions": ["3.20.1"]}]}
UNKNOWN = {"name": "torch", "skip_reason": "not found"}


def answer(*parts: object) -> str:
    return json.dumps({"dependencies": parts, "fixes": []})


def test_nothing_known_of_all_of_them() -> None:
    assert audit.verdict(1, answer(SOUND), "")[0] == audit.SOUND


def test_a_fault_is_named_with_the_version_that_mends_it() -> None:
    code, text = audit.verdict(3, answer(SOUND, FAULTY, UNKNOWN), "")
    assert code == audit.FAULTS
    assert "filelock 3.16.0: CVE-1, mended in 3.20.1" in text
    assert "Nothing was learnt about: torch" in text


@pytest.mark.parametrize("said", [answer(SOUND, UNKNOWN), answer(SOUND), "", "Traceback", "[]"])
def test_what_was_not_looked_up_is_not_called_sound(said: str) -> None:
    code, text = audit.verdict(2, said, "No route to host")
    assert code == audit.NOT_ASKED
    assert "learnt" in text


def test_everything_that_runs_is_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pip_audit.py").write_text(PIP_AUDIT)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert audit.main([]) == audit.SOUND
    assert "0 have known faults" in capsys.readouterr().out


def test_a_pip_audit_that_fails_is_told() -> None:
    code, text = audit.verdict(60, *audit.ask("numpy==2.0\n", ["--no-such-option"]))
    assert code == audit.NOT_ASKED
    assert "60 libraries" in text
