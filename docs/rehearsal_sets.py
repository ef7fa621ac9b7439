"""Lays rows of the mini benchmark out as each published set, so that every protocol can be rehearsed with real sound.

    python docs/rehearsal_sets.py ../shared/data rehearsal
    audiosep evaluate --protocol esc50 --root rehearsal/audiosep

The figures are of these clips, not of the published sets: docs/evaluation.md shows them as examples of output only.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np
import soundfile

from audiosep_core.audio.resample import resample
from audiosep_core.evaluation.pairs import Pair, mix, read_pairs

ROWS = 24


def write(path: Path, sound: np.ndarray, from_hz: int, to_hz: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, resample(sound[:, None], from_hz, to_hz), to_hz, subtype="FLOAT")


def write_list(path: Path, header: str, rows: list[list[object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header.split(","), *rows])


def rendered(data: Path, root: Path, name: str, pairs: list[Pair], header: str) -> None:
    """A set of AudioSep's with `segment-IDX.wav` and `mixture-IDX.wav`."""
    rows: list[list[object]] = []
    for idx, pair in enumerate(pairs):
        sound = mix(pair, data, 32_000)
        write(root / f"data/{name}/mixture-{idx}.wav", sound.mixture, 32_000, 32_000)
        write(root / f"data/{name}/segment-{idx}.wav", sound.source, 32_000, 32_000)
        cells = {"idx": idx, "caption": pair.prompt, "labels": pair.label}
        rows.append([cells.get(column, "x.wav") for column in header.split(",")])
    write_list(root / f"metadata/{name}_eval.csv", header, rows)


def main(data: Path, target: Path) -> None:
    """Write all of them."""
    labels, everyday, speech = (
        read_pairs(data / f"{name}.csv", "label")[1] for name in ("benchmark", "everyday", "speech")
    )
    captions = read_pairs(data / "benchmark.csv", "caption")[1]
    at_zero = [pair for pair in labels if pair.snr_db == 0][:ROWS]
    root = target / "audiosep"
    zero_captions = [pair for pair in captions if pair.snr_db == 0]
    rendered(data, root, "audiocaps", zero_captions[:ROWS], "idx,caption,labels,src_wav,noise_wav")
    rendered(data, root, "clotho", zero_captions[ROWS : 2 * ROWS], "idx,caption,src_wav,noise_wav1,noise_wav1")
    rendered(data, root, "esc50", everyday[:ROWS], "idx,caption,src_wav,noise_wav")
    instruments = [p for p in labels if p.label in ("cello", "flute", "guitar", "piano", "saxophone", "violin")]
    rendered(data, root, "music", instruments[:ROWS], "idx,caption,src_wav,noise_wav")

    rows: list[list[object]] = []
    for idx, pair in enumerate(at_zero):
        sound, name = mix(pair, data, 32_000), f"{idx:011d}+++{idx:011d}.wav"
        write(root / "data/vggsound/data/mix_wav" / name, sound.mixture, 32_000, 32_000)
        write(root / "data/vggsound/data/s0_wav" / name, sound.source, 32_000, 32_000)
        places = [f"data/{part}/{name}" for part in ("mix_wav", "s0_wav", "s1_wav")]
        rows.append([name[:-4], places[0], places[1], pair.label, places[2], pair.noise_label])
    write_list(root / "metadata/vggsound_eval.csv", "file_id,mix_wav,s0_wav,s0_text,s1_wav,s1_text", rows)

    rows, numbers = [], {label: number for number, label in enumerate(dict.fromkeys(p.label for p in everyday))}
    counts: dict[str, int] = {}
    for pair in everyday[: 2 * ROWS]:
        number, index = numbers[pair.label], counts.get(pair.label, 0)
        counts[pair.label] = index + 1
        sound, start = mix(pair, data, 32_000), f"class_id={number}/class_id={number},index={index:03d}"
        write(root / f"data/audioset/{start},mixture.wav", sound.mixture, 32_000, 32_000)
        write(root / f"data/audioset/{start},source.wav", sound.source, 32_000, 32_000)
        places = [f"evaluation/data/audioset/{start},{kind}.wav" for kind in ("source", "mixture")]
        rows.append([number, pair.label, *places])
    write_list(root / "metadata/audioset_eval.csv", "idx,caption,src_wav,noise_wav", rows)

    rows = []
    for idx, pair in enumerate(captions[:ROWS]):
        sound = mix(pair, data, 32_000)
        for name, part in ((f"source{idx}", sound.source), (f"noise{idx}", sound.noise)):
            write(target / f"dcase2024/lass_validation/{name}.wav", part, 32_000, 16_000)
        rows.append([f"source{idx}", f"noise{idx}", round(pair.snr_db), pair.prompt])
    write_list(target / "dcase2024/lass_synthetic_validation.csv", "source,noise,snr,caption", rows)

    for idx, pair in enumerate(speech[:ROWS]):
        sound = mix(pair, data, 32_000)
        write(
            target / f"voicebank/clean_testset_wav/p{232 + 25 * (idx % 2)}_{idx:03d}.wav", sound.source, 32_000, 48_000
        )
        write(
            target / f"voicebank/noisy_testset_wav/p{232 + 25 * (idx % 2)}_{idx:03d}.wav", sound.mixture, 32_000, 48_000
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
