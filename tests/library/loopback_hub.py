"""A model hub on loopback: as much of the hub's protocol as a download needs, and the ways in which it goes wrong.

`resolve` answers with the hub's headers and redirects large files to a "CDN" path, which knows ranges.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

REQUESTS = 300
"""No test asks more often: a loop that does not end is told, not waited for."""
_PIECE = 64 * 1024
COMMIT = "5638854dccfaea5c5fa4f634c00fe74fbb119244"


@dataclass
class HubFile:
    """A file of the hub, and what happens to those who ask for it.

    Attributes:
        content: Its bytes, or the file that holds them.
        large: Whether it is redirected to the CDN, as what lies in LFS is.
        says_sha256: Whether the hub tells its hash before it is sent.
        status: What `resolve` answers instead of the file.
        error_code: X-Error-Code of that answer.
        cuts: After how many bytes of an answer the connection breaks, one entry an answer.
        flip: A byte that is sent wrong.
        hold_at: An answer stops at this byte of the file until `released` is set.
        drips: What comes after that stop comes a byte at a time: whoever is told to stop meanwhile is told in time.
        ranges: Whether the CDN knows ranges.
    """

    content: bytes | Path
    large: bool = True
    says_sha256: bool = True
    status: int = 0
    error_code: str = ""
    cuts: list[int] = field(default_factory=list)
    flip: int | None = None
    hold_at: int | None = None
    drips: bool = False
    ranges: bool = True
    served: int = 0
    asked: list[str] = field(default_factory=list)
    holding: threading.Event = field(default_factory=threading.Event)
    released: threading.Event = field(default_factory=threading.Event)

    @property
    def size(self) -> int:
        return len(self.content) if isinstance(self.content, bytes) else self.content.stat().st_size

    @property
    def sha256(self) -> str:
        if isinstance(self.content, bytes):
            return hashlib.sha256(self.content).hexdigest()
        with self.content.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def pieces(self, start: int) -> Iterator[bytes]:
        if isinstance(self.content, bytes):
            for at in range(start, self.size, _PIECE):
                yield self._spoilt(at, self.content[at : at + _PIECE])
            return
        with self.content.open("rb") as file:
            file.seek(start)
            at = start
            while piece := file.read(_PIECE):
                yield self._spoilt(at, piece)
                at += len(piece)

    def _spoilt(self, at: int, piece: bytes) -> bytes:
        if self.flip is None or not at <= self.flip < at + len(piece):
            return piece
        spoilt = bytearray(piece)
        spoilt[self.flip - at] ^= 1
        return bytes(spoilt)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """Who goes away in the middle is what these tests are about."""


class LoopbackHub:
    """The server; `files` by the path under its address, such as "spaces/who/what/resolve/REVISION/a/file".

    `moved` sends a path to another address; `credentials` is what clients told of themselves.
    """

    def __init__(self) -> None:
        self.files: dict[str, HubFile] = {}
        self.moved: dict[str, str] = {}
        self.requests: list[str] = []
        self.credentials: list[str] = []
        hub = self

        class Handler(_Handler):
            owner = hub

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def add(self, path: str, file: HubFile) -> HubFile:
        self.files[path] = file
        return file

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        for file in self.files.values():
            file.released.set()
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def loopback_hub() -> Iterator[LoopbackHub]:
    hub = LoopbackHub()
    hub.start()
    try:
        yield hub
    finally:
        hub.stop()


class _Handler(BaseHTTPRequestHandler):
    owner: LoopbackHub
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def _answer(self, body: bool) -> None:
        hub = self.owner
        path = unquote(urlsplit(self.path).path).lstrip("/")  # a proxy is asked with the whole address
        hub.requests.append(f"{self.command} {path}")
        hub.credentials += [self.headers[name] for name in ("Authorization", "Cookie") if name in self.headers]
        if len(hub.requests) > REQUESTS:
            self._say(429)
        elif path in hub.moved:  # a renamed repository: 307, relative
            self._say(307, {"Location": hub.moved[path]})
        elif path.startswith("cdn/") and (file := hub.files.get(path.removeprefix("cdn/"))) is not None:
            self._send(file, body)
        elif (file := hub.files.get(path)) is None:
            self._say(404, {"X-Error-Code": "EntryNotFound"})
        elif file.status:
            self._say(file.status, {"X-Error-Code": file.error_code} if file.error_code else {})
        else:
            self._resolve(path, file, body)

    def _resolve(self, path: str, file: HubFile, body: bool) -> None:
        if not file.large:
            blob = hashlib.sha1(b"blob %d\0" % file.size + b"".join(file.pieces(0))).hexdigest()
            self._send(file, body, {"X-Repo-Commit": COMMIT, "ETag": f'"{blob}"'})
            return
        headers = {"X-Repo-Commit": COMMIT, "X-Linked-Size": str(file.size), "Location": f"/cdn/{path}"}
        if file.says_sha256:
            headers["X-Linked-Etag"] = f'"{file.sha256}"'
        self._say(302, headers)

    def _send(self, file: HubFile, body: bool, headers: dict[str, str] | None = None) -> None:
        asked = self.headers.get("Range", "")
        file.asked.append(asked)
        found = re.fullmatch(r"bytes=(\d+)-", asked) if file.ranges else None
        start = int(found[1]) if found else 0
        headers = {**(headers or {}), "Content-Type": "application/octet-stream"}
        if file.ranges:
            headers["Accept-Ranges"] = "bytes"
        if start >= file.size:
            self._say(416, {"Content-Range": f"bytes */{file.size}"})
            return
        if found:
            headers["Content-Range"] = f"bytes {start}-{file.size - 1}/{file.size}"
        self.send_response(206 if found else 200)
        for name, value in {**headers, "Content-Length": str(file.size - start)}.items():
            self.send_header(name, value)
        self.end_headers()
        if body:
            self._stream(file, start)

    def _stream(self, file: HubFile, start: int) -> None:
        cut = file.cuts.pop(0) if file.cuts else None
        sent = 0
        try:
            for whole in file.pieces(start):
                piece = whole
                if cut is not None and sent + len(piece) > cut:
                    piece = piece[: cut - sent]
                if file.hold_at is not None and start + sent + len(piece) > file.hold_at:
                    before = piece[: max(0, file.hold_at - start - sent)]
                    self._write(file, before)
                    sent, piece = sent + len(before), piece[len(before) :]
                    file.holding.set()
                    file.released.wait(60)
                    if file.drips:
                        self._drip(file, piece)
                        break
                self._write(file, piece)
                sent += len(piece)
                if cut is not None and sent >= cut:
                    break
        except (BrokenPipeError, ConnectionResetError):
            pass
        if sent < file.size - start:
            self.close_connection = True

    def _drip(self, file: HubFile, piece: bytes) -> None:
        """A byte every half second; the connection ends after a minute of it."""
        for at in range(min(len(piece), 120)):
            self._write(file, piece[at : at + 1])
            threading.Event().wait(0.5)

    def _write(self, file: HubFile, piece: bytes) -> None:
        if piece:
            self.wfile.write(piece)
            self.wfile.flush()
            file.served += len(piece)

    def _say(self, status: int, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Length": "0"}.items():
            self.send_header(name, value)
        self.end_headers()
