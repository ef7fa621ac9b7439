"""Logs without the person: they are shown to strangers, and paths bear names."""

from __future__ import annotations

import getpass
import logging
import os
import re
from pathlib import Path


class HomelessFormatter(logging.Formatter):
    """Writes "~" for the home folder, and for the person's name where it is a folder of any other path.

    Args:
        layout: As of `logging.Formatter`.
        home: Whose home; this process's.
        user: Whose name; this process's, if the system knows it.
    """

    def __init__(self, layout: str, home: Path | None = None, user: str | None = None) -> None:
        super().__init__(layout)
        home = home or Path.home()
        user = _user() if user is None else user
        # A home of "/" (some containers) is nobody's name, and in every path.
        homes = [] if home == Path(home.anchor) else _spellings(home)
        # The end of a name: "/home/ada" is not in "/home/adam".
        patterns = [f"(?:{'|'.join(homes)})(?![\\w.-])"] if homes else []
        if user:
            patterns.append(rf"(?<=[/\\]){re.escape(user)}(?=[/\\])")
        self._names = re.compile("|".join(patterns), re.IGNORECASE if os.name == "nt" else 0) if patterns else None

    def format(self, record: logging.LogRecord) -> str:
        """The whole entry, its traceback too, without the person."""
        text = super().format(record)
        return self._names.sub("~", text) if self._names else text


def _spellings(home: Path) -> list[str]:
    """The home folder as paths, addresses and quoted texts have it, the longest first."""
    spellings = {str(home), home.as_posix(), str(home).replace("\\", "\\\\"), home.as_uri()}
    return [re.escape(spelling) for spelling in sorted(spellings, key=len, reverse=True)]


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container's user without a name
        return ""
