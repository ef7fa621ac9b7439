"""`audiosep batch`."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audiosep_core.cli import how
from audiosep_core.cli.app import DeviceChoice, app
from audiosep_core.cli.storing import Format, FormatChoice, Subtype, stored_as
from audiosep_core.console import boundary, emit, files_progress, is_watched, say, warn

if TYPE_CHECKING:
    from audiosep_core.batch.inputs import Item
    from audiosep_core.batch.request import BatchRequest
    from audiosep_core.batch.run import Tally
    from audiosep_core.batch.stores import Store
    from audiosep_core.batch.worker import Outcome, Stop
    from audiosep_core.types import Progress

_EVERY_S = 0.5


@app.command()
def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…",
            help="Folders, patterns ('takes/**/*.wav'), lists (.txt: a path a line; .csv: columns path, prompt) and "
            "recordings; paths or s3:// URLs.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str, typer.Option("-o", "--output", help="Folder or s3:// URL for the results.", show_default=False)
    ],
    prompt: Annotated[
        list[str] | None,
        typer.Option("-p", "--prompt", help="What to hear in every file without a prompt of its own; may be repeated."),
    ] = None,
    against: how.Not = None,
    compete: how.Compete = None,
    strength: how.Strength = 0.0,
    band: how.Band = None,
    channels: how.Channels = how.ChannelsChoice.linked,
    mute_above: how.MuteAbove = False,
    level: how.Level = how.LevelChoice.source,
    rest: Annotated[bool, typer.Option("--rest", help="Also write everything else.")] = False,
    model: Annotated[str, typer.Option(help="Name or path of a model.")] = "starter",
    device: Annotated[DeviceChoice, typer.Option(help="Where to run.")] = DeviceChoice.auto,
    backend: how.Backend = how.BackendChoice.auto,
    file_format: Format = FormatChoice.wav,
    subtype: Subtype = None,
    retries: Annotated[int, typer.Option(help="Further tries after an error that may pass by itself.", min=0)] = 1,
    shard: Annotated[
        str | None, typer.Option(metavar="I/N", help="Only part I of N, 1 to N: for schedulers that number their jobs.")
    ] = None,
    lease: Annotated[
        float,
        typer.Option(help="Seconds without a sign of life after which another process loses its file.", min=1),
    ] = 120.0,
    ray: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS|auto", help="Work on this Ray cluster (extra 'cluster'); local: one of this machine."
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(help="With --ray: models in memory; by default as many as the cluster holds.", min=1),
    ] = None,
    gpus_per_worker: Annotated[
        float, typer.Option(help="With --ray: accelerators a worker, for example 0.25; 0 is none.", min=0)
    ] = 0.0,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line on stdout.")] = False,
    end_with_stdin: Annotated[
        bool,
        typer.Option("--end-with-stdin", help="Give up the running file and end when stdin closes.", hidden=True),
    ] = False,
) -> None:
    """Separate many files into a tree like theirs; run it again to go on where it stopped.

    Several processes, on several machines, may share one output folder. It gets a manifest.jsonl and a summary.html.
    Ctrl+C finishes the running file and stops, twice stops at once. Exit code 1: some files failed.
    """
    part = _part(shard)
    if ray is None and (workers is not None or gpus_per_worker):
        raise typer.BadParameter("--workers and --gpus-per-worker go with --ray")
    separation = how.separation_options(channels, against, compete, strength, band, mute_above, level)
    container, stored = stored_as(file_format, subtype)
    if end_with_stdin:
        threading.Thread(target=_watch_stdin, name="stdin", daemon=True).start()
    with boundary(as_json):
        from audiosep_core.batch.inputs import find_items
        from audiosep_core.batch.inputs import shard as part_of
        from audiosep_core.batch.request import BatchRequest
        from audiosep_core.batch.stores import mark, open_store
        from audiosep_core.prompts.hints import hint

        request = BatchRequest(
            prompts=tuple(prompt or ()),
            model=model,
            device=device.value,
            backend=backend.value,
            rest=rest,
            container=container,
            subtype=stored,
            separation=separation,
        )
        for words in (*request.prompts, *(against or ())):
            if (advice := hint(words, "--not")) is not None:
                say(advice, "Hint:", "yellow")
        store = open_store(output)
        items = find_items(inputs, store)
        if request.prompts or not all(item.prompts for item in items):
            request.of(())
        items = part_of(items, *part) if part else items
        request = request.with_model()
        mark(store)
        with _stoppable() as stop, _watching(as_json) as watch:
            if ray is None:
                tally = _here(items, request, store, retries, lease, watch, stop, as_json)
            else:
                from audiosep_core.batch.cluster import run_on_cluster
                from audiosep_core.batch.crew import ClusterOptions

                options = ClusterOptions(ray, workers, gpus_per_worker)
                tally = run_on_cluster(items, request, store, options, watch, stop, retries=retries, lease_s=lease)
        _end(tally, store, as_json)


def _here(
    items: list[Item],
    request: BatchRequest,
    store: Store,
    retries: int,
    lease_s: float,
    watch: _Watch,
    stop: Stop,
    as_json: bool,
) -> Tally:
    """All in this process, with one model in memory."""
    from audiosep_core.batch.claims import Claims, Owner
    from audiosep_core.batch.manifest import Manifest
    from audiosep_core.batch.records import Records
    from audiosep_core.batch.run import run
    from audiosep_core.batch.separating import load, when_needed
    from audiosep_core.batch.worker import Worker, settled

    records = Records(store)
    records.load()
    if all(settled(item, request, store, records, fresh=False) for item in items):
        separate = when_needed(load, request)
    else:
        if is_watched() and not as_json:
            say(f"Loading the model '{request.model}'.")
        separate = load(request)
    with Claims(store, Owner.myself(), lease_s) as claims:
        worker = Worker(request, store, separate, claims, records, retries, stop=stop)
        return run(items, worker, Manifest(store, records), watch)


def _part(shard: str | None) -> tuple[int, int] | None:
    if shard is None:
        return None
    found = re.fullmatch(r"([0-9]+)/([0-9]+)", shard)
    number, of = (int(one) for one in found.groups()) if found else (0, 0)
    if not 1 <= number <= of:
        raise typer.BadParameter("--shard is a part of how many, for example 1/8 to 8/8")
    return number, of


def _watch_stdin() -> None:
    """Whoever started this process holds its stdin: when they are gone, however they went, it ends too."""
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


@contextlib.contextmanager
def _stoppable() -> Iterator[Stop]:
    """Ctrl+C ends the batch after the running file, a second one, or a scheduler's SIGTERM, at once."""
    from audiosep_core.batch.worker import Stop

    stop = Stop()

    def interrupt(*_: Any) -> None:
        if stop.cancel.is_set:
            # Whoever keeps pressing must not interrupt the cleaning up.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            raise KeyboardInterrupt
        if stop.is_soon:
            stop.now()
        else:
            stop.soon()
            # Not by `say`: the signal may have come in the midst of it.
            os.write(2, b"\nStopping after this file. Ctrl+C again stops at once.\n")

    before = signal.signal(signal.SIGINT, interrupt)
    before_term = signal.signal(signal.SIGTERM, lambda *_: stop.now())
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
        signal.signal(signal.SIGTERM, before_term)


