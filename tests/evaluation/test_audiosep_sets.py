"""AudioSep's six sets, laid out as published; half of an orthogonal mixture scores a figure that is a formula."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.evaluate import run
from audiosep_core.evaluation.paraphrases import read_paraphrases
from audiosep_core.evaluation.protocol import EvaluationProtocol
from audiosep_core.evaluation.protocols import audiocaps, audioset, clotho, esc50, music, vggsound
from audiosep_core.evaluation.summary import summary
from tests.evaluation import made_sets
from tests.evaluation.made_sets import Notch, Share, half_sdr_db, write_list

LOADERS: dict[str, Callable[[Path], EvaluationProtocol]] = {
    "audiocaps": audiocaps.load, "clotho": clotho.load, "esc50": esc50.load,
    "music": music.load, "vggsound": vggsound.load, "audioset": audioset.load,
}  # fmt: skip


def gain_db(snr_db: float) -> float:
    return half_sdr_db(snr_db) - snr_db


@pytest.mark.parametrize("name", LOADERS)
def test_perfect_answers_score_what_the_floors_allow_and_mixtures_nothing(name: str, tmp_path: Path) -> None:
    made_sets.SETS[name](tmp_path)
    protocol = LOADERS[name](tmp_path)
    assert all(row.sdri_db == 0.0 for row in run(Share(1.0), protocol))
    perfect = run(Notch(*(item.prompts[0] for item in protocol.items)), protocol)
    assert all(row.si_sdr_db is not None and row.si_sdr_db > 60 for row in perfect)
    # 0.3 of a sine has -13.5 dB of power; the error's floor is -100 dB.
    assert all(row.sdr_db == pytest.approx(86.53, abs=0.01) for row in perfect)


def test_audiocaps_asks_captions_or_labels_and_means_over_items(tmp_path: Path) -> None:
    made_sets.audiocaps(tmp_path)
    captions, labels = (audiocaps.load(tmp_path, query=query) for query in ("caption", "label"))
    assert [item.prompts for item in captions.items] == [("A tone, low and steady",), ("A tone hums",)]
    assert [item.prompts for item in labels.items] == [("Sine wave Speech",), ("Sine wave",)]
    figures = summary(captions, run(Share(0.5), captions))["all"]
    assert figures["sdri_db_mean"] == pytest.approx((gain_db(0) + gain_db(6)) / 2, abs=1e-4)
    assert figures["si_sdr_db_mean"] == pytest.approx(3.0, abs=1e-3)
    assert figures["si_sdri_db_mean"] == pytest.approx(0.0, abs=1e-3)


def test_captions_written_anew_go_by_the_rows_number(tmp_path: Path) -> None:
    made_sets.audiocaps(tmp_path)
    with pytest.raises(AudioSepError, match="do not come with"):
        audiocaps.load(tmp_path, query="paraphrase")
    words = read_paraphrases(write_list(tmp_path / "anew.csv", "idx,paraphrase", "1,Something hums"))
    protocol = audiocaps.load(tmp_path, query="paraphrase", paraphrases=words)
    assert [(item.index, item.prompts) for item in protocol.items] == [(1, ("Something hums",))]


def test_clothos_doubled_column_is_read_once_and_its_class_is_the_recording(tmp_path: Path) -> None:
    made_sets.clotho(tmp_path)
    protocol = clotho.load(tmp_path)
    assert {item.label for item in protocol.items} == {"Santa Motor.wav"}
    figures = summary(protocol, run(Share(0.5), protocol))["all"]
    assert figures["sdri_db_mean"] == pytest.approx((gain_db(0) + gain_db(-3)) / 2, abs=1e-4)


def test_a_caption_may_hold_what_else_would_end_a_line(tmp_path: Path) -> None:
    made_sets.clotho(tmp_path)
    path = tmp_path / "metadata/clotho_eval.csv"
    path.write_text(path.read_text().replace("A machine whines.", '"A machine\u2028whines,\nthen stops."'))
    assert clotho.load(tmp_path).items[0].prompts == ("A machine\u2028whines,\nthen stops.",)


def test_esc50_labels_are_asked_with_spaces(tmp_path: Path) -> None:
    made_sets.esc50(tmp_path)
    assert [item.prompts for item in esc50.load(tmp_path).items] == [("vacuum cleaner",), ("door wood knock",)]


def test_music_counts_every_instrument_once(tmp_path: Path) -> None:
    made_sets.music(tmp_path)
    protocol = music.load(tmp_path)
    figures = summary(protocol, run(Share(0.5), protocol))["all"]
    assert figures["sdri_db_mean_of_class_means"] == pytest.approx((gain_db(0) + gain_db(-9)) / 2, abs=1e-4)
    assert figures["classes"] == 2
    over_items = (3 * gain_db(0) + gain_db(-9)) / 4
    assert abs(figures["sdri_db_mean_of_class_means"] - over_items) > 0.5
    assert "sdri_db_mean" not in figures


def test_vggsound_follows_the_paths_of_its_list(tmp_path: Path) -> None:
    made_sets.vggsound(tmp_path)
    protocol = vggsound.load(tmp_path)
    assert [(item.label, item.other) for item in protocol.items] == [
        ("playing accordion", "whale calling"), ("lions growling", "lions growling"),
    ]  # fmt: skip
    figures = summary(protocol, run(Share(0.5), protocol))["all"]
    assert figures["sdri_db_mean"] == pytest.approx(10 * np.log10(2), abs=1e-4)


def test_audioset_is_the_mean_over_classes_of_their_medians(tmp_path: Path) -> None:
    made_sets.audioset(tmp_path)
    protocol = audioset.load(tmp_path)
    figures = summary(protocol, run(Share(0.5), protocol))["all"]
    # Medians: of 0, 0, 12 dB the gain at 0; of -6, 3, 3 dB the gain at 3.
    assert figures["sdri_db_mean_of_class_medians"] == pytest.approx((gain_db(0) + gain_db(3)) / 2, abs=1e-4)
    low, high = figures["sdri_db_mean_of_class_medians_95"]
    assert low <= figures["sdri_db_mean_of_class_medians"] <= high


def test_a_list_that_is_not_the_published_one_is_said(tmp_path: Path) -> None:
    made_sets.esc50(tmp_path)
    warnings = esc50.load(tmp_path).warnings
    assert any("bbb4fda3fb0152b8" in warning for warning in warnings)
    assert any("2 rows, the published list 2000" in warning for warning in warnings)


def test_what_is_missing_is_named_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(AudioSepError, match=r"music_eval\.csv"):
        music.load(tmp_path)
    made_sets.music(tmp_path)
    (tmp_path / "data/music/segment-2.wav").unlink()
    with pytest.raises(AudioSepError, match=r"1 of the 8 sound files.*segment-2\.wav"):
        music.load(tmp_path)


def test_files_of_unequal_length_are_refused_by_name(tmp_path: Path) -> None:
    made_sets.esc50(tmp_path)
    soundfile.write(tmp_path / "data/esc50/segment-1.wav", np.zeros(1000, np.float32), 32_000, subtype="FLOAT")
    protocol = esc50.load(tmp_path)
    with pytest.raises(AudioSepError, match=r"mixture-1\.wav.*not equally long"):
        run(Share(0.5), protocol)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (("idx,label", "0,dog"), "lacks the columns caption"),
        (("idx,caption,src_wav,noise_wav", "0,dog"), "Row 1 .* too short"),
        (("idx,caption,src_wav,noise_wav",), "no rows"),
        (("idx,caption", "x,dog"), "the idx 'x'"),
        (("idx,caption", "0,dog", "0,cat"), "Row 2 .* the idx '0'"),
    ],
)
def test_a_damaged_list_is_a_sentence(tmp_path: Path, lines: tuple[str, ...], sentence: str) -> None:
    made_sets.esc50(tmp_path)
    write_list(tmp_path / "metadata/esc50_eval.csv", *lines)
    with pytest.raises(AudioSepError, match=sentence):
        esc50.load(tmp_path)
