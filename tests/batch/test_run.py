from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from audiosep_core.batch.claims import Claims, Owner
from audiosep_core.batch.inputs import find_items
from audiosep_core.batch.manifest import Manifest, summary
from audiosep_core.batch.records import Record, Records, record_from
from audiosep_core.batch.run import Tally
from audiosep_core.batch.separating import Separated
from audiosep_core.batch.stores import LocalStore
from audiosep_core.batch.worker import Outcome
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioReadError, AudioWriteError
from audiosep_core.types import OnProgress, Progress

from .conftest import Batch, FakeSeparate, make_files

ALL = ["a (a dog).wav", "b (a dog).wav", "deep/er/c (a dog).wav"]


def test_the_tree_is_mirrored_and_the_manifest_has_a_line_a_file(batch: Batch) -> None:
    batch.separate.rest, batch.request = True, replace(batch.request, rest=True)
    seen = batch.run()
    assert set(seen.kinds.values()) == {"done"}
    assert batch.results() == sorted(ALL + [name.replace("a dog", "rest") for name in ALL])
    records = batch.manifest()
    assert [record.source for record in records] == ["a.wav", "b.flac", "deep/er/c.mp3"]
    first = records[0]
    assert first.path == str(batch.source / "a.wav")
    assert (first.status, first.audio_s, first.attempts, first.code) == ("done", 2.0, 1, "")
    assert (first.prompts, first.outputs) == (("a dog",), ("a (a dog).wav", "a (rest).wav"))
    assert first.who.endswith(f":{os.getpid()}")
    assert first.wall_s >= 0.0
    assert batch.tally.failed == 0
    assert batch.tally.audio_s == 6.0
    assert batch.leftovers() == []


def test_the_same_again_does_nothing(batch: Batch) -> None:
    batch.run()
    before = (batch.output / "manifest.jsonl").read_bytes()
    seen = batch.run()
    assert set(seen.kinds.values()) == {"skipped"}
    assert batch.separate.calls == []
    assert (batch.output / "manifest.jsonl").read_bytes() == before


def test_other_content_is_done_again_in_the_same_place(batch: Batch) -> None:
    batch.run()
    about = (batch.source / "a.wav").stat()
    (batch.source / "a.wav").write_bytes(b"A.WAV")
    # Not even a time that was set back hides it.
    os.utime(batch.source / "a.wav", ns=(about.st_atime_ns, about.st_mtime_ns))
    seen = batch.run()
    assert seen.kinds == {"a.wav": "done", "b.flac": "skipped", "deep/er/c.mp3": "skipped"}
    assert batch.results() == ALL
    assert (batch.output / ALL[0]).read_bytes() == b"A.WAVa dog"
    assert len(batch.manifest()) == 3


def test_a_touched_or_copied_file_is_known_by_its_content(batch: Batch) -> None:
    batch.run()
    copy = (batch.source / "a.wav").read_bytes()
    (batch.source / "a.wav").unlink()
    (batch.source / "a.wav").write_bytes(copy)
    assert batch.run().kinds["a.wav"] == "skipped"
    assert batch.separate.calls == []


@pytest.mark.parametrize("change", [{"prompts": ("rain",)}, {"model_sha256": "other"}, {"subtype": "PCM_16"}])
def test_another_request_is_done_beside_the_first(batch: Batch, change: dict[str, object]) -> None:
    batch.run()
    asked = replace(batch.request, **change)  # type: ignore[arg-type]
    assert set(batch.run(request=asked).kinds.values()) == {"done"}
    assert len(batch.results()) == 6
    # And both are remembered.
    assert set(batch.run(request=asked).kinds.values()) == {"skipped"}
    assert set(batch.run().kinds.values()) == {"skipped"}
    assert len(batch.manifest()) == 6


