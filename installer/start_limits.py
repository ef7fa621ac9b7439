"""Which Pythons will do. Like start.py, kept to words that every Python 3 can read."""

OLDEST = (3, 11)
NEWEST = (3, 13)


def refusal(version: "tuple[int, ...]") -> "str | None":
    """Say why a Python of this (major, minor) will not do; None if it will."""
    if OLDEST <= version[:2] <= NEWEST:
        return None
    return (
        "AudioSep Desktop needs Python 3.11, 3.12 or 3.13, and this is Python %d.%d. "  # noqa: UP031
        "Install one of these and run the same command again." % version[:2]
    )
