"""From the hub into the models folder, whatever happens on the way."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, Cancelled, ModelError
from audiosep_core.library.arrival import Step
from audiosep_core.library.catalogue import Entry
from audiosep_core.library.hub import Hub
from audiosep_core.library.paths import downloads_folder, models_folder
from audiosep_core.library.pull import pull
from audiosep_core.library.store import verify
from audiosep_core.types import OnProgress
from tests.library.loopback_hub import HubFile as Served
from tests.library.loopback_hub import LoopbackHub
from tests.library.stand_in import (
    CONTENT,
    ENTRY,
    MIRROR,
    ONE_SOURCE,
    PLACE,
    VOCAB,
    VOCAB_PLACE,
    copy_importer,
    installed,
    left_in_downloads,
    part,
)


def get(hub: Hub, entry: Entry = ONE_SOURCE, **more: Any) -> Path:
    return pull("stand-in", more.pop("importer", copy_importer), hub=hub, entries=[entry], **more)


def refusal(hub: Hub, entry: Entry = ONE_SOURCE, **more: Any) -> AudioSepError:
    with pytest.raises(AudioSepError) as caught:
        get(hub, entry, **more)
    error = caught.value
    assert "use a file that you already have" in error.hint
    assert not (models_folder() / "stand-in.safetensors").exists()
    return error


@pytest.mark.usefixtures("accepted")
class TestWhole:
    def test_it_is_downloaded_checked_and_imported(self, hub: Hub, served: Served) -> None:
        steps: list[Step] = []
        path = get(hub, on_step=steps.append)
        assert path == models_folder() / "stand-in.safetensors"
        assert installed() == CONTENT
        assert (models_folder() / "vocab.json").read_bytes() == VOCAB
        assert served.served == len(CONTENT)
        assert left_in_downloads() == []
        assert verify("stand-in", [ENTRY]).compared
        phases = [step.phase for step in steps]
        assert phases == sorted(phases, key=("downloading", "importing").index)
        sizes = [step.done for step in steps if step.phase == "downloading"]
        assert sizes == sorted(sizes)
        assert sizes[-1] == len(CONTENT) == steps[0].total

    def test_what_is_installed_is_not_downloaded_again(self, hub: Hub, server: LoopbackHub) -> None:
        get(hub)
        asked = len(server.requests)
        get(hub)
        assert len(server.requests) == asked

    def test_what_a_killed_import_left_goes_with_the_next_look(self, hub: Hub) -> None:
        get(hub)
        left = part().with_suffix("")
        left.write_bytes(CONTENT)
        get(hub)
        assert left_in_downloads() == []

    def test_a_download_whose_import_was_killed_is_not_repeated(self, hub: Hub, served: Served) -> None:
        part().with_suffix("").write_bytes(CONTENT)
        staging = downloads_folder() / "stand-in.import"
        staging.mkdir()
        (staging / "stand-in.safetensors").write_bytes(b"half")
        get(hub)
        assert installed() == CONTENT
        assert served.asked == []
        assert left_in_downloads() == []

    def test_a_renamed_repository_is_followed(self, hub: Hub, server: LoopbackHub) -> None:
        moved = "lab/new-name/resolve/0123abc/stand-in.ckpt"
        server.files[moved] = server.files.pop(PLACE)
        server.moved[PLACE] = f"/{moved}"
        get(hub)
        assert installed() == CONTENT

    def test_no_token_and_no_other_fact_of_the_computer_is_sent(
        self, hub: Hub, server: LoopbackHub, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HF_TOKEN", "hf_secret")
        get(hub)
        assert all(request.startswith("GET ") for request in server.requests)
        assert not any("api/" in request for request in server.requests)
        assert server.credentials == []

    def test_a_server_without_ranges_still_serves(self, hub: Hub, served: Served) -> None:
        served.ranges = False
        part().write_bytes(CONTENT[:1000])
        get(hub)
        assert installed() == CONTENT


@pytest.mark.usefixtures("accepted")
class TestCut:
    def test_the_next_try_fetches_only_the_rest(self, hub: Hub, served: Served) -> None:
        half = len(CONTENT) // 2
        served.cuts = [half]
        error = refusal(hub)
        assert error.code == "download-cut"
        assert "0.5 MB of 1.0 MB" in error.message
        assert part().stat().st_size == half == served.served
        steps: list[Step] = []
        get(hub, on_step=steps.append)
        assert installed() == CONTENT
        assert served.served == len(CONTENT)
        assert served.asked == ["", f"bytes={half}-"]
        assert steps[0].phase == "checking"

    def test_a_patient_download_goes_on_by_itself(self, hub: Hub, served: Served) -> None:
        served.cuts = [300_000, 300_000]
        get(replace(hub, tries=3))
        assert installed() == CONTENT
        assert served.served == len(CONTENT)

    def test_a_part_that_is_longer_than_the_file_begins_anew(self, hub: Hub) -> None:
        part().write_bytes(CONTENT + b"more")
        assert refusal(hub).code == "download-damaged"
        get(hub)
        assert installed() == CONTENT

    def test_stopping_keeps_what_came(self, hub: Hub, served: Served) -> None:
        token = CancelToken()
        served.hold_at = 400_000

        def stop(step: Step) -> None:
            if step.done == 400_000:
                token.set()
                served.released.set()

        with pytest.raises(Cancelled):
            get(hub, on_step=stop, cancel=token)
        assert part().stat().st_size == 400_000
        get(hub)
        assert served.asked == ["", "bytes=400000-"]
        assert installed() == CONTENT

    def test_a_failed_import_costs_no_second_download(self, hub: Hub, served: Served) -> None:
        def fail(*_: Any) -> Path:
            raise ModelError("model-damaged", "No.", "")

        with pytest.raises(ModelError, match=r"^No\.$"):
            get(hub, importer=fail)
        assert not (models_folder() / "stand-in.safetensors").exists()
        get(hub)
        assert served.served == len(CONTENT)
        assert installed() == CONTENT


@pytest.mark.usefixtures("accepted")
class TestDamage:
    def test_one_flipped_byte_is_found_and_removed(self, hub: Hub, served: Served) -> None:
        served.flip = 700_000
        error = refusal(hub)
        assert error.code == "download-damaged"
        assert left_in_downloads() == []
        served.flip = None
        get(hub)
        assert installed() == CONTENT

    def test_a_flipped_byte_of_the_first_half_is_found_after_the_second(self, hub: Hub, served: Served) -> None:
        served.cuts, served.flip = [600_000], 10
        assert refusal(hub).code == "download-cut"
        served.flip = None
        assert refusal(hub).code == "download-damaged"
        get(hub)
        assert installed() == CONTENT

    @pytest.mark.reliability
    @pytest.mark.parametrize("trouble", ["flipped", "shorter", "longer", "forged", "forged part", "forged whole"])
    def test_nothing_reads_a_file_before_its_hash_is_right(self, hub: Hub, served: Served, trouble: str) -> None:
        read: list[Path] = []

        def importer(source: Path, *_: Any) -> Path:
            read.append(source)
            raise AssertionError("a parser saw it")

        served.says_sha256 = False
        if trouble == "flipped":
            served.flip = 700_000
        elif trouble == "forged part":
            part().write_bytes(bytes(600_000))
        elif trouble == "forged whole":
            part().with_suffix("").write_bytes(bytes(len(CONTENT)))
            served.status = 404
        else:
            lengths = {"shorter": -1, "longer": 1, "forged": 0}
            served.content = bytes(len(CONTENT) + lengths[trouble])
        refusal(hub, importer=importer)
        assert read == []
        assert left_in_downloads() == []

    def test_another_hash_that_the_hub_tells_is_refused_at_once(self, hub: Hub, served: Served) -> None:
        served.content = bytes(len(CONTENT))
        assert refusal(hub).code == "download-other"
        assert left_in_downloads() == []

    def test_another_hash_that_the_hub_does_not_tell_is_found_at_the_end(self, hub: Hub, served: Served) -> None:
        served.content, served.says_sha256 = bytes(len(CONTENT)), False
        assert refusal(hub).code == "download-damaged"
        assert left_in_downloads() == []

    def test_a_log_in_page_is_not_taken_for_a_model(self, hub: Hub, server: LoopbackHub) -> None:
        server.files[PLACE] = Served(b"<html>Welcome to the hotel</html>", large=False)
        assert refusal(hub).code == "download-other"


@pytest.mark.usefixtures("accepted")
class TestMirrors:
    @pytest.fixture
    def mirror(self, server: LoopbackHub) -> Served:
        return server.add(MIRROR, Served(CONTENT))

    @pytest.mark.parametrize("trouble", ["gone", "gated", "another", "flipped", "busy"])
    def test_the_mirror_helps_out(
        self, hub: Hub, server: LoopbackHub, served: Served, mirror: Served, trouble: str
    ) -> None:
        if trouble == "gone":
            del server.files[PLACE]
        elif trouble == "another":
            served.content = bytes(len(CONTENT))
        elif trouble == "flipped":
            served.flip = 5
        else:
            served.status = {"gated": 401, "busy": 503}[trouble]
        get(hub, ENTRY)
        assert installed() == CONTENT
        assert mirror.served == len(CONTENT)

    def test_a_wrong_mirror_is_no_help_and_the_first_reason_is_told(
        self, hub: Hub, served: Served, mirror: Served
    ) -> None:
        served.status, mirror.content = 401, bytes(10)
        assert refusal(hub, ENTRY).code == "access-refused"


@pytest.mark.usefixtures("accepted")
class TestRefusals:
    @pytest.mark.parametrize(
        ("status", "error_code", "code"),
        [
            (404, "EntryNotFound", "model-gone"),
            (404, "RepoNotFound", "model-gone"),
            (401, "", "access-refused"),
            (401, "GatedRepo", "access-refused"),
            (403, "GatedRepo", "access-refused"),
            (429, "", "hub-error"),
            (503, "", "hub-error"),
        ],
    )
    def test_what_the_hub_answers_is_told_in_words(
        self, hub: Hub, served: Served, status: int, error_code: str, code: str
    ) -> None:
        served.status, served.error_code = status, error_code
        error = refusal(hub)
        assert error.code == code
        assert "lab/stand-in" in error.message

    def test_no_network(self) -> None:
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            address = f"http://127.0.0.1:{closed.getsockname()[1]}"
        assert refusal(Hub(address, tries=2, wait_s=0.0)).code == "network-down"

    def test_an_address_that_is_none(self) -> None:
        assert refusal(Hub("nonsense://hub", tries=2, wait_s=0.0)).code == "network-down"

    def test_an_address_that_others_may_read_along_with(self) -> None:
        error = refusal(Hub("http://hub.invalid"))
        assert error.code == "hub-insecure"
        assert "https" in error.hint

    def test_too_little_room_is_told_before_the_start(self, hub: Hub, server: LoopbackHub) -> None:
        error = refusal(hub, free=lambda _: 2_000_000)
        assert error.code == "disk-full"
        assert "2.0 MB are free" in error.message
        assert server.requests == []

    def test_a_disk_that_fills_up_on_the_way(self, hub: Hub, no_file_over_500_kb: None) -> None:
        error = refusal(hub)
        assert error.code == "disk-full"
        assert part().stat().st_size == 500_000

    @pytest.fixture
    def no_file_over_500_kb(self) -> Iterator[None]:
        resource = pytest.importorskip("resource")
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    @pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a file system that nobody may write")
    def test_a_folder_that_may_not_be_written(
        self, hub: Hub, server: LoopbackHub, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("AUDIOSEP_HOME", "/sys/audiosep")
        with pytest.raises(AudioSepError) as caught:
            get(hub)
        assert caught.value.code == "folder-read-only"
        assert "'/sys/audiosep'" in caught.value.message
        assert "use a file that you already have" in caught.value.hint
        assert server.requests == []


class TestLicence:
    def test_nothing_is_downloaded_before_it_is_accepted(self, hub: Hub, server: LoopbackHub) -> None:
        with pytest.raises(AudioSepError) as caught:
            get(hub)
        assert caught.value.code == "licence-not-accepted"
        assert "CC0" in caught.value.message
        assert "Of no use." in caught.value.message
        assert server.requests == []

    @pytest.mark.usefixtures("accepted")
    def test_a_changed_caveat_is_asked_about_again(self, hub: Hub) -> None:
        get(hub)
        (models_folder() / "stand-in.safetensors").unlink()
        with pytest.raises(AudioSepError, match="Not for sale"):
            get(hub, replace(ONE_SOURCE, caveat="Not for sale."))


@pytest.mark.usefixtures("accepted")
class TestTwoAtOnce:
    def test_the_second_waits_and_downloads_nothing(self, hub: Hub, served: Served) -> None:
        served.hold_at = 500_000
        waits = threading.Event()

        def second_step(step: Step) -> None:
            if step.phase == "waiting":
                waits.set()

        with ThreadPoolExecutor(2) as pool:
            first = pool.submit(get, hub)
            assert served.holding.wait(20)
            second = pool.submit(get, hub, on_step=second_step)
            assert waits.wait(20)
            served.released.set()
            assert first.result(20) == second.result(20)
        assert served.served == len(CONTENT)
        assert installed() == CONTENT

    def test_who_waits_can_be_stopped(self, hub: Hub, served: Served) -> None:
        served.hold_at = 500_000
        token = CancelToken()
        stop: Callable[[Step], None] = lambda _: token.set()  # noqa: E731
        with ThreadPoolExecutor(2) as pool:
            first = pool.submit(get, hub)
            assert served.holding.wait(20)
            with pytest.raises(Cancelled):
                get(hub, on_step=stop, cancel=token)
            served.released.set()
            first.result(20)


@pytest.mark.usefixtures("accepted")
def test_a_stopped_import_leaves_nothing_half(hub: Hub) -> None:
    token = CancelToken()

    def importer(source: Path, folder: Path, name: str, on_progress: OnProgress, _: CancelToken) -> Path:
        path = copy_importer(source, folder, name, on_progress, token)
        token.set()
        return path

    with pytest.raises(Cancelled):
        get(hub, importer=importer, cancel=token)
    assert sorted(path.name for path in models_folder().iterdir()) == ["downloads", "vocab.json"]
    get(hub)
    assert installed() == CONTENT


@pytest.mark.usefixtures("accepted")
def test_a_damaged_tokenizer_is_refused(hub: Hub, server: LoopbackHub) -> None:
    server.files[VOCAB_PLACE].content = VOCAB[:-1] + b"?"
    assert refusal(hub).code == "download-damaged"
    assert not (models_folder() / "vocab.json").exists()
