"""A job that failed, was stopped or was killed goes on where it stood; another job never takes up its stems."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from filelock import FileLock

from audiosep_core.audio.read import read_audio
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.files import FileOptions, separate_file
from audiosep_core.engine.partial import _common, _without
from audiosep_core.errors import Cancelled
from audiosep_core.types import Audio, Query, SeparationOptions

from .identity import IdentitySeparator, stems

RATE = 8_000
FRAMES = 40 * RATE
NOISE = np.random.default_rng(0).uniform(-0.5, 0.5, (FRAMES, 2)).astype(np.float32)
KEEP = FileOptions(rest=True, keep_partial=True)
CHUNK_S = 2.0


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "yard.wav"
    soundfile.write(path, NOISE, RATE, subtype="FLOAT")
    return path


def stop_at(start_s: float) -> IdentitySeparator:
    def on_chunk(start: int) -> None:
        if start >= start_s * RATE:
            raise KeyboardInterrupt

    return IdentitySeparator(CHUNK_S, on_chunk)


def caches(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "cache" / "partial").glob("*/*"))


def interrupted(recording: Path, out: Path, queries: list[str | Query], options: FileOptions = KEEP) -> None:
    with pytest.raises(KeyboardInterrupt):
        separate_file(recording, queries, out, stop_at(30), options)


def done_at_the_start(recording: Path, out: Path, queries: list[str | Query], options: FileOptions = KEEP) -> int:
    separator = IdentitySeparator(CHUNK_S)
    separate_file(recording, queries, out, separator, options)
    return sum(high - low for low, high in separator.calls[0][1])


def test_a_job_goes_on_where_it_was_interrupted(recording: Path, tmp_path: Path, private_home: Path) -> None:
    interrupted(recording, tmp_path / "out", ["dog", "rain"])
    assert list((tmp_path / "out").iterdir()) == []
    assert caches(private_home) == ["stem-0.f32", "stem-0.json", "stem-1.f32", "stem-1.json"]
    worked: list[int] = []
    separator = IdentitySeparator(CHUNK_S, worked.append)
    files = separate_file(recording, ["dog", "rain"], tmp_path / "out", separator, KEEP)
    ((_, done),) = separator.calls
    # All but what was waiting to be written.
    assert len(done) == 1
    assert done[0][0] == 0
    assert done[0][1] >= 20 * RATE
    assert min(worked) == done[0][1]
    for (_, path), expected in zip(files.stems, stems(NOISE, 2), strict=True):
        np.testing.assert_array_equal(read_audio(path).samples, expected)
    assert caches(private_home) == []


def test_a_killed_job_goes_on(recording: Path, tmp_path: Path, private_home: Path) -> None:
    script = f"""
        import os, signal, sys
        from pathlib import Path
        sys.path.insert(0, {str(Path(__file__).parent)!r})
        from identity import IdentitySeparator
        from audiosep_core.engine.files import FileOptions, separate_file
        def on_chunk(start):
            if start >= 30 * {RATE}:
                os.kill(os.getpid(), signal.SIGKILL)
        options = FileOptions(rest=True, keep_partial=True)
        separate_file(Path(sys.argv[1]), ["dog"], Path(sys.argv[2]), IdentitySeparator({CHUNK_S}, on_chunk), options)
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(recording), str(tmp_path / "out")]
    assert subprocess.run(command, check=False).returncode == -9
    separator = IdentitySeparator(CHUNK_S)
    files = separate_file(recording, ["dog"], tmp_path / "out", separator, KEEP)
    ((_, ((low, high),)),) = separator.calls
    assert low == 0
    assert high >= 20 * RATE
    np.testing.assert_array_equal(read_audio(files.stems[0][1]).samples, stems(NOISE, 1)[0])


def test_a_stopped_job_that_is_not_kept_leaves_nothing(
    recording: Path, tmp_path: Path, left_in_cache: Callable[[], list[Path]]
) -> None:
    token = CancelToken()
    separator = IdentitySeparator(CHUNK_S, lambda start: token.set() if start > 10 * RATE else None)
    with pytest.raises(Cancelled):
        separate_file(recording, ["dog"], tmp_path / "out", separator, cancel=token)
    assert left_in_cache() == []


