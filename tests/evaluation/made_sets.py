"""Separators whose figures are known, and published sets made of sines: orthogonal, so every figure is a formula."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile

from audiosep_core.types import AudioArray, Query, Separation, SeparationOptions, Stem

SOURCE_HZ, NOISE_HZ = 500, 1250


def separation(parts: Sequence[AudioArray], audio: AudioArray, rate: int, queries: Sequence[str]) -> Separation:
    stems = tuple(Stem(Query(query), part) for query, part in zip(queries, parts, strict=True))
    return Separation(stems, audio - sum(parts), rate)


class Share:
    """Gives a fixed share of the mixture back, whatever is asked, and remembers what was asked."""

    def __init__(self, share: float) -> None:
        self.share = share
        self.asked: list[tuple[str, ...]] = []
        self.rates: set[int] = set()

    def separate(self, audio: AudioArray, rate: int, queries: list[str], *, options: SeparationOptions) -> Separation:
        self.asked.append(tuple(queries))
        self.rates.add(rate)
        return separation([audio * np.float32(self.share)] * len(queries), audio, rate, queries)


class Notch:
    """Hears by frequency: for `words` a sine of SOURCE_HZ alone comes out, for all other words what is left."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def separate(self, audio: AudioArray, rate: int, queries: list[str], *, options: SeparationOptions) -> Separation:
        spectrum = np.fft.rfft(audio)
        hz = np.fft.rfftfreq(len(audio), 1 / rate)
        source = np.fft.irfft(np.where(np.abs(hz - SOURCE_HZ) < 50, spectrum, 0), len(audio)).astype(np.float32)
        parts = [source if query in self.words else audio - source for query in queries]
        return separation(parts, audio, rate, queries)


def sine(hz: float, rate: int = 32_000, seconds: float = 1.0, level: float = 0.3) -> AudioArray:
    time = np.arange(round(rate * seconds)) / rate
    return (level * np.sin(2 * np.pi * hz * time)).astype(np.float32)


def half_sdr_db(snr_db: float) -> float:
    """SDR of half a mixture of orthogonal sounds: the error is (s - n) / 2."""
    return float(10 * np.log10(4 / (1 + 10 ** (-snr_db / 10))))


def write_pair(mixture: Path, source: Path, snr_db: float, rate: int = 32_000) -> None:
    """A rendered item: a source, and its mixture with another sine at `snr_db`."""
    wanted = sine(SOURCE_HZ, rate)
    noise = sine(NOISE_HZ, rate, level=0.3 * 10 ** (-snr_db / 20))
    for path, sound in ((source, wanted), (mixture, wanted + noise)):
        path.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(path, sound, rate, subtype="FLOAT")


def audiocaps(root: Path) -> Path:
    """Two clips at 0 and 6 dB; a list with the columns of the published one."""
    for idx, snr_db in enumerate((0.0, 6.0)):
        write_pair(*(root / "data/audiocaps" / f"{kind}-{idx}.wav" for kind in ("mixture", "segment")), snr_db)
    return write_list(
        root / "metadata/audiocaps_eval.csv",
        "idx,caption,labels,src_wav,noise_wav",
        '0,"A tone, low and steady",Sine wave Speech,Ya.wav,Yb.wav',
        "1,A tone hums,Sine wave,Yc.wav,Yd.wav",
    )


def clotho(root: Path) -> Path:
    """The published header names one column twice."""
    for idx, snr_db in enumerate((0.0, -3.0)):
        write_pair(*(root / "data/clotho" / f"{kind}-{idx}.wav" for kind in ("mixture", "segment")), snr_db)
    return write_list(
        root / "metadata/clotho_eval.csv",
        "idx,caption,src_wav,noise_wav1,noise_wav1",
        "0,A machine whines.,Santa Motor.wav,a.wav,b.wav",
        '1,"While punching, a machine whines.",Santa Motor.wav,c.wav,d.wav',
    )


def esc50(root: Path) -> Path:
    """A label with an underscore, one with a space."""
    for idx, snr_db in enumerate((0.0, 0.0)):
        write_pair(*(root / "data/esc50" / f"{kind}-{idx}.wav" for kind in ("mixture", "segment")), snr_db)
    return write_list(
        root / "metadata/esc50_eval.csv",
        "idx,caption,src_wav,noise_wav",
        "0,vacuum cleaner,1-100210-A-36.wav,4-182839-A-17.wav",
        "1,door_wood_knock,1-101336-A-30.wav,4-189830-A-22.wav",
    )


