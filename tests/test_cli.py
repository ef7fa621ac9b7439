from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
from typer.testing import CliRunner, Result

import audiosep_core
from audiosep_core.cli import app
from audiosep_core.types import SeparationOptions

ROOT = Path(__file__).resolve().parent.parent


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "yard at dusk.wav"
    samples = np.random.default_rng(0).uniform(-0.5, 0.5, (3 * 44_100 + 17, 2)).astype(np.float32)
    soundfile.write(path, samples, 44_100, subtype="FLOAT")
    return path


def test_the_version_is_told() -> None:
    assert run("--version").output == f"audiosep {audiosep_core.__version__}\n"


def test_separate_writes_stems_that_sum_to_the_source(recording: Path, tiny_model: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ("separate", recording, "-p", "a dog", "-p", "rain", "--rest", "--model", tiny_model, "-o", out)
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    names = ["a dog", "rain", "rest"]
    assert sorted(p.name for p in out.iterdir()) == [f"yard at dusk ({name}).wav" for name in names]
    parts = [soundfile.read(out / f"yard at dusk ({name}).wav", dtype="float32") for name in names]
    source, _ = soundfile.read(recording, dtype="float32")
    assert {(part.shape, rate) for part, rate in parts} == {(source.shape, 44_100)}
    assert np.abs(sum(part for part, _ in parts) - source).max() < 1e-6


def test_json_lines_and_numbers_instead_of_overwriting(recording: Path, tiny_model: Path, tmp_path: Path) -> None:
    arguments = ["separate", recording, "-p", "dog", "-p", "dog", "--json", "--model", tiny_model, "-o", tmp_path]
    first, second = run(*arguments), run(*arguments)
    events = [json.loads(line) for line in first.stdout.splitlines()]
    assert [e["event"] for e in events[:-1]] == ["progress"] * (len(events) - 1)
    assert events[-2]["done"] == events[-2]["total"]
    done = events[-1]
    assert done["rest"] is None
    assert done["audio_s"] == pytest.approx(3 + 17 / 44_100, abs=1e-6)
    assert done["peak_rss_mb"] > 50
    assert done["wall_s"] > 0
    again = json.loads(second.stdout.splitlines()[-1])
    paths = [stem["path"] for stem in done["stems"] + again["stems"]]
    assert len(set(paths)) == 4
    assert all(Path(p).is_file() for p in paths)


def test_span_format_and_subtype(recording: Path, tiny_model: Path, tmp_path: Path) -> None:
    result = run("separate", recording, "-p", "dog", "--start", 1, "--end", 2.5, "--format", "flac", "--subtype",
                 "pcm24", "--model", tiny_model, "-o", tmp_path)  # fmt: skip
    assert result.exit_code == 0, result.output
    info = soundfile.info(tmp_path / "yard at dusk (dog).flac")
    assert (info.frames, info.subtype, info.channels) == (66_150, "PCM_24", 2)


def test_a_lossy_format_at_a_rate_that_it_knows(recording: Path, tiny_model: Path, tmp_path: Path) -> None:
    result = run("separate", recording, "-p", "dog", "--end", 1, "--format", "opus", "--model", tiny_model,
                 "-o", tmp_path)  # fmt: skip
    assert result.exit_code == 0, result.output
    info = soundfile.info(tmp_path / "yard at dusk (dog).opus")
    assert (info.samplerate, info.channels) == (48_000, 2)
    assert info.duration == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize(("container", "subtype"), [("mp3", "pcm16"), ("wav", "v0"), ("opus", "float")])
def test_samples_that_a_format_has_not_are_a_usage_error(recording: Path, container: str, subtype: str) -> None:
    result = run("separate", recording, "-p", "dog", "--format", container, "--subtype", subtype)
    assert result.exit_code == 2
    assert f"--format {container} goes with" in result.output


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["none.wav", "-p", "dog"], "file-missing"),
        (["{recording}", "-p", "  "], "prompt-empty"),
        (["{recording}", "-p", "dog", "--model", "nothing"], "model-missing"),
        (["{recording}", "-p", "dog", "--device", "cuda"], "device-missing"),
        (["{recording}", "-p", "dog", "--start", "2", "--end", "1"], "span-empty"),
        (["{recording}", "-p", "dog", "--start", "99"], "span-empty"),
        (["{recording}", "-p", "dog", "--start", "inf"], "span-empty"),
    ],
)
def test_errors_have_a_code_a_sentence_and_exit_1(
    recording: Path, tiny_model: Path, tmp_path: Path, arguments: list[str], code: str
) -> None:
    if code == "device-missing":
        import torch

        if torch.cuda.is_available():
            pytest.skip("this machine has the device")
    filled = [a.format(recording=recording) for a in arguments]
    model = [] if "--model" in filled else ["--model", str(tiny_model)]
    out = tmp_path / "out"
    result = run("separate", *filled, *model, "--json", "-o", out)
    assert result.exit_code == 1
    event = json.loads(result.stdout.splitlines()[-1])
    assert (event["event"], event["code"]) == ("error", code)
    assert event["message"].endswith(".")
    assert not out.exists() or not list(out.iterdir())
    plain = run("separate", *filled, *model, "-o", out)
    assert "Error:" in plain.stderr


