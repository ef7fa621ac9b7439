"""Clearing the cache takes what nobody needs, and no work that a window has open or that can be recovered."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.services.folders import clear_cache
from desktop.services.session_lock import session_lock


def session(cache: Path, name: str) -> Path:
    folder = cache / name
    folder.mkdir()
    (folder / "sound.f32").write_bytes(bytes(1000))
    return folder


@pytest.fixture
def dead_process() -> int:
    """Its number, which nobody has now."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    return process.pid


def test_a_session_goes_unless_a_window_works_in_it_or_it_can_be_recovered(tmp_path: Path, dead_process: int) -> None:
    taken_over = session(tmp_path, f"session-{dead_process}-aaaaaaaa")
    waiting = session(tmp_path, f"session-{dead_process}-bbbbbbbb")
    forgotten = session(tmp_path, f"session-{dead_process}-cccccccc")
    (tmp_path / f"{forgotten.name}.lock").write_text(f"{dead_process}\npython\n\n")  # as a crash leaves it
    lock = session_lock(taken_over)
    assert lock.tryLock(0)
    assert clear_cache(tmp_path, {waiting.name}) == 1000
    assert {path.name for path in tmp_path.iterdir()} == {taken_over.name, f"{taken_over.name}.lock", waiting.name}
    assert not session_lock(taken_over).tryLock(0), "it is held as before"
    assert (taken_over / "sound.f32").exists()
    assert (waiting / "sound.f32").exists()
    lock.unlock()
    clear_cache(tmp_path)
    assert list(tmp_path.iterdir()) == []