def test_results_of_another_folders_recording_of_the_same_name_are_not_replaced(batch: Batch, tmp_path: Path) -> None:
    batch.run()
    first = batch.manifest()
    make_files(tmp_path / "in 2", "a.wav")
    (tmp_path / "in 2" / "a.wav").write_bytes(b"another day")
    # Nor the second time, nor where the other one fails before it is read.
    for listed in (tmp_path / "in 2", tmp_path / "in 2", tmp_path / "in 2" / "list.txt"):
        if listed.suffix:
            listed.write_text("a.wav\nb.flac\n")
        seen = batch.run(listed)
        assert set(seen.kinds.values()) == {"failed"}
        record = seen.outcomes["a.wav"].record
        assert record is not None
        assert (record.code, record.attempts) == ("place-taken", 1)
        assert str(batch.source / "a.wav") in record.message
        assert (batch.output / ALL[0]).read_bytes() == b"a.wava dog"
        assert batch.results() == ALL
        assert batch.manifest() == first
    # Both in one command have a place each.
    assert batch.run(batch.source, tmp_path / "in 2").kinds["in 2/a.wav"] == "done"
    assert (batch.output / ALL[0]).read_bytes() == b"a.wava dog"


def test_a_folder_that_is_mounted_elsewhere_goes_on_with_its_results(batch: Batch, tmp_path: Path) -> None:
    batch.run()
    moved = batch.source.rename(tmp_path / "elsewhere")
    (moved / "a.wav").write_bytes(b"changed")
    assert batch.run(moved).kinds == {"a.wav": "done", "b.flac": "skipped", "deep/er/c.mp3": "skipped"}
    assert (batch.output / ALL[0]).read_bytes() == b"changeda dog"
    assert batch.results() == ALL


def test_a_copy_in_another_folder_is_known_by_its_content(batch: Batch, tmp_path: Path) -> None:
    batch.run()
    make_files(tmp_path / "copy", "a.wav")
    assert batch.run(tmp_path / "copy").kinds == {"a.wav": "skipped"}
    # And a recording that two paths lead to is one.
    try:
        (tmp_path / "link").symlink_to(batch.source)
    except OSError:
        pytest.skip("no links here")
    (batch.source / "b.flac").write_bytes(b"changed")
    assert batch.run(tmp_path / "link").kinds["b.flac"] == "done"


def test_a_result_that_is_gone_is_made_again(batch: Batch) -> None:
    batch.run()
    (batch.output / ALL[1]).unlink()
    assert batch.run().kinds == {"a.wav": "skipped", "b.flac": "done", "deep/er/c.mp3": "skipped"}
    assert batch.results() == ALL


def test_a_persons_own_file_is_not_overwritten(batch: Batch) -> None:
    batch.output.mkdir()
    (batch.output / "a (a dog).wav").write_bytes(b"mine")
    batch.run()
    assert (batch.output / "a (a dog).wav").read_bytes() == b"mine"
    assert batch.manifest()[0].outputs == ("a (a dog) (2).wav",)
    (batch.source / "a.wav").write_bytes(b"changed")
    batch.run()
    assert batch.manifest()[0].outputs in (("a (a dog) (2).wav",), ("a (a dog).wav",))
    assert (batch.output / "a (a dog).wav").read_bytes() == b"mine"
    assert (batch.output / "a (a dog) (2).wav").read_bytes() == b"changeda dog"


def test_prompts_of_one_name_give_a_file_each(batch: Batch) -> None:
    batch.request = replace(batch.request, prompts=("dog?", "dog*"))
    batch.run(batch.source / "a.wav")
    assert batch.manifest()[0].outputs == ("a (dog_).wav", "a (dog_) (2).wav")
    contents = [(batch.output / name).read_bytes() for name in batch.manifest()[0].outputs]
    assert contents == [b"a.wavdog?", b"a.wavdog*"]
    (batch.source / "a.wav").write_bytes(b"new")
    batch.run(batch.source / "a.wav")
    assert batch.results() == ["a (dog_) (2).wav", "a (dog_).wav"]


