"""Downloads from the model hub: resumed, checked, over plain HTTP (docs/decisions/0008-downloads.md).

huggingface_hub builds the addresses and holds the connection, so HF_ENDPOINT, proxies and HF_HUB_OFFLINE mean what they
mean everywhere. No token is sent, and nothing about this computer but the program's name and version. Addresses are
https, but for those of this computer; they are not logged, for they may hold passwords and signatures.
"""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
from huggingface_hub import get_session, hf_hub_url
from huggingface_hub.errors import OfflineModeIsEnabled

from audiosep_core import __version__
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError
from audiosep_core.library import failures
from audiosep_core.library.catalogue import HubFile, Source
from audiosep_core.library.part import Part, complete_path, hash_file, partial_path

OnBytes = Callable[[str, int], None]
"""Phase ("checking" what is here, "downloading") and bytes that are here."""

# It would log the address of every request.
logging.getLogger("httpx2").setLevel(logging.WARNING)

_HEADERS = {"user-agent": f"audiosep-desktop/{__version__}", "accept-encoding": "identity"}
_SHA256 = re.compile(r"[0-9a-f]{64}")
# After these another source is of no use.
_FINAL = {"network-down", "network-off", "download-cut", "disk-full", "folder-read-only"}


@dataclass(frozen=True)
class Hub:
    """Where to ask, and how patiently.

    Attributes:
        endpoint: Address of the hub; None is what HF_ENDPOINT says, or the public one.
        tries: How often in a row nothing may come before it is given up.
        wait_s: Seconds before the second try; doubled each time.
        timeout_s: Seconds without an answer that count as none.
    """

    endpoint: str | None = None
    tries: int = 4
    wait_s: float = 1.0
    timeout_s: float = 15.0

    def url(self, source: Source) -> str:
        """Address of a file."""
        endpoint = (self.endpoint or os.environ.get("HF_ENDPOINT", "")).rstrip("/") or None
        return hf_hub_url(
            source.repo, source.path, repo_type=source.repo_type, revision=source.revision, endpoint=endpoint
        )


def fetch(file: HubFile, folder: Path, hub: Hub, on_bytes: OnBytes, cancel: CancelToken) -> Path:
    """A verified copy of `file` in `folder`; what an earlier try left there is gone on from.

    Raises:
        AudioSepError: it cannot be had; of several sources the first one's reason.  Cancelled: what came is kept.
    """

    def check(have: int) -> None:
        cancel.raise_if_set()
        on_bytes("checking", have)

    complete = complete_path(file, folder)
    with failures.told(folder):
        if complete.is_file():
            if complete.stat().st_size == file.size and hash_file(complete, check) == file.sha256:
                return complete
            complete.unlink()
    first: AudioSepError | None = None
    for source in file.sources:
        try:
            with failures.told(folder), Part(partial_path(file, folder), check) as part:
                _Download(file, source, hub, part, on_bytes, cancel).run()
            partial_path(file, folder).replace(complete)
            return complete
        except AudioSepError as error:
            if error.code == "download-damaged":
                partial_path(file, folder).unlink(missing_ok=True)
            if error.code in _FINAL or error.code == "cancelled":
                raise
            first = first or error
        finally:
            _drop_if_empty(partial_path(file, folder))
    assert first is not None  # every file has a source
    raise first


def _drop_if_empty(path: Path) -> None:
    with contextlib.suppress(OSError):
        if path.is_file() and not path.stat().st_size:
            path.unlink()