class _Watch:
    """A bar where somebody watches, else a line a file; or JSON."""

    def __init__(self, show: Callable[[float, str], None], as_json: bool) -> None:
        self._show = show
        self._as_json = as_json
        self._last = 0.0

    def progress(self, item: Item, progress: Progress, tally: Tally) -> None:
        """Not more often than a person can read."""
        now = time.monotonic()
        if now - self._last < _EVERY_S and progress.done < progress.total:
            return
        self._last = now
        if self._as_json:
            emit({
                "event": "progress", "source": item.place, "done": progress.done, "total": progress.total,
                "files": tally.over, "of": tally.files, "share": round(tally.share, 4),
                "left_s": _seconds(tally.left_s),
            })  # fmt: skip
        else:
            self._bar(tally, item.place)

    def file(self, item: Item, outcome: Outcome, tally: Tally) -> None:
        """A line, at least for what failed."""
        record = outcome.record
        assert record is not None
        if self._as_json:
            emit({
                "event": "file", "outcome": outcome.kind, "status": record.status, "source": item.place,
                "outputs": list(record.outputs), "audio_s": record.audio_s, "wall_s": record.wall_s,
                "attempts": record.attempts, "code": record.code, "message": record.message, "hint": record.hint,
                "notices": list(record.notices),
                "who": record.who, "files": tally.over, "of": tally.files, "left_s": _seconds(tally.left_s),
            })  # fmt: skip
            return
        count = f"{tally.over}/{tally.files}"
        if record.status == "failed":
            say(f"{count} {item.place}: {record.message} {record.hint}".rstrip(), "Failed:", "red")
        elif outcome.kind == "done" and not is_watched():
            say(f"{count} {item.place}: {record.audio_s:.1f} s of sound in {record.wall_s:.1f} s{_left(tally)}")
        for notice in record.notices if outcome.kind == "done" else ():
            warn(f"'{item.place}': {notice}")
        if outcome.kind == "done" and record.truncated:
            warn(f"'{item.place}' is cut off; what could be read of it was separated.")
        if outcome.kind == "done" and record.clipped:
            warn(f"'{item.place}': {record.clipped} samples were too loud for the format and were clipped.")
        self._bar(tally, "")

    def waiting(self, files: int) -> None:
        """Said once."""
        if self._as_json:
            emit({"event": "waiting", "files": files})
        else:
            say(f"Waiting for {files} files that other processes are at.")

    def _bar(self, tally: Tally, name: str) -> None:
        self._show(tally.share, f"{tally.over}/{tally.files} files{_left(tally)} {name}")


@contextlib.contextmanager
def _watching(as_json: bool) -> Iterator[_Watch]:
    if as_json:
        yield _Watch(lambda _share, _words: None, as_json)
        return
    with files_progress() as show:
        yield _Watch(show, as_json)


def _left(tally: Tally) -> str:
    left = tally.left_s
    if left is None or tally.over == tally.files:
        return ""
    minutes = left / 60
    return f", about {left:.0f} s left" if minutes < 2 else f", about {minutes:.0f} min left"


def _seconds(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _end(tally: Tally, store: Store, as_json: bool) -> None:
    from audiosep_core.batch.manifest import MANIFEST, SUMMARY

    stopped = tally.over < tally.files
    manifest, page = store.locate(MANIFEST), store.locate(SUMMARY)
    if as_json:
        emit({
            "event": "stopped" if stopped else "done", "files": tally.files, "done": tally.kinds["done"],
            "skipped": tally.kinds["skipped"], "failed": tally.failed, "left": tally.files - tally.over,
            "audio_s": round(tally.audio_s, 3), "wall_s": round(tally.elapsed_s, 3),
            "manifest": manifest, "summary": page,
        })  # fmt: skip
    else:
        left = f", {tally.files - tally.over} left: the same command goes on" if stopped else ""
        counts = f"{tally.kinds['done']} done, {tally.kinds['skipped']} done before or by others"
        say(f"{tally.files} files: {counts}, {tally.failed} failed{left}. {page}")
    if stopped:
        raise typer.Exit(130)
    if tally.failed:
        raise typer.Exit(1)