@pytest.mark.parametrize(
    ("error", "code", "attempts"),
    [
        (AudioReadError("file-damaged", "Damaged.", "Copy it."), "file-damaged", 1),
        (AudioWriteError("disk-full", "Full."), "disk-full", 1),
        (AudioWriteError("write-failed", "No."), "write-failed", 3),
        (OSError(5, "Input/output error", "x"), "system", 3),
        (MemoryError(), "out-of-memory", 3),
        (RuntimeError("CUDA error"), "internal", 3),
        (ValueError("a fault"), "internal", 1),
    ],
)
def test_a_failure_stays_with_its_file(batch: Batch, error: Exception, code: str, attempts: int) -> None:
    batch.retries = 2
    batch.separate.errors["b.flac"] = [error] * 3
    seen = batch.run()
    assert seen.kinds == {"a.wav": "done", "b.flac": "failed", "deep/er/c.mp3": "done"}
    record = batch.manifest()[1]
    assert (record.status, record.code, record.attempts) == ("failed", code, attempts)
    assert record.message.endswith(".")
    assert record.content_sha256
    assert bool(record.detail) == (code == "internal")
    assert batch.tally.failed == 1
    assert batch.leftovers() == []
    # The next run tries it again.
    batch.separate.errors.clear()
    assert batch.run().kinds == {"a.wav": "skipped", "b.flac": "done", "deep/er/c.mp3": "skipped"}
    assert [record.status for record in batch.manifest()] == ["done"] * 3


def test_an_error_that_passes_is_tried_again(batch: Batch) -> None:
    batch.separate.errors["b.flac"] = [OSError(5, "Input/output error")]
    assert batch.run().kinds["b.flac"] == "done"
    assert batch.separate.calls.count("b.flac") == 2
    record = batch.manifest()[1]
    assert (record.attempts, record.code, record.message) == (2, "", "")


def test_a_file_of_a_list_that_is_not_there_fails_alone(batch: Batch) -> None:
    (batch.source / "list.csv").write_text("path,prompt\na.wav,rain\nnone.wav,\nb.flac,  \n")
    seen = batch.run(batch.source / "list.csv")
    assert seen.kinds == {"a.wav": "done", "b.flac": "done", "none.wav": "failed"}
    assert {record.source: (record.code, record.prompts) for record in batch.manifest()} == {
        "a.wav": ("", ("rain",)),
        "b.flac": ("", ("a dog",)),
        "none.wav": ("file-missing", ("a dog",)),
    }


def test_a_name_of_a_list_that_no_disk_can_hold_fails_alone(batch: Batch) -> None:
    (batch.source / "list.txt").write_text(f"a.wav\n{'x' * 5000}.wav\nn\0.wav\n")
    seen = batch.run(batch.source / "list.txt")
    assert sorted(seen.kinds.values()) == ["done", "failed", "failed"]
    assert seen.kinds["a.wav"] == "done"
    assert sorted(record.status for record in batch.manifest()) == ["done", "failed", "failed"]


def test_a_file_that_is_still_being_written_is_not_separated(batch: Batch) -> None:
    class Growing(FakeSeparate):
        def __call__(
            self, source: Path, prompts: Sequence[str], folder: Path, on_progress: OnProgress, cancel: CancelToken
        ) -> Separated:
            made = super().__call__(source, prompts, folder, on_progress, cancel)
            with source.open("ab") as file:
                file.write(b"more")
            return made

    batch.separate = Growing()
    batch.run(batch.source / "a.wav")
    assert batch.manifest()[0].code == "source-changed"
    assert batch.separate.calls == ["a.wav", "a.wav"]
    assert batch.results() == []


def test_a_stop_finishes_the_file_and_the_next_run_goes_on(batch: Batch) -> None:
    class Stopping(FakeSeparate):
        def __call__(
            self, source: Path, prompts: Sequence[str], folder: Path, on_progress: OnProgress, cancel: CancelToken
        ) -> Separated:
            batch.stop.soon()
            return super().__call__(source, prompts, folder, on_progress, cancel)

    batch.separate = Stopping()
    assert batch.run().kinds == {"a.wav": "done"}
    assert batch.tally.over == 1
    assert batch.results() == ALL[:1]
    assert len(batch.manifest()) == 1
    going_on = Batch(batch.source, batch.output)
    assert going_on.run().kinds == {"a.wav": "skipped", "b.flac": "done", "deep/er/c.mp3": "done"}


