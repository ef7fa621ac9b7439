"""`./run audit`: known faults of the libraries that the program is made of, as a public database knows them.

pip-audit asks; this says what it heard, and never "nothing is known" of what was not asked about. It sends names and
versions of libraries to that database, and nothing runs it but this command.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from installer.packages import facts
from installer.packages.contents import Distribution, canonical
from installer.packages.sbom import closure

SOUND, FAULTS, NOT_ASKED = 0, 1, 3
"""Exit codes: nothing is known; something is; the database could not be asked about all of it. 2 is a wrong option."""


def pins(distributions: Iterable[Distribution]) -> str:
    """A list of exact versions, as pip reads it. Builds for a processor or a card count as the version they are of."""
    lines = (
        f"{one.name}=={one.version.partition('+')[0]}" for one in distributions if canonical(one.name) != facts.NAME
    )
    return "".join(f"{line}\n" for line in lines)


def ask(wanted: str, options: Sequence[str]) -> tuple[str, str]:
    """What pip-audit says of a list of versions: its stdout and stderr."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "requirements.txt")
        path.write_text(wanted, "utf-8")
        command = [sys.executable, "-m", "pip_audit", "--requirement", str(path), "--no-deps", "--disable-pip",
                   "--format", "json", "--progress-spinner", "off", *options]  # fmt: skip
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return done.stdout, done.stderr


def verdict(asked: int, answer: str, complaints: str) -> tuple[int, str]:
    """What the answer means: an exit code and what a person reads.

    Args:
        asked: About how many libraries.
        answer: pip-audit's stdout: JSON, if it came so far.
        complaints: Its stderr.
    """
    try:
        parts: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = (complaints.strip().splitlines() or ["pip-audit says nothing"])[-1]
        return NOT_ASKED, (
            f"The database of known faults cannot be asked from here; nothing was learnt about {asked} libraries.\n"
            f"Connect to the internet, or try another with --service osv. What was said: {last[:300]}"
        )
    faulty = [part for part in parts if part.get("vulns")]
    missing = [part["name"] for part in parts if "skip_reason" in part]
    lines = [f"{part['name']} {part['version']}: {_fault(fault)}" for part in faulty for fault in part["vulns"]]
    answered = len(parts) - len(missing)
    lines.append(f"{answered} of {asked} libraries were looked up; {len(faulty)} have known faults.")
    if answered < asked:
        lines.append(f"Nothing was learnt about: {', '.join(sorted(missing)) or 'the others'}.")
    return FAULTS if faulty else NOT_ASKED if answered < asked else SOUND, "\n".join(lines)


def _fault(fault: dict[str, Any]) -> str:
    mended = ", ".join(fault.get("fix_versions", ()))
    return f"{fault['id']}, {f'mended in {mended}' if mended else 'not mended yet'}"


def main(arguments: Sequence[str]) -> int:
    """Entry of `python -m installer.audit`; returns the exit status."""
    parser = argparse.ArgumentParser(prog="run audit", description=__doc__)
    parser.add_argument("--service", choices=("pypi", "osv"), default="pypi", help="which database is asked")
    chosen = parser.parse_args(arguments)
    distributions = closure(facts.NAME, ("openvino", "train", "report", "cluster"))
    code, text = verdict(len(distributions) - 1, *ask(pins(distributions), ("--vulnerability-service", chosen.service)))
    print(text)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
