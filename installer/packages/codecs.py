"""x264 and x265 are under the GPL and not needed: in the packages small libraries of ours stand in their places.

PyAV's wheels bring an FFmpeg that was linked against both, so it does not load without libraries of these names. The
program writes sound and copies pictures as they are; it never encodes a picture. A stand-in has every function that
FFmpeg asks for by name, and each says "no": who asks for one of these encoders gets an error. Why: decision 16.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

_GPL = re.compile(r"(?:lib)?x26[45]\b.*\.(?:so|dll|dylib)", re.IGNORECASE)
_AVCODEC = re.compile(r"(?:lib)?avcodec\b.*\.(?:so|dll|dylib)")
_SYMBOL = re.compile(rb"\x00_?(x26[45]_[a-z0-9_]+)(?=\x00)")
_MARK = b"audiosep: stands in for a library that is left out"

# FFmpeg reads a table of levels as data, and calls x265 through a table of functions that one function returns; its
# first call must get a null pointer, which it takes for "out of memory".
_HEAD = f"""
#ifdef _WIN32
#define SHOWN __declspec(dllexport)
#else
#define SHOWN __attribute__((visibility("default")))
#endif
SHOWN const char audiosep_mark[] = "{_MARK.decode()}";
static void *no(void) {{ return 0; }}
#define N4 no, no, no, no,
#define N16 N4 N4 N4 N4
static void *(*const nothing[])(void) = {{ N16 N16 N16 N16 }};
"""
_FUNCTION = "SHOWN void *{name}(void) {{ return {value}; }}\n"
_DATA = "SHOWN const char {name}[8192] = {{0}};\n"


def leave_out(tree: Path, compiler: str = "cc") -> list[str]:
    """Put stand-ins in the place of x264 and x265.

    Args:
        tree: The frozen program; its files are replaced.
        compiler: A C compiler for the system that the tree is for.

    Returns:
        The names of what was replaced.

    Raises:
        OSError: There is no such compiler.
        RuntimeError: The libraries are there and what asks for them is not, so nothing can stand in.
        subprocess.CalledProcessError: The compiler failed.
    """
    found = gpl_libraries(tree)
    if not found:
        return []
    symbols = asked_for(path for path in tree.rglob("*") if path.is_file() and _AVCODEC.fullmatch(_stem(path)))
    for path in found:
        kind = re.sub(r"^lib", "", path.name.lower())[:4]
        wanted = sorted(name for name in symbols if name.startswith(kind))
        if not wanted:
            raise RuntimeError(f"No library in {tree} asks for {path.name}.")
        stand_in = _compile(path.name, wanted, compiler)
        path.unlink()
        path.write_bytes(stand_in)
        path.chmod(0o755)
    return [path.name for path in found]


def gpl_libraries(tree: Path) -> list[Path]:
    """The files of x264 and x265 themselves; no links, no stand-ins."""
    return [
        path
        for path in sorted(tree.rglob("*"))
        if path.is_file() and not path.is_symlink() and _GPL.fullmatch(_stem(path)) and _MARK not in path.read_bytes()
    ]


def asked_for(libraries: Iterable[Path]) -> set[str]:
    """Names of x264 and x265 that stand in the tables of FFmpeg's library; a few more than it needs do no harm."""
    found: set[str] = set()
    for path in libraries:
        found |= {name.decode() for name in _SYMBOL.findall(path.read_bytes())}
    return found


def source(names: Iterable[str]) -> str:
    """The C text of a stand-in."""
    lines = [_HEAD]
    for name in names:
        value = "(void *)nothing" if name.startswith("x265_api_get") else "0"
        lines.append(_DATA.format(name=name) if name.endswith("_levels") else _FUNCTION.format(name=name, value=value))
    return "".join(lines)


def _compile(name: str, symbols: Iterable[str], compiler: str) -> bytes:
    named = {
        "linux": ["-shared", "-fPIC", f"-Wl,-soname,{name}"],
        "darwin": ["-dynamiclib", f"-Wl,-install_name,@rpath/{name}"],
        "win32": ["-shared"],
    }[sys.platform]
    with tempfile.TemporaryDirectory() as folder:
        text, built = Path(folder) / "stand_in.c", Path(folder) / name
        text.write_text(source(symbols), "utf-8")
        subprocess.run([compiler, "-Os", *named, "-o", str(built), str(text)], check=True)
        return built.read_bytes()


def _stem(path: Path) -> str:
    """The name without the numbers after ".so"."""
    return re.sub(r"(\.so)(\.\d+)*$", r"\1", path.name)
