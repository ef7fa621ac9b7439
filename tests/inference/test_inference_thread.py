from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest

from desktop.inference import InferenceThread
from desktop.inference.engine_requests import ListenRequest, SeparateRequest
from desktop.inference.inference_thread import ENGINE_STOPPED
from desktop.inference.job_thread import ANSWER_S

FRAMES = 10**11


def kill(engine: InferenceThread) -> None:
    assert engine.child_pid is not None
    psutil.Process(engine.child_pid).kill()


def test_what_the_engine_had_to_do_differently_is_told(engine: Any, notes: Any, request_for: Any) -> None:
    engine.separate(request_for("a", "notice"))
    notes.wait_for("done", "a")
    assert notes.of("notice") == [("notice", "a", "Memory ran out.")]


def test_a_job_is_told_from_start_to_end_in_order(engine: Any, notes: Any, request_for: Any) -> None:
    engine.separate(request_for("a", "work"))
    notes.wait_for("done", "a")
    told = [event[0] for event in notes.events if event[0] != "progress"]
    assert told == ["job_started", "child_started", "phase", "phase", "final", "final", "done"]
    assert notes.of("phase") == [("phase", "a", "loading"), ("phase", "a", "separating")]
    assert notes.of("final") == [("final", "a", 0, FRAMES), ("final", "a", FRAMES, 2 * FRAMES)]
    assert notes.of("progress")[-1] == ("progress", "a", 2, 2)
    assert notes.events[-1] == (
        "done",
        "a",
        {"model": "starter", "device": "CPU, 1 threads", "device_type": "cpu", "wall_s": 0.5, "stems": ["stem.json"]},
    )
    assert notes.on_other_threads == 0


def test_what_is_asked_before_the_thread_runs_is_done_when_it_does(engine: Any, qtbot: Any, request_for: Any) -> None:
    engine.separate(request_for("early", "work"))
    with qtbot.waitSignal(engine.done, timeout=20_000):
        engine.start()


def test_progress_is_coalesced_and_complete(engine: Any, notes: Any, request_for: Any) -> None:
    engine.separate(request_for("a", "chatter"))
    notes.wait_for("done", "a")
    progress = notes.of("progress")
    assert len(progress) < 200
    assert progress[-1] == ("progress", "a", 2000, 2000)
    assert [event[2] for event in progress] == sorted(event[2] for event in progress)
    assert notes.events[-1][0] == "done"


def test_two_in_a_row_and_the_first_fails(engine: Any, notes: Any, request_for: Any) -> None:
    engine.separate(request_for("a", "error"))
    engine.separate(request_for("b", "work"))
    notes.wait_for("done", "b")
    assert notes.of("failed") == [("failed", "a", "model-missing", "The model is not there.", "Choose another.")]
    assert notes.outcomes == [("failed", "a"), ("done", "b")]
    assert notes.events.index(("job_started", "b")) > notes.events.index(notes.of("failed")[0])
    assert len(notes.of("child_started")) == 1


def test_garbage_and_words_of_dead_jobs_are_dropped(engine: Any, notes: Any, request_for: Any, caplog: Any) -> None:
    engine.separate(request_for("a", "garbage"))
    notes.wait_for("done", "a")
    assert notes.outcomes == [("done", "a")]
    assert notes.events[-1] == ("done", "a", {"survived": True})
    assert notes.of("progress", "final") == []
    engine.separate(request_for("b", "work"))
    notes.wait_for("done", "b")


def test_cancel_in_time_keeps_the_engine(engine: Any, notes: Any, request_for: Any) -> None:
    engine.separate(request_for("a", "wait"))
    notes.wait_for("phase", "a")
    engine.cancel("a")
    engine.cancel("a")
    notes.wait_for("cancelled", "a")
    engine.separate(request_for("b", "work"))
    notes.wait_for("done", "b")
    assert notes.outcomes == [("cancelled", "a"), ("done", "b")]
    assert len(notes.of("child_started")) == 1


def test_cancelled_is_what_was_asked_for_even_if_the_work_was_just_done(
    engine: Any, notes: Any, request_for: Any
) -> None:
    engine.separate(request_for("a", "finish anyway"))
    notes.wait_for("phase", "a")
    engine.cancel("a")
    notes.wait_for("cancelled", "a")
    assert notes.outcomes == [("cancelled", "a")]
    assert notes.of("progress") == []