def test_a_stop_at_once_leaves_nothing_of_the_file(batch: Batch) -> None:
    class Stopping(FakeSeparate):
        def __call__(
            self, source: Path, prompts: Sequence[str], folder: Path, on_progress: OnProgress, cancel: CancelToken
        ) -> Separated:
            if source.name == "b.flac":
                (folder / "half.wav").write_bytes(b"half")
                batch.stop.now()
            return super().__call__(source, prompts, folder, on_progress, cancel)

    batch.separate = Stopping()
    assert batch.run().kinds == {"a.wav": "done"}
    assert batch.results() == ALL[:1]
    assert batch.leftovers() == []
    assert [record.source for record in batch.manifest()] == ["a.wav"]


def test_who_lost_a_claim_puts_nothing_in_place(batch: Batch) -> None:
    """A process that stood still for longer than its lease wakes up."""
    store = LocalStore(batch.output)
    now = [0.0]
    elsewhere = Claims(store, Owner("elsewhere:7", "elsewhere", 7, 1.0), lease_s=1.0, clock=lambda: now[0])

    class Sleeping(FakeSeparate):
        def __call__(
            self, source: Path, prompts: Sequence[str], folder: Path, on_progress: OnProgress, cancel: CancelToken
        ) -> Separated:
            made = super().__call__(source, prompts, folder, on_progress, cancel)
            (claimed,) = store.entries(".audiosep-batch/claims")
            identity = claimed.partition(".")[0]
            assert elsewhere.take(identity) is None
            now[0] += 1.0
            assert elsewhere.take(identity) is not None
            assert batch.results() == []
            batch.stop.soon()
            return made

    batch.separate = Sleeping()
    assert batch.run(batch.source / "a.wav").kinds == {}
    assert batch.results() == []
    assert batch.manifest() == []


def test_what_a_dead_process_was_putting_in_place_is_replaced(batch: Batch) -> None:
    store = LocalStore(batch.output)
    identity = Record("failed", "a.wav", "", "", batch.request.sha256, (), "").identity
    dead = Owner.myself()
    claim = Claims(store, replace(dead, born=dead.born - 1000)).take(identity)
    assert claim is not None
    claim.announce(["a (a dog).wav"])
    (batch.output / "a (a dog).wav").write_bytes(b"by the dead")
    scratch = batch.output / ".audiosep-batch" / "scratch" / f"{identity}.1"
    scratch.mkdir(parents=True)
    (scratch / "half.wav").write_bytes(b"half")
    batch.run(batch.source / "a.wav")
    assert batch.results() == ["a (a dog).wav"]
    assert (batch.output / "a (a dog).wav").read_bytes() == b"a.wava dog"
    assert batch.leftovers() == []