def test_names_and_prompts_are_printed_as_they_are(recording: Path, tiny_model: Path, tmp_path: Path) -> None:
    odd = recording.rename(tmp_path / "live [take] x.wav")
    result = run("separate", odd, "-p", "no [/b] music", "--model", tiny_model, "-o", tmp_path / "[out]")
    assert result.exit_code == 0, result.output
    assert result.stderr.splitlines()[-1] == f"Wrote {tmp_path / '[out]' / 'live [take] x (no [_b] music).wav'}"
    assert "[/b]" in run("separate", odd, "-p", "dog", "--model", "no [/b] model").stderr


def test_clipped_samples_are_told(recording: Path, tiny_model: Path, tmp_path: Path) -> None:
    samples, rate = soundfile.read(recording, dtype="float32")
    soundfile.write(recording, samples * 8, rate, subtype="FLOAT")
    arguments = ["separate", recording, "-p", "dog", "--rest", "--model", tiny_model, "-o", tmp_path]
    result = run(*arguments, "--subtype", "pcm16", "--json")
    assert json.loads(result.stdout.splitlines()[-1])["clipped"] > 1000
    assert "were clipped" in result.stderr
    quiet = run(*arguments, "--json")
    assert json.loads(quiet.stdout.splitlines()[-1])["clipped"] == 0
    assert quiet.stderr == ""


def test_folders_that_cannot_be_are_sentences(
    recording: Path, tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").touch()
    result = run("separate", recording, "-p", "dog", "--model", tiny_model, "-o", tmp_path / "taken", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout.splitlines()[-1])["code"] == "folder-missing"
    monkeypatch.setenv("AUDIOSEP_HOME", str(tmp_path / "taken"))
    for command in (["info"], ["separate", recording, "-p", "dog"]):
        refused = run(*command, "--json")
        assert refused.exit_code == 1
        event = json.loads(refused.stdout.splitlines()[-1])
        assert event["code"] == "system"
        assert str(tmp_path / "taken") in event["message"]
    # What is bundled is still told of.
    listed = [json.loads(line) for line in run("models", "list", "--json").stdout.splitlines()]
    assert next(model for model in listed if model["name"] == "starter")["installed"]


ASKED = [
    ([], SeparationOptions()),
    (["--not", "music", "--not", "rain"], SeparationOptions(against=("music", "rain"))),
    (["--compete"], SeparationOptions(compete=True)),
    (["--no-compete"], SeparationOptions(compete=False)),
    (["--strength", "-0.5"], SeparationOptions(strength=-0.5)),
    (["--band", "100", "2500.5"], SeparationOptions(band_hz=(100.0, 2500.5))),
    (["--channels", "independent"], SeparationOptions(channels="independent")),
    (["--mute-above"], SeparationOptions(above_band=False)),
    (["--level", "auto"], SeparationOptions(level="auto")),
]


@pytest.mark.parametrize(("arguments", "options"), ASKED)
def test_how_to_separate_reaches_the_engine(
    recording: Path, tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    arguments: list[str], options: SeparationOptions,
) -> None:  # fmt: skip
    from audiosep_core.engine import files

    seen = []

    def note(*given: object) -> files.SeparatedFiles:
        seen.append((given[1], given[4]))
        return files.SeparatedFiles((), None, 1.0, False, 0)

    monkeypatch.setattr(files, "separate_file", note)
    result = run("separate", recording, "-p", "a dog", *arguments, "--model", tiny_model, "-o", tmp_path)
    assert result.exit_code == 0, result.output
    ((queries, given),) = seen
    assert queries == ["a dog"]
    assert given.separation == options


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--strength", "1.5"], "strength"),
        (["--strength", "much"], "strength"),
        (["--band", "2000", "100"], "from a lower to a higher frequency"),
        (["--band", "nan", "100"], "from a lower to a higher frequency"),
        (["--band", "100"], "band"),
        (["--channels", "left"], "channels"),
        (["--level", "loud"], "level"),
        (["--backend", "abacus"], "backend"),
    ],
)
def test_wrong_ways_to_separate_are_usage_errors(recording: Path, arguments: list[str], sentence: str) -> None:
    result = run("separate", recording, "-p", "dog", *arguments)
    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.replace("│", " ").split())
    assert "Traceback" not in result.stderr