class _Download:
    """One file from one source."""

    def __init__(
        self, file: HubFile, source: Source, hub: Hub, part: Part, on_bytes: OnBytes, cancel: CancelToken
    ) -> None:
        self._file = file
        self._url = hub.url(source)
        self._where = f"{source.repo}, {source.path}"
        self._hub = hub
        self._part = part
        self._on_bytes = on_bytes
        self._cancel = cancel

    def run(self) -> None:
        """Until it is whole and right."""
        part, file, failed = self._part, self._file, 0
        while part.size < file.size:
            before = part.size
            reason = self._try()
            # Who cannot be reached at all is given up sooner: the person is waiting for a first sign.
            step = 2 if reason.code == "network-down" else 1
            failed = 1 if part.size > before else failed + step
            if part.size < file.size:
                if failed >= self._hub.tries:
                    raise reason
                self._pause(self._hub.wait_s * 2 ** (failed - 1))
        if part.size > file.size or part.sha256 != file.sha256:
            raise failures.damaged()

    def _try(self) -> AudioSepError:
        """As much as one connection brings; the reason why it was not more, for when it is given up."""
        part, total = self._part, self._file.size
        try:
            with self._answer() as response:
                if response.status_code not in (200, 206):
                    return self._refusal(response)
                self._place(response)
                for block in response.iter_raw():
                    self._cancel.raise_if_set()
                    part.append(block)
                    self._on_bytes("downloading", part.size)
                    if part.size > total:
                        break
        except OfflineModeIsEnabled as error:
            raise failures.switched_off() from error
        except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, httpx2.TooManyRedirects) as error:
            raise failures.unreachable(part.size, total) from error
        except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.ProxyError):
            return failures.unreachable(part.size, total)
        except httpx2.HTTPError:
            pass
        return failures.cut(part.size, total)

    @contextlib.contextmanager
    def _answer(self) -> Iterator[httpx2.Response]:
        self._cancel.raise_if_set()
        self._check_address(httpx2.URL(self._url))
        headers = dict(_HEADERS)
        if self._part.size:
            headers["range"] = f"bytes={self._part.size}-"
        with get_session().stream("GET", self._url, headers=headers, timeout=self._hub.timeout_s) as response:
            self._compare(response)
            yield response

    def _compare(self, response: httpx2.Response) -> None:
        """What the hub says of the file before a byte of it came."""
        for answer in (*response.history, response):
            self._check_address(answer.url)
            size, etag = answer.headers.get("x-linked-size"), answer.headers.get("x-linked-etag", "")
            digest = etag.removeprefix("W/").strip('"').lower()
            wrong = _SHA256.fullmatch(digest) is not None and digest != self._file.sha256
            if wrong or (size is not None and size != str(self._file.size)):
                raise failures.another_file(self._where)
        if response.status_code in (200, 206) and _length(response) not in (None, self._file.size):
            raise failures.another_file(self._where)

    def _check_address(self, url: httpx2.URL) -> None:
        if url.scheme == "http" and not _is_here(url.host):
            raise failures.insecure(self._where)

    def _place(self, response: httpx2.Response) -> None:
        """Make what is here fit to what comes."""
        start = _start(response)
        if start == self._part.size:
            return
        self._part.restart()
        if start:
            raise httpx2.RemoteProtocolError("another range than was asked for")

    def _refusal(self, response: httpx2.Response) -> AudioSepError:
        """Raise where another try is of no use."""
        status = response.status_code
        if status in (404, 410):
            raise failures.gone(self._where)
        if status in (401, 403):
            raise failures.refused(self._where)
        answered = failures.answered(status, self._where, self._part.size, self._file.size)
        if status == 416:  # what is here is not a beginning of what is there
            self._part.restart()
        elif status not in (408, 429) and status < 500:
            raise answered
        return answered

    def _pause(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._cancel.raise_if_set()
            time.sleep(min(left, 0.1))


def _is_here(host: str) -> bool:
    """Whether a host is this computer: what is sent there passes nobody."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _start(response: httpx2.Response) -> int:
    """Where what comes begins."""
    if response.status_code == 200:
        return 0
    found = re.match(r"bytes (\d+)-", response.headers.get("content-range", ""))
    return int(found[1]) if found else -1


def _length(response: httpx2.Response) -> int | None:
    """Bytes of the whole file, None where the answer does not say."""
    text = response.headers.get("content-length") or ""
    if response.status_code == 206:
        text = response.headers.get("content-range", "").rpartition("/")[2]
    elif response.headers.get("content-encoding", "identity") != "identity":
        return None
    return int(text) if text.isdigit() else None