def test_a_deaf_engine_is_killed_and_the_next_job_has_a_new_one(engine: Any, notes: Any, request_for: Any) -> None:
    engine.separate(request_for("a", "deaf"))
    engine.separate(request_for("b", "work"))
    notes.wait_for("phase", "a")
    engine.cancel("a")
    notes.wait_for("done", "b")
    assert notes.outcomes == [("cancelled", "a"), ("done", "b")]
    assert len(notes.of("child_started")) == 2
    assert notes.of("child_died", "engine_stopped", "failed") == []


def test_a_cancel_is_told_before_a_busy_engine_answers_and_only_once(engine: Any, notes: Any, request_for: Any) -> None:
    engine._cancel_timeout_s = 1000.0
    engine.separate(request_for("a", "deaf"))
    engine.separate(request_for("b", "work"))
    notes.wait_for("phase", "a")
    engine.cancel("a")
    notes.wait_for("cancelled", "a")
    assert ANSWER_S < 0.4, "the person is told in half a second"
    assert ("job_started", "b") not in notes.events, "its place is free when the engine is"
    engine.kill_child()
    notes.wait_for("done", "b")
    assert notes.outcomes == [("cancelled", "a"), ("done", "b")]


def test_a_cancel_while_loading_is_told_at_once_and_the_load_goes_on(
    engine: Any, notes: Any, request_for: Any, tmp_path: Path
) -> None:
    engine._cancel_timeout_s = 0.0  # an engine that separates would be killed before the cancel is told
    loaded = tmp_path / "loaded"
    engine.separate(replace(request_for("a", "load"), model=str(loaded)))
    engine.separate(request_for("b", "work"))
    notes.wait_for("phase", "a", "loading")
    engine.cancel("a")
    notes.wait_for("cancelled", "a")
    loaded.touch()
    notes.wait_for("done", "b")
    assert notes.outcomes == [("cancelled", "a"), ("done", "b")]
    assert len(notes.of("child_started")) == 1


@pytest.mark.parametrize("model", ["broken", "fatal"])
def test_a_model_that_cannot_be_warmed_is_told_and_not_tried_again(
    engine: Any, notes: Any, request_for: Any, model: str
) -> None:
    engine.warm(model, "auto")
    notes.wait_for("warm_failed")
    engine.separate(request_for("a", "work"))
    notes.wait_for("done", "a")
    assert len(notes.of("warm_failed")) == 1
    assert notes.of("warmed", "failed") == []


def test_an_engine_killed_before_it_was_warm_is_warmed_again(
    engine: Any, notes: Any, qtbot: Any, tmp_path: Path
) -> None:
    begun = tmp_path / "hangs the first time"
    engine.warm(str(begun), "auto")
    qtbot.waitUntil(begun.exists, timeout=20_000)
    engine.kill_child()
    notes.wait_for("warmed", str(begun))
    assert len(notes.of("child_started")) == 2


def test_the_last_model_asked_for_is_the_warm_one(engine: Any, notes: Any) -> None:
    engine.warm("other", "auto")
    engine.warm("starter", "auto")
    notes.wait_for("warmed", "starter")


def test_a_waiting_job_is_dropped_at_once(engine: Any, notes: Any, request_for: Any) -> None:
    for job in ("a", "b", "c"):
        engine.separate(request_for(job, "wait" if job == "a" else "work"))
    notes.wait_for("phase", "a")
    engine.cancel("b")
    notes.wait_for("cancelled", "b")
    engine.cancel("never asked for")
    engine.cancel("a")
    notes.wait_for("done", "c")
    assert notes.outcomes == [("cancelled", "b"), ("cancelled", "a"), ("done", "c")]
    assert ("job_started", "b") not in notes.events


def test_a_dead_engine_fails_its_job_and_the_others_wait_for_restart(engine: Any, notes: Any, request_for: Any) -> None:
    engine.separate(request_for("a", "wait"))
    engine.separate(request_for("b", "work"))
    notes.wait_for("phase", "a")
    kill(engine)
    notes.wait_for("engine_stopped")
    ((_, sentence),) = notes.of("engine_stopped")
    assert sentence.startswith(ENGINE_STOPPED)
    assert "memory ran out" in sentence, "nobody but the system kills an engine"
    assert notes.of("failed")[0][:4] == ("failed", "a", "engine-died", sentence)
    engine.separate(request_for("c", "work"))
    engine.cancel("b")
    notes.wait_for("cancelled", "b")  # so the thread has seen "c" and left it waiting
    assert len(notes.of("job_started")) == 1
    engine.restart()
    notes.wait_for("done", "c")
    assert notes.outcomes == [("failed", "a"), ("cancelled", "b"), ("done", "c")]


