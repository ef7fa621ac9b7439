"""A registry file of the person's own, so that the shipped commands know the stand-in that a loopback hub serves."""

from __future__ import annotations

import json
from pathlib import Path

from audiosep_core.library.catalogue import Entry, HubFile
from audiosep_core.library.paths import models_folder


def write_registry(*entries: Entry) -> Path:
    """Write entries into the models folder of the home in force."""
    path = models_folder() / "registry.toml"
    path.write_text("\n".join(_model(entry) for entry in entries), encoding="utf-8")
    return path


def _model(entry: Entry) -> str:
    assert entry.checkpoint is not None
    facts = {
        "name": entry.name,
        "title": entry.title,
        "good_for": entry.good_for,
        "licence": entry.licence,
        "caveat": entry.caveat,
        "imported_size": entry.imported_size,
        **({"tokenizer": f"words of {entry.name}"} if entry.tokenizer else {}),
    }
    lines = ["[[model]]", *_facts(facts), "[model.checkpoint]", *_file(entry.checkpoint, "model.checkpoint.source")]
    if entry.words:
        lines += ["[model.words]", *_file(entry.words, "model.words.source")]
    if entry.tokenizer:
        lines += ["[[tokenizer]]", *_facts({"name": f"words of {entry.name}"})]
        for file in entry.tokenizer:
            lines += ["[[tokenizer.part]]", *_file(file, "tokenizer.part.source")]
    return "\n".join(lines)


def _file(file: HubFile, table: str) -> list[str]:
    lines = _facts({"file": file.file, "size": file.size, "sha256": file.sha256})
    for source in file.sources:
        lines += [f"[[{table}]]", *_facts(vars(source))]
    return lines


def _facts(facts: dict[str, object]) -> list[str]:
    return [f"{key} = {json.dumps(value)}" for key, value in facts.items()]
