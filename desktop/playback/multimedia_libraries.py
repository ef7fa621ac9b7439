"""Has the system load the libraries of Qt's multimedia module, on whatever thread asks, before Python needs them.

To import the module and to begin to use it is mostly loading: of it and of a plug-in with its codecs. Python, and the
loaders of PySide, keep the interpreter locked meanwhile, so that the window would stand still; a foreign call does not.
"""

from __future__ import annotations

import ctypes
import importlib.util
import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

logger = logging.getLogger(__name__)

_MODULE = "PySide6.QtMultimedia"


def library_files() -> list[Path]:
    """The module and its plug-ins, as far as they are files."""
    found = importlib.util.find_spec(_MODULE)
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "multimedia")
    module = [Path(found.origin)] if found is not None and found.origin else []
    return [path for path in (*module, *sorted(plugins.glob("*"))) if path.is_file()]


def load_libraries() -> None:
    """Load them. What cannot be loaded here is loaded later by whoever needs it, and slower."""
    for path in library_files():
        if not _load(path):
            logger.debug("not loaded ahead: %s", path)


def _load(path: Path) -> bool:
    if sys.platform == "win32":
        return bool(ctypes.WinDLL("kernel32").LoadLibraryW(ctypes.c_wchar_p(str(path))))
    load = ctypes.CDLL(None).dlopen
    load.restype = ctypes.c_void_p
    return bool(load(ctypes.c_char_p(os.fsencode(path)), ctypes.c_int(os.RTLD_NOW | os.RTLD_LOCAL)))