def test_results_of_a_file_arrive_together_or_not_at_all(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    batch.request = replace(batch.request, prompts=("one", "two"))
    arrive = LocalStore.arrive

    def refuse(self: LocalStore, path: Path, name: str, replace: bool) -> bool:
        if "two" in name:
            raise OSError(28, "No space left on device", name)
        return arrive(self, path, name, replace)

    monkeypatch.setattr(LocalStore, "arrive", refuse)
    batch.run(batch.source / "a.wav")
    assert batch.results() == []
    assert batch.manifest()[0].code == "system"


def test_others_failures_and_results_of_this_run_stand(batch: Batch) -> None:
    """Another process was over with two files after this one had looked: neither is done twice."""
    store = LocalStore(batch.output)
    other = Records(store)

    class Sharing(FakeSeparate):
        def __call__(
            self, source: Path, prompts: Sequence[str], folder: Path, on_progress: OnProgress, cancel: CancelToken
        ) -> Separated:
            for place, status in (("b.flac", "done"), ("deep/er/c.mp3", "failed")):
                asked = batch.request.sha256
                other.put(Record(status, place, "", "", asked, ("a dog",), "m", finished="2030"))  # type: ignore[arg-type]
            return super().__call__(source, prompts, folder, on_progress, cancel)

    batch.separate = Sharing()
    assert batch.run().kinds == {"a.wav": "done", "b.flac": "skipped", "deep/er/c.mp3": "skipped"}
    assert batch.separate.calls == ["a.wav"]
    assert batch.tally.failed == 1


def test_a_failure_that_another_request_made_good_leaves_the_manifest(batch: Batch) -> None:
    batch.separate.errors["a.wav"] = [ValueError()]
    batch.run(batch.source / "a.wav")
    batch.run(batch.source / "a.wav", request=replace(batch.request, model_sha256="mended"))
    assert [record.status for record in batch.manifest()] == ["done"]


def test_records_that_cannot_be_read_are_none() -> None:
    for data in (None, b"", b"{", b"[]", b'{"status": "done"}', b"null"):
        assert record_from(data) is None


def test_a_line_of_the_manifest_is_a_record(batch: Batch) -> None:
    record = Record("done", "ä/\udcff.wav", "p", "c", "r", ("a", "b"), "m", ("x",), detail="l\n2")
    assert "\n" not in record.as_json()
    assert record_from(record.as_json().encode()) == record


def test_the_manifest_is_written_while_the_batch_runs(batch: Batch) -> None:
    now = [0.0]
    store = LocalStore(batch.output)
    records = Records(store)
    manifest = Manifest(store, records, clock=lambda: now[0])
    records.put(Record("done", "a.wav", "", "", "r", (), ""))
    manifest.after_file()
    assert not (batch.output / "manifest.jsonl").exists()
    now[0] = 5.0
    manifest.after_file()
    assert len(batch.manifest()) == 1


def test_the_summary_is_safe_and_says_what_failed(batch: Batch) -> None:
    evil = "<script>alert(1)</script> 50% #1?.wav"
    page = summary([
        Record("done", evil, "", "", "r", ("<b>",), "", (f"x/{evil}",), audio_s=90.0, wall_s=9.0, truncated=True),
        Record("failed", "b.wav", "", "", "r", (), "", code="file-damaged", message="It is <damaged>."),
    ])  # fmt: skip
    assert "<script>" not in page
    assert "<b>" not in page
    assert 'href="./x/%3Cscript%3Ealert%281%29%3C/script%3E%2050%25%20%231%3F.wav"' in page
    assert "It is &lt;damaged&gt;." in page
    assert "1 of 2 files are done, 1 failed." in page
    assert "10.0 times as fast" in page
    assert page.index("<h2>Failed") < page.index("<h2>Done")


def test_time_left_is_judged_by_the_bytes_that_were_worked_on(batch: Batch) -> None:
    now = [0.0]
    for name, size in (("a.wav", 100), ("b.flac", 300), ("deep/er/c.mp3", 600)):
        (batch.source / name).write_bytes(bytes(size))
    a, b, c = find_items([str(batch.source)], LocalStore(batch.output))
    tally = Tally(3, 1000, clock=lambda: now[0])
    assert tally.left_s is None
    tally.add(c, Outcome("skipped", Record("done", "c", "", "", "", (), "")))
    assert (tally.share, tally.left_s) == (0.6, None)
    now[0] = 10.0
    tally.running(a, Progress(1, 2))
    assert tally.left_s == pytest.approx(10.0 * 350 / 50)
    tally.add(a, Outcome("done", Record("done", "a", "", "", "", (), "", audio_s=3.0)))
    assert tally.left_s == pytest.approx(10.0 * 300 / 100)
    now[0] = 40.0
    tally.add(b, Outcome("failed", Record("failed", "b", "", "", "", (), "")))
    assert (tally.share, tally.left_s, tally.failed, tally.over) == (1.0, 0.0, 1, 3)
