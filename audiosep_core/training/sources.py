"""Where training sounds come from: a manifest CSV, AudioSep's JSON of captions, or a folder with one folder a label."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from audiosep_core.audio.suffixes import is_recording_name
from audiosep_core.errors import AudioSepError
from audiosep_core.training.clips import Clip

MANIFEST = "manifest.csv"
_COLUMNS = ("file", "label", "caption", "split_group", "split")


def read_source(path: Path, split: str = "train") -> list[Clip]:
    """Clips of a data source, whichever of the three kinds it is.

    Args:
        path: A manifest CSV or the folder that holds `manifest.csv`; a JSON file in AudioSep's layout; or a folder
            whose sub-folders are named by what is heard in their files.
        split: Which part of a manifest; the other kinds have one part only, "train".

    Raises:
        AudioSepError: nothing is there, or it is none of the three.
    """
    path = path.expanduser()
    if (path / MANIFEST).is_file():
        return read_manifest(path / MANIFEST, split)
    if path.is_dir():
        return read_folder(path)
    if path.suffix.lower() == ".json":
        return read_captions(path)
    return read_manifest(path, split)


def read_manifest(path: Path, split: str) -> list[Clip]:
    """Rows of a manifest CSV (file, label, caption, split_group, split) that belong to `split`.

    A row whose `source_repo` is "made" is made sound; one without a caption is captioned by its label.

    Raises:
        AudioSepError: no such file, a column is missing, or a row is too short, or without a file or label.
    """
    try:
        # Spreadsheets put a mark before the first column's name.
        with path.open(newline="", encoding="utf-8-sig") as file:
            clips = []
            for number, row in enumerate(csv.DictReader(file), start=1):
                if any(row[column] is None for column in _COLUMNS):
                    raise _damaged_row(number, path, "it is too short")
                if row["split"] == split:
                    clips.append(_clip(number, row, path))
            return clips
    except OSError as error:
        raise AudioSepError(
            "manifest-missing", f"The manifest '{path}' could not be read: {error.strerror}.", "Check --data."
        ) from None
    except (UnicodeDecodeError, csv.Error):
        raise AudioSepError("manifest-unknown", f"'{path.name}' is not a manifest in CSV and UTF-8.") from None
    except KeyError as error:
        raise AudioSepError("manifest-unknown", f"The manifest '{path.name}' lacks the column {error}.") from None


def _clip(number: int, row: dict[str, str], path: Path) -> Clip:
    for column in ("file", "label"):
        if not row[column].strip():
            raise _damaged_row(number, path, f"it names no {column}")
    caption = row["caption"] if row["caption"].strip() else row["label"]
    made = row.get("source_repo") == "made"
    return Clip(row["file"], row["label"], caption, row["split_group"], path.parent, made)


def _damaged_row(number: int, path: Path, what: str) -> AudioSepError:
    message = f"Row {number} of '{path.name}' cannot be used: {what}."
    return AudioSepError("manifest-damaged", message, "Complete it, or take it out.")


def read_captions(path: Path) -> list[Clip]:
    """AudioSep's training list: `{"data": [{"wav": path, "caption": words}, …]}`, paths relative to the file.

    Every caption is a class of its own; clips that share one are one class. Sounds without a caption are left out.

    Raises:
        AudioSepError: it is not such a file, or a row names no sound.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8-sig"))["data"]
        captioned = [(number, row["wav"], row["caption"]) for number, row in enumerate(rows, start=1)]
    except OSError as error:
        raise AudioSepError(
            "manifest-missing", f"The list '{path}' could not be read: {error.strerror}.", "Check --data."
        ) from None
    except (UnicodeDecodeError, ValueError, KeyError, TypeError):
        raise AudioSepError(
            "manifest-unknown",
            f"'{path.name}' is not a list of sounds and captions.",
            'It should read {"data": [{"wav": "sounds/1.wav", "caption": "A dog barks."}, …]}.',
        ) from None
    clips = []
    for number, wav, words in captioned:
        caption = " ".join(str(words).split()) if words is not None else ""
        if wav is None or not str(wav).strip():
            raise _damaged_row(number, path, "it names no sound")
        if caption:
            clips.append(Clip(str(wav), caption, caption, str(wav), path.parent))
    return clips


def read_folder(path: Path) -> list[Clip]:
    """A folder with one sub-folder a label; "dog_bark" and "dog-bark" are read as "dog bark".

    Each file is taken for a recording of its own.

    Raises:
        AudioSepError: no sub-folder holds a sound.
    """
    clips = []
    for folder in sorted(p for p in path.iterdir() if p.is_dir() and not p.name.startswith(".")):
        label = " ".join(folder.name.replace("_", " ").replace("-", " ").split()).lower()
        for file in sorted(folder.rglob("*")):
            if file.is_file() and is_recording_name(file.name) and label:
                name = file.relative_to(path).as_posix()
                clips.append(Clip(name, label, label, name, path))
    if not clips:
        raise AudioSepError(
            "no-clips",
            f"There are no sounds to learn from in '{path.name}'.",
            "Put the files into sub-folders named by what is heard: dog bark/1.wav, door bell/a.flac, …",
        )
    return clips