@pytest.mark.parametrize(
    ("queries", "options"),
    [
        (["rain"], KEEP),
        (["dog", "rain"], KEEP),
        ([Query("dog", Audio(NOISE[:100], RATE))], KEEP),
        (["dog"], FileOptions(rest=True, keep_partial=True, separation=SeparationOptions(strength=0.5))),
        (["dog"], FileOptions(rest=True, keep_partial=True, separation=SeparationOptions(against=("music",)))),
        (["dog"], FileOptions(rest=True, keep_partial=True, start_s=1.0)),
    ],
)
def test_another_job_begins_anew(
    recording: Path, tmp_path: Path, queries: list[str | Query], options: FileOptions
) -> None:
    interrupted(recording, tmp_path / "out", ["dog"])
    assert done_at_the_start(recording, tmp_path / "out", queries, options) == 0
    assert done_at_the_start(recording, tmp_path / "out", ["dog"]) > 0


def test_a_recording_that_was_changed_begins_anew(recording: Path, tmp_path: Path) -> None:
    interrupted(recording, tmp_path / "out", ["dog"])
    stat = recording.stat()
    changed = NOISE.copy()
    changed[-1] = 0
    soundfile.write(recording, changed, RATE, subtype="FLOAT")
    os.utime(recording, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert done_at_the_start(recording, tmp_path / "out", ["dog"]) == 0


def test_what_the_stem_is_called_does_not_matter(recording: Path, tmp_path: Path) -> None:
    interrupted(recording, tmp_path / "out", ["dog"])
    assert done_at_the_start(recording, tmp_path / "out", [Query("dog", name="Rex")]) > 0


def test_a_job_that_another_process_is_at_is_done_beside_it(
    recording: Path, tmp_path: Path, private_home: Path
) -> None:  # fmt: skip
    interrupted(recording, tmp_path / "out", ["dog"])
    (lock,) = (private_home / "cache" / "partial").glob("*.lock")
    with FileLock(lock):
        assert done_at_the_start(recording, tmp_path / "out", ["dog"]) == 0
    assert len(list((tmp_path / "out").iterdir())) == 2
    assert len(caches(private_home)) == 2


def test_jobs_that_nobody_takes_up_are_forgotten(recording: Path, tmp_path: Path, private_home: Path) -> None:
    interrupted(recording, tmp_path / "out", ["dog"])
    interrupted(recording, tmp_path / "out", ["rain"])
    parent = private_home / "cache" / "partial"
    old = sorted(path for path in parent.iterdir() if path.is_dir())[0]
    weeks_ago = time.time() - 15 * 24 * 3600
    for path in (*old.iterdir(), old, old.with_name(f"{old.name}.lock")):
        os.utime(path, (weeks_ago, weeks_ago))
    done_at_the_start(recording, tmp_path / "out", ["a third"])
    assert not old.exists()
    assert not old.with_name(f"{old.name}.lock").exists()
    assert len(caches(private_home)) == 2


def test_a_file_of_somebody_else_among_the_jobs_stops_none(
    recording: Path, tmp_path: Path, private_home: Path
) -> None:  # fmt: skip
    interrupted(recording, tmp_path / "out", ["dog"])
    (private_home / "cache" / "partial" / ".DS_Store").touch()
    assert done_at_the_start(recording, tmp_path / "out", ["dog"]) > 0
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_ranges_that_all_share_and_what_they_leave() -> None:
    assert _common([[(0, 10), (20, 30)], [(5, 25)], [(0, 100)]]) == [(5, 10), (20, 25)]
    assert _common([[(0, 10)], []]) == []
    assert list(_without((0, 100), [(10, 20), (50, 60), (90, 120)])) == [(0, 10), (20, 50), (60, 90)]
    assert list(_without((12, 15), [(10, 20)])) == []
    assert list(_without((15, 25), [(10, 20), (40, 50)])) == [(20, 25)]
