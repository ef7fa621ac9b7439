"""What can be set, one line each. A page shows its entries in this order; the search finds them by their words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.services.language import titles


@dataclass(frozen=True)
class Choice:
    """One of several values.

    Attributes:
        page: Id of the page.
        setting: Name in `Settings`.
        label: What it is, before translation.
        options: Values, and what they are called before translation.
        note: A sentence below it, before translation, or "".
    """

    page: str
    setting: str
    label: str
    options: tuple[tuple[str, str], ...]
    note: str = ""


@dataclass(frozen=True)
class Tick:
    """On or off; attributes as in `Choice`."""

    page: str
    setting: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Number:
    """A whole number within bounds; attributes as in `Choice`."""

    page: str
    setting: str
    label: str
    lowest: int
    highest: int
    step: int = 1
    unit: str = ""
    note: str = ""


@dataclass(frozen=True)
class Folder:
    """A folder; attributes as in `Choice`. `kind` is "models" or "cache"."""

    page: str
    setting: str
    label: str
    kind: str
    note: str = ""


@dataclass(frozen=True)
class Output:
    """The sound output; attributes as in `Choice`."""

    page: str
    setting: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Words:
    """A paragraph with nothing to set."""

    page: str
    label: str
    note: str


Entry = Choice | Tick | Number | Folder | Output | Words

PAGES: tuple[tuple[str, str], ...] = (
    ("appearance", "Appearance"),
    ("listening", "Sound"),
    ("editing", "Editing"),
    ("jobs", "Jobs"),
    ("keys", "Keys and mouse"),
    ("storage", "Models and storage"),
    ("privacy", "Privacy"),
)
"""Pages by id, and their names before translation. One without entries is not shown; "keys" shows the key map."""

ENTRIES: tuple[Entry, ...] = (
    Choice(
        "appearance",
        "theme",
        "Theme",
        (
            ("system", "Follow the system"),
            ("dark", "Dark"),
            ("light", "Light"),
            ("contrast", "High contrast"),
        ),
    ),
    Number("appearance", "text_size", "Text size", 80, 200, 10, " %"),
    Choice(
        "appearance",
        "language",
        "Language",
        (("", "Follow the system"), *titles()),
        "Translations other than English are machine-made and not yet reviewed.",
    ),
    Output("listening", "device_name", "Output device"),
    Tick(
        "listening",
        "return_on_stop",
        "Stopping goes back to where playing began",
    ),
    Tick(
        "editing",
        "wheel_zooms",
        "The wheel zooms",
        "Otherwise it scrolls the stems, and Ctrl+wheel zooms.",
    ),
    Tick("jobs", "notify", "Tell when a long job is done", "With a notification, while another window is in front."),
    Tick("jobs", "chime", "Play a sound when a long job is done"),
    Tick("jobs", "keep_awake", "Keep the computer awake while a job runs"),
    Folder(
        "storage",
        "models_folder",
        "Models folder",
        "models",
        "Models stay where they are; another folder is used from the next start.",
    ),
    Folder(
        "storage",
        "cache_folder",
        "Cache folder",
        "cache",
        "Unfinished work and the pictures of recordings. Another folder is used from the next start.",
    ),
    Words(
        "privacy",
        "Everything runs on this computer",
        "Recordings, words and results stay here. There is no telemetry, no account and no check for updates, so "
        "there is nothing to switch off. The internet is used only when you download a model.",
    ),
)


def said(text: str) -> str:
    """A text of this table in the person's language."""
    return QCoreApplication.translate("preferences", text) if text else ""


def search_words(entry: Entry) -> str:
    """Everything that an entry says, folded for a search."""
    options = [said(name) for _, name in entry.options] if isinstance(entry, Choice) else []
    page = said(dict(PAGES)[entry.page])
    return " ".join([page, said(entry.label), said(entry.note), *options]).casefold()
