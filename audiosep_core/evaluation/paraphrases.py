"""Other words for the same sound: for a label, or for one row of a list (a re-annotated caption)."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from audiosep_core.errors import AudioSepError
from audiosep_core.library.resources import resource


@dataclass(frozen=True)
class Paraphrases:
    """What else a person may call a sound.

    Attributes:
        by: "label" or "idx": what `words` is keyed by.
        words: The paraphrases of each.
        sha256: Of the file.
    """

    by: str
    words: dict[str, tuple[str, ...]]
    sha256: str

    def of(self, index: int, label: str) -> tuple[str, ...]:
        """Paraphrases of a row, () if there are none."""
        return self.words.get(label if self.by == "label" else str(index), ())


def read_paraphrases(path: Path | None = None) -> Paraphrases:
    """Read a CSV with the columns (label, paraphrase) or (idx, paraphrase); None: the ones that ship with the program.

    Raises:
        AudioSepError: the file cannot be read or has other columns.
    """
    path = path or resource("evaluation", "paraphrases.csv")
    try:
        data = path.read_bytes()
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    except OSError as error:
        raise AudioSepError("list-missing", f"'{path.name}' could not be read.", str(error.strerror)) from None
    except (UnicodeDecodeError, csv.Error):
        raise AudioSepError("list-unknown", f"'{path.name}' is not a list in CSV and UTF-8.") from None
    by = next((key for key in ("label", "idx") if rows and key in rows[0]), None)
    if by is None or "paraphrase" not in rows[0]:
        raise AudioSepError("list-unknown", f"'{path.name}' lacks the columns label (or idx) and paraphrase.")
    words: dict[str, list[str]] = {}
    for row in rows:
        if row[by] and row["paraphrase"]:
            words.setdefault(row[by], []).append(row["paraphrase"])
    return Paraphrases(by, {key: tuple(value) for key, value in words.items()}, hashlib.sha256(data).hexdigest())
