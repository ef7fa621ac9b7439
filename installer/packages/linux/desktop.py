"""The folder `share` of every Linux package: menu entry, metadata, icons, kinds of files.

Names after the specifications of freedesktop.org: desktop entries, AppStream, icon themes, shared MIME-info.
"""

from __future__ import annotations

import html
from pathlib import Path

from installer.packages import icons
from installer.packages.facts import (
    APPSTREAM_ID,
    COMMAND_LINE,
    DESCRIPTION,
    NAME,
    PROJECT_MIME,
    PROJECT_SUFFIX,
    SUMMARY,
    TITLE,
    releases,
)

# What `open_audio` reads, by the names that shared-mime-info gives it.
# fmt: off
RECORDING_MIMES = (
    "audio/x-wav", "audio/vnd.wave", "audio/flac", "audio/x-flac", "audio/mpeg", "audio/mp2", "audio/ogg",
    "audio/x-vorbis+ogg", "audio/x-opus+ogg", "audio/x-speex+ogg", "audio/x-flac+ogg", "audio/x-aiff", "audio/x-aifc",
    "audio/x-caf", "audio/basic", "audio/x-voc", "audio/mp4", "audio/x-m4b", "audio/aac", "audio/x-ms-wma", "audio/ac3",
    "audio/vnd.dts", "audio/AMR", "audio/x-ape", "audio/x-wavpack", "audio/x-tta", "audio/x-matroska",
    "video/mp4", "video/x-m4v", "video/quicktime", "video/x-matroska", "video/webm", "video/x-msvideo", "video/mpeg",
    "video/mp2t", "application/vnd.ms-asf", "video/3gpp", "video/3gpp2", "video/x-flv", "video/x-ms-wmv", "video/ogg",
    "application/mxf",
)
# fmt: on


def desktop_entry(command: str) -> str:
    """The entry of the menu, and what "Open with" reads.

    Args:
        command: The program to start, as a name on the path or an absolute path.
    """
    return f"""\
[Desktop Entry]
Type=Application
Name={TITLE}
GenericName=Sound Separator
GenericName[de]=Klangtrenner
GenericName[es]=Separador de sonidos
GenericName[ja]=音の分離
Comment={SUMMARY}
Comment[de]=Sag, was du hören willst, und es kommt auf eine eigene Spur
Comment[es]=Di lo que quieres oír y lo tendrás en una pista propia
Comment[ja]=聞きたい音を言葉で伝えると、その音だけのトラックができます
Exec={_quoted(command)} %F
TryExec={command}
Icon={NAME}
Terminal=false
StartupNotify=true
StartupWMClass={NAME}
Categories=AudioVideo;Audio;AudioVideoEditing;Qt;
Keywords=separate;stems;isolate;unmix;remove vocals;sound;spectrogram;
MimeType={PROJECT_MIME};{";".join(RECORDING_MIMES)};
"""


def metainfo() -> str:
    """AppStream's description of the program, which software centres show."""
    paragraphs = "\n".join(f"    <p>{html.escape(text, quote=False)}</p>" for text in DESCRIPTION)
    # AppStream wants a date of each: what is not released has none.
    released = "\n".join(f'    <release version="{one.version}" date="{one.date}"/>' for one in releases() if one.date)
    history = f"  <releases>\n{released}\n  </releases>\n" if released else ""
    media = "\n".join(f"    <mediatype>{name}</mediatype>" for name in (PROJECT_MIME, *RECORDING_MIMES))
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{APPSTREAM_ID}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>MIT</project_license>
  <name>{TITLE}</name>
  <summary>{SUMMARY}</summary>
  <developer_name>The AudioSep Desktop developers</developer_name>
  <description>
{paragraphs}
  </description>
  <launchable type="desktop-id">{NAME}.desktop</launchable>
  <icon type="stock">{NAME}</icon>
  <categories>
    <category>AudioVideo</category>
    <category>Audio</category>
    <category>AudioVideoEditing</category>
  </categories>
  <provides>
    <binary>{NAME}</binary>
    <binary>{COMMAND_LINE}</binary>
{media}
  </provides>
  <content_rating type="oars-1.1"/>
{history}</component>
"""


def mime_package() -> str:
    """The kind of the file inside a project's folder that is there to be double-clicked."""
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{PROJECT_MIME}">
    <comment>AudioSep project</comment>
    <comment xml:lang="de">AudioSep-Projekt</comment>
    <comment xml:lang="es">Proyecto de AudioSep</comment>
    <comment xml:lang="ja">AudioSep プロジェクト</comment>
    <sub-class-of type="application/json"/>
    <icon name="{NAME}"/>
    <glob pattern="*{PROJECT_SUFFIX}"/>
  </mime-type>
</mime-info>
"""


def write_share(share: Path, command: str) -> None:
    """Fill a folder `share`: applications, metainfo, mime, icons.

    Args:
        share: The folder; made where it is missing.
        command: As for `desktop_entry`.
    """
    _write(share / "applications" / f"{NAME}.desktop", desktop_entry(command).encode())
    _write(share / "metainfo" / f"{APPSTREAM_ID}.metainfo.xml", metainfo().encode())
    _write(share / "mime" / "packages" / f"{NAME}.xml", mime_package().encode())
    theme = share / "icons" / "hicolor"
    _write(theme / "scalable" / "apps" / f"{NAME}.svg", icons.ICON.read_bytes())
    for size in icons.SIZES:
        _write(theme / f"{size}x{size}" / "apps" / f"{NAME}.png", icons.png(size))


def _quoted(command: str) -> str:
    """A word of Exec: in quotation marks where it holds a reserved character."""
    command = command.replace("%", "%%")
    if all(character.isalnum() or character in "/._-%" for character in command):
        return command
    escaped = "".join(f"\\{character}" if character in '"`$\\' else character for character in command)
    return '"' + escaped.replace("\\", "\\\\") + '"'


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