def test_the_last_words_of_the_dead_are_kept(engine: Any, notes: Any, request_for: Any) -> None:
    engine.separate(request_for("a", "die"))
    notes.wait_for("engine_stopped", ENGINE_STOPPED)
    ((_, code, words),) = notes.of("child_died")
    assert code == 3
    assert words.splitlines() == [f"last words {number}" for number in range(50, 100)]


def test_a_death_while_cancelling_is_a_cancel(engine: Any, notes: Any, request_for: Any, qtbot: Any) -> None:
    engine._cancel_timeout_s = 1000.0
    engine.separate(request_for("a", "deaf"))
    notes.wait_for("phase", "a")
    engine.cancel("a")
    qtbot.waitUntil(lambda: "a" in engine._running and engine._running["a"].cancelling)
    kill(engine)
    notes.wait_for("cancelled", "a")
    assert notes.of("failed", "engine_stopped") == []


def test_an_engine_killed_while_idle_comes_back_unasked(engine: Any, notes: Any, request_for: Any) -> None:
    engine.separate(request_for("a", "work"))
    notes.wait_for("done", "a")
    kill(engine)
    notes.wait_for("child_died")
    engine.separate(request_for("b", "work"))
    notes.wait_for("done", "b")
    assert notes.of("engine_stopped") == []


def test_kill_child_cancels_what_it_worked_on(engine: Any, notes: Any, request_for: Any) -> None:
    engine.separate(request_for("a", "deaf"))
    notes.wait_for("phase", "a")
    engine.kill_child()
    notes.wait_for("cancelled", "a")
    assert notes.of("child_died") == []


def test_an_engine_that_cannot_be_started_is_one_that_died(qtbot: Any, request_for: Any, tmp_path: Path) -> None:
    engine = InferenceThread([str(tmp_path / "no such program")])
    engine.start()
    with qtbot.waitSignals([engine.failed, engine.engine_stopped], timeout=20_000):
        engine.separate(request_for("a", "work"))
    engine.stop()


def test_warming_waits_for_its_turn(engine: Any, notes: Any, request_for: Any) -> None:
    engine.separate(request_for("a", "wait"))
    notes.wait_for("phase", "a")
    engine.warm("starter", "auto")
    engine.cancel("a")
    notes.wait_for("warmed", "starter", "cpu")
    assert [event[0] for event in notes.of("cancelled", "warmed")] == ["cancelled", "warmed"]
    assert notes.outcomes == [("cancelled", "a")]


@pytest.mark.parametrize("what", ["wait", "deaf"])
def test_stop_with_a_job_running_leaves_no_process(engine: Any, notes: Any, request_for: Any, what: str) -> None:
    engine.separate(request_for("a", what))
    engine.separate(request_for("b", "work"))
    notes.wait_for("phase", "a")
    pid = engine.child_pid
    engine.stop()
    assert engine.isFinished()
    assert not psutil.pid_exists(pid)
    notes.wait_for("cancelled", "b")
    assert notes.outcomes == [("cancelled", "a"), ("cancelled", "b")]


def test_stop_kills_an_engine_that_stays(engine: Any, monkeypatch: Any, notes: Any, request_for: Any) -> None:
    monkeypatch.setenv("FAKE_CHILD_STAYS", "1")
    engine.separate(request_for("a", "wait"))
    notes.wait_for("phase", "a")
    pid = engine.child_pid
    engine.stop(timeout_ms=100)
    assert engine.isFinished()
    assert not psutil.pid_exists(pid)


def test_stop_without_a_child_or_a_start_returns(engine: Any) -> None:
    engine.stop()
    engine.start()
    engine.stop()
    engine.stop()
    assert engine.isFinished()


PARENT = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.inference import InferenceThread, SeparateRequest