def test_what_ran_the_network_and_why_is_told(recording: Path, tiny_model: Path, tmp_path: Path) -> None:
    arguments = ["separate", recording, "-p", "dog", "--model", tiny_model, "-o", tmp_path, "--json", "--end", 1]
    done = json.loads(run(*arguments, "--backend", "torch").stdout.splitlines()[-1])
    assert done["backend"].startswith("PyTorch, ")
    assert done["backend_reason"]


def test_openvino_that_is_missing_is_a_sentence(
    recording: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from audiosep_core.engine.backends import openvino_backend

    monkeypatch.setattr(openvino_backend, "is_installed", lambda: False)
    result = run("separate", recording, "-p", "dog", "--model", tiny_model, "--backend", "openvino", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout.splitlines()[-1])["code"] == "backend-missing"


def test_not_is_separated_against_and_not_written(recording: Path, tiny_model: Path, tmp_path: Path) -> None:
    arguments = ["separate", recording, "-p", "dog", "--model", tiny_model, "--end", 1, "-o"]
    assert run(*arguments, tmp_path / "alone").exit_code == 0
    result = run(*arguments, tmp_path / "against", "--not", "rain")
    assert result.exit_code == 0, result.output
    names = [sorted(path.name for path in (tmp_path / folder).iterdir()) for folder in ("alone", "against")]
    assert names == [["yard at dusk (dog).wav"]] * 2
    alone, against = (soundfile.read(tmp_path / folder / names[0][0])[0] for folder in ("alone", "against"))
    assert 0 < np.abs(against).max() < np.abs(alone).max()


def test_usage_errors_exit_2() -> None:
    assert run("separate").exit_code == 2
    assert run("separate", "x.wav", "-p", "dog", "--format", "aiff").exit_code == 2


def test_ctrl_c_exits_130_and_leaves_no_half_written_file(tiny_model: Path, tmp_path: Path) -> None:
    path = tmp_path / "long.wav"
    samples = np.random.default_rng(0).uniform(-0.5, 0.5, (1800 * 8_000, 1)).astype(np.float32)
    soundfile.write(path, samples, 8_000)
    out = tmp_path / "out"
    command = ["separate", path, "-p", "dog", "--json", "--rest", "--model", tiny_model, "-o", out]
    process = subprocess.Popen(
        [sys.executable, "-m", "audiosep_core", *map(str, command)],
        stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=tmp_path,
    )  # fmt: skip
    assert process.stdout is not None
    with process.stdout:
        assert json.loads(process.stdout.readline())["event"] == "progress"
        process.send_signal(signal.SIGINT)
        process.stdout.read()
    assert process.wait(60) == 130
    assert list(out.iterdir()) == []


def test_models_and_info() -> None:
    listed = run("models", "list", "--json")
    assert json.loads(listed.stdout.splitlines()[0])["name"] == "starter"
    assert "starter" in run("models", "list").stdout
    facts = json.loads(run("info", "--json").stdout)
    assert {"torch", "devices", "cache", "models", "python"} <= facts.keys()


def test_listing_models_does_not_import_torch() -> None:
    code = (
        "import sys; from audiosep_core.cli import app; from typer.testing import CliRunner; "
        "CliRunner().invoke(app, ['models', 'list']); sys.exit('torch' in sys.modules or 'av' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})


def test_evaluate_prints_figures_and_writes_rows(tmp_path: Path, tiny_model: Path) -> None:
    rng = np.random.default_rng(0)
    for name in "ab":
        soundfile.write(tmp_path / f"{name}.wav", rng.uniform(-0.3, 0.3, 32_000), 32_000)
    header = "idx,source,noise,label,caption,noise_label,noise_caption,seconds,snr_db,clean\n"
    (tmp_path / "benchmark.csv").write_text(header + "0,a.wav,b.wav,x,An x.,y,A y.,2,0,yes\n")
    (tmp_path / "lone.csv").write_text("idx,source,seconds,prompt\n0,a.wav,2,x\n")
    out = tmp_path / "out.json"
    result = run("evaluate", "--root", tmp_path, "--model", tiny_model, "--json", out)
    assert result.exit_code == 0, result.output
    assert "benchmark.csv, caption, 0 dB clean: rows 1, sdri_db_mean" in result.stdout
    lists = json.loads(out.read_text())["lists"]
    assert [entry["list"] for entry in lists] == ["benchmark.csv", "benchmark.csv", "lone.csv"]
    assert all(len(entry["model_sha256"]) == 64 for entry in lists)
    assert run("evaluate", "--root", tmp_path / "none").exit_code == 1
    captions = run("evaluate", "--root", tmp_path, "--model", tiny_model, "--query", "caption", "--json", out)
    assert captions.exit_code == 0, captions.output
    assert [(entry["list"], entry["query"]) for entry in json.loads(out.read_text())["lists"]] == [
        ("benchmark.csv", "caption")
    ]


def test_evaluate_refuses_what_it_cannot_write_before_it_works(tmp_path: Path, tiny_model: Path) -> None:
    # The list would fail as well: that it is not even looked at shows in the message.
    for out in (tmp_path / "none" / "out.json", tmp_path):
        result = run("evaluate", "--root", tmp_path, "--model", tiny_model, "--json", out)
        assert result.exit_code == 1
        assert "nothing was evaluated" in result.stderr


@pytest.mark.parametrize(
    ("recipe", "sentence"),
    [
        (None, "could not be read"),
        ("seed = [", "cannot be used"),
        ("seed = 'x'", "cannot be used: seed"),
        ("[model]\nstranger = 1", "cannot be used"),
    ],
)
def test_a_recipe_that_cannot_be_used_is_a_sentence(tmp_path: Path, recipe: str | None, sentence: str) -> None:
    path = tmp_path / "own.toml"
    if recipe is not None:
        path.write_text(recipe)
    result = run("train", "--config", path, "--root", tmp_path, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


def test_training_without_its_packages_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "lightning", None)
    result = run("train", "--config", "starter", "--root", tmp_path)
    assert result.exit_code == 1
    assert "pip install 'audiosep-desktop[train]'" in result.stderr


def test_make_sounds_writes_a_set_and_names_unknown_kinds(tmp_path: Path) -> None:
    result = run("make-sounds", "-o", tmp_path / "set", "--seed", 1, "--amount", 0.01, "--kind", "sirens")
    assert result.exit_code == 0, result.output
    assert result.stdout.strip() == str(tmp_path / "set" / "manifest.csv")
    assert len(list((tmp_path / "set").rglob("*.flac"))) == 5
    wrong = run("make-sounds", "-o", tmp_path, "--kind", "smells")
    assert wrong.exit_code == 1
    assert "speech" in wrong.output