MUSIC_DB = {"violin": (0.0, 0.0, 0.0), "flute": (-9.0,)}


def music(root: Path) -> Path:
    """Three violins and one flute: the mean over items is not the mean over classes."""
    rows = []
    for label, levels in MUSIC_DB.items():
        for snr_db in levels:
            idx = len(rows)
            write_pair(*(root / "data/music" / f"{kind}-{idx}.wav" for kind in ("mixture", "segment")), snr_db)
            rows.append(f"{idx},{label},Y1mCi6eWXVbg_{idx}.wav,YX4UWEifacwI_6.wav")
    return write_list(root / "metadata/music_eval.csv", "idx,caption,src_wav,noise_wav", *rows)


def vggsound(root: Path) -> Path:
    """Files lie where the list says; their names begin with a dash and hold pluses."""
    rows = []
    for idx, (target, other) in enumerate(
        (("playing accordion", "whale calling"), ("lions growling", "lions growling"))
    ):
        name = f"-JUBdOr8Hes_000030+++37Vxf0Wz-3o_00000{idx}"
        folder = root / "data/vggsound/data"
        write_pair(folder / f"mix_wav/{name}.wav", folder / f"s0_wav/{name}.wav", 0.0)
        rows.append(f"{name},data/mix_wav/{name}.wav,data/s0_wav/{name}.wav,{target},data/s1_wav/{name}.wav,{other}")
    return write_list(root / "metadata/vggsound_eval.csv", "file_id,mix_wav,s0_wav,s0_text,s1_wav,s1_text", *rows)


AUDIOSET_DB = {"Speech": (0.0, 0.0, 12.0), "Male speech, man speaking": (-6.0, 3.0, 3.0)}


def audioset(root: Path) -> Path:
    """Two classes of three; the column `noise_wav` names the mixture, paths begin at the reference's checkout."""
    rows = []
    for number, (label, levels) in enumerate(AUDIOSET_DB.items()):
        for index, snr_db in enumerate(levels):
            start = f"class_id={number}/class_id={number},index={index:03d}"
            folder = root / "data/audioset"
            write_pair(folder / f"{start},mixture.wav", folder / f"{start},source.wav", snr_db)
            paths = ",".join(f'"evaluation/data/audioset/{start},{kind}.wav"' for kind in ("source", "mixture"))
            rows.append(f'{number},"{label}",{paths}')
    return write_list(root / "metadata/audioset_eval.csv", "idx,caption,src_wav,noise_wav", *rows)


DCASE_DB = (0, -7, 15)


def dcase2024(root: Path) -> Path:
    """Clips at 16 kHz in `lass_validation`; names in the list have no suffix. The noise is as loud as the source."""
    for name, hz in (("tone", SOURCE_HZ), ("hum", NOISE_HZ)):
        path = root / "lass_validation" / f"{name}.wav"
        path.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(path, sine(hz, 16_000), 16_000, subtype="FLOAT")
    rows = [f"tone,hum,{snr_db},A tone hums" for snr_db in DCASE_DB]
    return write_list(root / "lass_synthetic_validation.csv", "source,noise,snr,caption", *rows)


def voicebank(root: Path, rate: int = 48_000) -> Path:
    """Two speakers' sentences (of a sine); what is noisy is 1.1 times what is clean: an error 20 dB below."""
    for folder, level in (("clean_testset_wav", 0.3), ("noisy_testset_wav", 0.33)):
        for name in ("p232_001", "p257_434"):
            path = root / folder / f"{name}.wav"
            path.parent.mkdir(parents=True, exist_ok=True)
            soundfile.write(path, sine(SOURCE_HZ, rate, level=level), rate, subtype="FLOAT")
    return root


SETS = {"audiocaps": audiocaps, "clotho": clotho, "esc50": esc50, "music": music, "vggsound": vggsound,
        "audioset": audioset, "dcase2024": dcase2024, "voicebank": voicebank}  # fmt: skip


def write_list(path: Path, *lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")
    return path