app = QCoreApplication([])
thread = InferenceThread([sys.executable, sys.argv[1]])
thread.start()
thread.separate(SeparateRequest("a", Path("s"), 0, 1, 0, ("wait",), "m", "d", (Path("t"),)))
app.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a named pipe of POSIX")
def test_no_engine_outlives_a_window_that_is_killed(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    os.mkfifo(alive)
    root = Path(__file__).parents[2]
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(Path(__file__).parent / "fake_child.py")],
        env={**os.environ, "PYTHONPATH": str(root), "FAKE_CHILD_ALIVE": str(alive)},
    )
    with alive.open("rb") as pipe:  # opens when the child has opened its end
        parent.send_signal(signal.SIGKILL)
        parent.wait()
        assert pipe.read() == b""  # returns when the child is gone; the test's time limit is the assertion


def test_a_request_needs_a_stem_for_every_prompt() -> None:
    with pytest.raises(ValueError, match="stem"):
        SeparateRequest("a", Path("s"), 0, 1, 0, ("dog", "cat"), "m", "d", (Path("t"),))


def listen(job: str, source: Path, prompt: str = "dog") -> ListenRequest:
    return ListenRequest(job, "presence", source, (prompt,), 10, 20)


def test_a_question_to_the_ears_waits_for_separations(
    engine: Any, notes: Any, request_for: Any, tmp_path: Path
) -> None:
    engine.separate(request_for("a", "wait"))
    engine.listen(listen("ears", tmp_path / "source.json"))
    engine.separate(request_for("b", "work"))
    notes.wait_for("phase", "a")
    engine.cancel("a")
    notes.wait_for("done", "ears")
    assert notes.outcomes == [("cancelled", "a"), ("done", "b"), ("done", "ears")]
    answer = notes.of("done")[-1][2]["request"]
    assert (answer["type"], answer["prompts"], answer["start"], answer["end"]) == ("presence", ["dog"], 10, 20)


def test_what_listens_makes_room_for_a_separation_and_is_asked_again(
    engine: Any, notes: Any, request_for: Any, qtbot: Any, tmp_path: Path
) -> None:
    source = tmp_path / "source.json"
    engine.listen(listen("ears", source, "until stopped once"))
    qtbot.waitUntil(source.exists, timeout=20_000)
    engine.separate(request_for("a", "work"))
    notes.wait_for("done", "ears")
    assert notes.outcomes == [("done", "a"), ("done", "ears")], "nobody is told that it was stopped meanwhile"


def test_what_listens_can_be_cancelled_for_good(engine: Any, notes: Any, qtbot: Any, tmp_path: Path) -> None:
    source = tmp_path / "source.json"
    engine.listen(listen("ears", source, "until stopped once"))
    qtbot.waitUntil(source.exists, timeout=20_000)
    engine.cancel("ears")
    notes.wait_for("cancelled", "ears")
    engine.listen(listen("other", source))
    notes.wait_for("done", "other")
    assert notes.outcomes == [("cancelled", "ears"), ("done", "other")]


def test_the_memory_is_given_back_on_wish_and_after_idleness(
    engine: Any, notes: Any, request_for: Any, qtbot: Any
) -> None:
    engine.separate(request_for("a", "work"))
    notes.wait_for("done", "a")
    with qtbot.waitSignal(engine.unloaded, timeout=20_000):
        engine.unload()
    assert engine.child_pid is None
    engine.separate(request_for("b", "work"))
    notes.wait_for("done", "b")
    assert len(notes.of("child_started")) == 2
    assert notes.of("engine_stopped", "child_died") == []
    impatient = InferenceThread(engine._command, idle_s=0.05)
    try:
        impatient.start()
        with qtbot.waitSignal(impatient.unloaded, timeout=20_000):
            impatient.separate(request_for("c", "work"))
    finally:
        impatient.stop()


def test_a_working_engine_keeps_its_memory(engine: Any, notes: Any, request_for: Any) -> None:
    engine.separate(request_for("a", "wait"))
    notes.wait_for("phase", "a")
    engine.unload()
    engine.cancel("a")
    notes.wait_for("cancelled", "a")
    assert len(notes.of("child_started")) == 1


def test_the_memory_is_given_back_when_the_ears_have_answered(
    engine: Any, notes: Any, request_for: Any, qtbot: Any, tmp_path: Path
) -> None:
    source = tmp_path / "source.json"
    engine.listen(listen("ears", source, "until stopped once"))
    qtbot.waitUntil(source.exists, timeout=20_000)
    with qtbot.waitSignal(engine.unloaded, timeout=20_000):
        engine.unload()
        engine.cancel("ears")
    assert notes.outcomes == [("cancelled", "ears")]
    assert engine.child_pid is None
