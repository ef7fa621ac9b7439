"""OpenVINO without its telemetry: its import would tell a server of every start, from a forked process.

The fork also keeps this process's pipes open after it is killed, so that its parent would wait for ever.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

_TELEMETRY = "openvino_telemetry"


def openvino(module: str = "openvino") -> Any:
    """Import OpenVINO, or a module of it.

    None in `sys.modules` makes Python answer that there is no such package; OpenVINO then goes without.

    Raises:
        ImportError: it is not installed, or its libraries cannot be loaded.
    """
    sys.modules.setdefault(_TELEMETRY, None)  # type: ignore[arg-type]
    return import_module(module)
