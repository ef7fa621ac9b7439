from __future__ import annotations

import subprocess
import sys

import pytest

from audiosep_core.engine.backends import openvino_backend

CHILD = """
import os, sys, threading
told = []
os.register_at_fork(before=lambda: told.append("fork"))
sys.addaudithook(lambda event, _: told.append(event) if event in ("socket.connect", "socket.getaddrinfo") else None)
from audiosep_core.engine.backends.openvino_backend import precisions
assert precisions()
for thread in threading.enumerate():
    if thread is not threading.current_thread():
        thread.join(10)
import atexit
# Thread pools are joined before this: what they would still do is done.
atexit.register(lambda: print(told, sys.modules.get("openvino_telemetry")))
"""


@pytest.mark.skipif(not openvino_backend.is_installed(), reason="the extra openvino is not installed")
def test_openvino_tells_nobody_that_it_was_started() -> None:
    """Its import would: from a forked process, which also holds this one's pipes open."""
    done = subprocess.run([sys.executable, "-c", CHILD], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[] None"
