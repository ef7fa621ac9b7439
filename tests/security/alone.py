"""A network of its own without a way out, in which the kernel counts every attempt to reach somebody. Linux only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import psutil

_CALL = """
import socket
try:
    socket.create_connection(("192.0.2.1", 443), 1)
except OSError:
    print(open("/proc/self/net/snmp").read())
"""
_LISTENS = 0x10000  # __SO_ACCEPTCON


def alone() -> list[str]:
    """What runs a program in such a network; nothing where that cannot be had."""
    for way in (["unshare", "--net"], ["unshare", "--net", "--map-root-user"]):
        try:
            done = subprocess.run([*way, sys.executable, "-c", _CALL], capture_output=True, text=True, timeout=60)
        except OSError:
            return []
        if _counted(done.stdout):
            return way
    return []


def calls(pid: int) -> dict[str, int]:
    """What the network of a process has seen: attempts to reach somebody, a look-up of a name included."""
    newer = [line.split() for line in Path(f"/proc/{pid}/net/snmp6").read_text().splitlines()]
    sixes = {name: int(count) for name, count in newer if name == "Ip6OutNoRoutes" and int(count)}
    return _counted(Path(f"/proc/{pid}/net/snmp").read_text()) | sixes


def _counted(snmp: str) -> dict[str, int]:
    rows = [line.partition(":") for line in snmp.splitlines()]
    found = {}
    for (protocol, _, names), (_, _, counts) in zip(rows[::2], rows[1::2], strict=False):
        for name, count in zip(names.split(), counts.split(), strict=True):
            if name in ("OutRequests", "OutNoRoutes", "ActiveOpens", "OutDatagrams") and int(count):
                found[protocol + name] = int(count)
    return found


def listening(process: psutil.Process) -> list[str]:
    """Sockets of a process to which anybody may connect: of the network, and of the file system."""
    found = [str(socket.laddr) for socket in process.net_connections("inet")]
    sockets = set()
    for descriptor in Path(f"/proc/{process.pid}/fd").iterdir():
        try:
            sockets.add(descriptor.readlink().name)
        except OSError:  # closed meanwhile
            continue
    for line in Path(f"/proc/{process.pid}/net/unix").read_text().splitlines()[1:]:
        fields = line.split()
        if int(fields[3], 16) & _LISTENS and f"socket:[{fields[6]}]" in sockets:
            found.append(line)
    return found
