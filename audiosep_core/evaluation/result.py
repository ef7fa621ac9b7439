"""What an evaluation leaves: rows, figures and the facts that make them comparable; as JSON, as CSV, and back."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import math
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.protocol import EvaluationProtocol
from audiosep_core.evaluation.rows import FIGURE_NAMES, Row, row_from
from audiosep_core.evaluation.summary import Difference, summary

_PACKAGES = ("numpy", "torch", "soxr", "soundfile", "pesq")


@dataclass(frozen=True)
class Result:
    """A protocol and what came of it."""

    protocol: EvaluationProtocol
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """List and words, for people."""
        return f"{self.protocol.list_name}, {self.protocol.query}"


@dataclass(frozen=True)
class Facts:
    """What was judged, and with what: two figures compare only where these agree.

    Attributes:
        model: Its name.
        model_sha256: Of its file.
        device: Where it ran.
        seed: Of the bootstrap; mixing has no randomness.
        versions: Of this program and the libraries whose version can change a figure.
        paraphrases_sha256: Of the file of paraphrases, "" if none was asked.
    """

    model: str
    model_sha256: str
    device: str
    seed: int
    versions: dict[str, str]
    paraphrases_sha256: str = ""


def versions() -> dict[str, str]:
    """Versions of this program and of what calculates."""
    from audiosep_core import __version__

    found = {"audiosep-desktop": __version__, "python": platform.python_version()}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def file_sha256(path: Path) -> str:
    """Of a file's bytes, without holding them."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def as_json(facts: Facts, results: Sequence[Result], compared: Sequence[Difference] = ()) -> str:
    """Everything. A figure that is not a number is null."""
    lists = []
    for result in results:
        protocol = result.protocol
        lists.append(
            {
                "protocol": protocol.name,
                "list": protocol.list_name,
                "query": protocol.query,
                "list_sha256": protocol.list_sha256,
                "model_sha256": facts.model_sha256,
                "rate_hz": protocol.rate_hz,
                "warnings": list(protocol.warnings),
                "summary": summary(protocol, result.rows, facts.seed),
                "rows": [asdict(row) for row in result.rows],
            }
        )
    content = {
        "version": facts.versions["audiosep-desktop"],
        **asdict(facts),
        "lists": lists,
        "differences": [asdict(difference) for difference in compared],
    }
    return json.dumps(_finite(content), indent=1, allow_nan=False) + "\n"


def as_csv(facts: Facts, results: Sequence[Result]) -> str:
    """A row per item and prompt, each with all that it takes to know what it is a figure of."""
    about = ("seed", "model", "model_sha256", "list_sha256", "versions")
    names = [field.name for field in fields(Row) if field.name not in ("by_prompt", *FIGURE_NAMES)]
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["protocol", "list", "query", *names, *FIGURE_NAMES, *about])
    libraries = " ".join(f"{name}={number}" for name, number in facts.versions.items())
    for result in results:
        protocol = result.protocol
        ends = [facts.seed, facts.model, facts.model_sha256, protocol.list_sha256, libraries]
        for row in result.rows:
            for answer in row.by_prompt or (row,):
                cells = [getattr(answer, name) for name in (*names, *FIGURE_NAMES)]
                cells = ["" if cell is None else cell for cell in cells]
                writer.writerow([protocol.name, protocol.list_name, protocol.query, *cells, *ends])
    return target.getvalue()


@dataclass(frozen=True)
class Recorded:
    """An earlier evaluation, out of its JSON: rows by (list, query, SHA-256 of the list)."""

    model: str
    rows: dict[tuple[str, str, str], tuple[Row, ...]]

    def of(self, protocol: EvaluationProtocol) -> tuple[Row, ...]:
        """Rows of the same items of the same list, asked with the same words.

        Raises:
            AudioSepError: it has none.
        """
        found = self.rows.get((protocol.list_name, protocol.query, protocol.list_sha256))
        if found is None or {row.index for row in found} != {item.index for item in protocol.items}:
            raise AudioSepError(
                "not-comparable",
                f"The other evaluation does not hold '{protocol.list_name}' asked by {protocol.query}.",
                "It may be of another list with the same name: evaluate both again.",
            )
        return found


def read_json(path: Path) -> Recorded:
    """Read back what `as_json` wrote.

    Raises:
        AudioSepError: the file cannot be read or is something else.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        rows = {
            (entry["list"], entry["query"], entry["list_sha256"]): tuple(row_from(row) for row in entry["rows"])
            for entry in content["lists"]
        }
        model = str(content.get("model", path.stem))
    except OSError as error:
        raise AudioSepError("list-missing", f"'{path}' could not be read: {error.strerror}.") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise AudioSepError("list-unknown", f"'{path.name}' is not an evaluation written by --json.") from None
    return Recorded(model, rows)


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
