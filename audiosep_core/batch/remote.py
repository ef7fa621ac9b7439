"""A bucket, or whatever else fsspec knows, as a store (extra `cluster`).

`create` is a conditional put (If-None-Match), which S3 decides in one step. Other object stores may check first and put
then; there, processes must be kept apart by `--shard`. An object appears when its upload is complete, never in part.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any

from audiosep_core.batch.stores import STATE_FOLDER, Entry
from audiosep_core.errors import AudioSepError
from audiosep_core.library.scratch import scratch_folder


class RemoteStore:
    """The tree below an URL. Endpoint and credentials are the environment's (AWS_ENDPOINT_URL, AWS_PROFILE …)."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._protocol, _, self._base = self.url.partition("://")
        self._opened: Any = None
        self._files  # noqa: B018 - what is missing is told before the work begins

    def __getstate__(self) -> dict[str, Any]:
        # Connections do not travel to other processes.
        return {**self.__dict__, "_opened": None}

    @property
    def _files(self) -> Any:
        if self._opened is None:
            missing = [name for name in ("fsspec", *_NEEDS.get(self._protocol, ())) if find_spec(name) is None]
            if missing:
                raise AudioSepError(
                    "extra-missing",
                    f"Places like '{self._protocol}://' need packages that are not installed ({', '.join(missing)}).",
                    "Install them with: pip install 'audiosep-desktop[cluster]'",
                )
            import fsspec

            try:
                # Other processes write here: nothing that was listed before counts.
                self._opened = fsspec.filesystem(self._protocol, use_listings_cache=False, skip_instance_cache=True)
            except (ImportError, ValueError) as error:
                raise AudioSepError(
                    "store-unknown", f"'{self._protocol}://' is no kind of place that can be used here: {error}.",
                    "Use a path, or s3://BUCKET/FOLDER.",
                ) from error  # fmt: skip
        return self._opened

    @property
    def root(self) -> str:
        """The URL."""
        return self.url

    def locate(self, name: str) -> str:
        """Its URL."""
        return f"{self.url}/{name}"

    def walk(self) -> Iterator[Entry]:
        """Pages of the listing are read by fsspec."""
        found = self._find(self._base)
        batches = {name.split(f"{STATE_FOLDER}/")[0] for name in found if f"/{STATE_FOLDER}/" in f"/{name}"} - {""}
        for name in sorted(found):
            hidden = any(part.startswith(".") for part in PurePosixPath(name).parts)
            if not hidden and not any(name.startswith(batch) for batch in batches):
                yield found[name]

    def entry(self, name: str) -> Entry | None:
        """What the store says of it."""
        try:
            about = self._files.info(self._key(name))
        except FileNotFoundError:
            return None
        return _entry(name, about) if about["type"] == "file" else None

    def entries(self, folder: str) -> dict[str, Entry]:
        """One listing."""
        found = self._find(self._key(folder), maxdepth=1)
        return {name: Entry(f"{folder}/{name}", one.size, one.stamp) for name, one in found.items()}

    def read(self, name: str) -> bytes | None:
        """One get."""
        try:
            data: bytes = self._files.cat_file(self._key(name))
        except FileNotFoundError:
            return None
        return data

    def read_many(self, names: Sequence[str]) -> dict[str, bytes]:
        """Gets side by side."""
        keys = {self._key(name): name for name in names}
        found = self._files.cat(list(keys), on_error="omit") if keys else {}
        return {keys[key]: data for key, data in found.items() if key in keys}

    def write(self, name: str, data: bytes) -> None:
        """One put."""
        self._files.pipe_file(self._key(name), data)

    def create(self, name: str, data: bytes) -> bool:
        """A conditional put."""
        return self._only_one(lambda: self._files.pipe_file(self._key(name), data, mode="create"))

    def renew(self, name: str, data: bytes) -> bool:
        """Put again, if it is there."""
        if self.entry(name) is None:
            return False
        self.write(name, data)
        return True

    def remove(self, name: str) -> None:
        """One delete."""
        with contextlib.suppress(FileNotFoundError):
            self._files.rm_file(self._key(name))

    @contextlib.contextmanager
    def fetched(self, name: str) -> Iterator[Path]:
        """Downloaded into this machine's cache; removed after."""
        with scratch_folder("batch") as folder:
            # The name's ending tells decoders something.
            path = folder / f"source{PurePosixPath(name).suffix}"
            self._files.get_file(self._key(name), str(path))
            yield path

    @contextlib.contextmanager
    def scratch(self, tag: str) -> Iterator[Path]:
        """In this machine's cache."""
        with scratch_folder("batch") as folder:
            yield folder

    def arrive(self, path: Path, name: str, replace: bool) -> bool:
        """An upload; a large one is put together by the store when its last part is there."""
        if replace:
            self._files.put_file(str(path), self._key(name))
            return True
        return self._only_one(lambda: self._files.put_file(str(path), self._key(name), mode="create"))

    def _only_one(self, put: Any) -> bool:
        try:
            put()
        except FileExistsError:
            return False
        except OSError as error:
            # Two at the very same time: S3 refuses both with 409, and the object may be there for neither.
            if "ConditionalRequestConflict" in str(error):
                return False
            raise
        return True

    def _key(self, name: str) -> str:
        return f"{self._base}/{name}"

    def _find(self, base: str, **options: Any) -> dict[str, Entry]:
        try:
            listed = self._files.find(base, detail=True, **options)
        except FileNotFoundError:
            return {}
        prefix = self._files._strip_protocol(base).rstrip("/") + "/"
        names = {path: path.removeprefix(prefix) for path in listed if path.startswith(prefix)}
        return {name: _entry(name, listed[path]) for path, name in names.items() if name}


_NEEDS = {"s3": ("s3fs",), "s3a": ("s3fs",), "gs": ("gcsfs",), "gcs": ("gcsfs",), "abfs": ("adlfs",), "az": ("adlfs",)}


def _entry(name: str, about: dict[str, Any]) -> Entry:
    size = int(about.get("size") or 0)
    stamp = (
        about.get("ETag")
        or about.get("etag")
        or about.get("LastModified")
        or about.get("mtime")
        or about.get("created")
    )
    return Entry(name, size, f"{size}-{stamp}")
