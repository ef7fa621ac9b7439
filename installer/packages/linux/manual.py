"""The manual pages of the two commands."""

from __future__ import annotations

import gzip
from pathlib import Path

from installer.packages import facts

_PAGES = {
    facts.NAME: r""".TH AUDIOSEP-DESKTOP 1 "" "AudioSep Desktop {version}"
.SH NAME
audiosep\-desktop \- say what you want to hear, get it on a track of its own
.SH SYNOPSIS
.B audiosep\-desktop
[\fIFILE\fR ...]
.SH DESCRIPTION
Opens a recording, or the sound of a video, or a project. Mark a stretch, type what you want to hear, press Enter.
.SH OPTIONS
.TP
.B \-\-safe\-mode
Default settings, kept by nobody, and the processor.
.TP
.B \-\-debug
Log more, and whatever makes the window stand still.
.TP
.B \-\-version
Print the version.
.SH FILES
Settings, models and logs lie in the person's own folders; \fBaudiosep info\fR names them.
.SH SEE ALSO
.BR audiosep (1)
""",
    facts.COMMAND_LINE: r""".TH AUDIOSEP 1 "" "AudioSep Desktop {version}"
.SH NAME
audiosep \- separate sounds by words, from a terminal
.SH SYNOPSIS
.B audiosep separate
\fIRECORDING\fR \-p \fIWORDS\fR [\-o \fIFOLDER\fR]
.br
.B audiosep
\fICOMMAND\fR \-\-help
.SH DESCRIPTION
Writes what the words say and everything else as files of their own.
Other commands separate whole folders (\fBbatch\fR), tell where something is heard (\fBfind\fR, \fBsuggest\fR), manage
models (\fBmodels\fR) and print versions and folders (\fBinfo\fR). \fBaudiosep \-\-help\fR lists all of them.
.SH SEE ALSO
.BR audiosep\-desktop (1)
""",
}


def write_manual(folder: Path) -> None:
    """Put the pages into a folder `man1`, compressed as Debian wants them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in _PAGES.items():
        text = page.replace("{version}", facts.version())
        (folder / f"{name}.1.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
