"""x264 and x265 are left out, and what the program does with FFmpeg goes on."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer.packages import codecs

SITE = Path(importlib.util.find_spec("av").origin).parents[1]

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("cc") is None or not (SITE / "av.libs").is_dir(),
    reason="needs a C compiler and PyAV's wheel for Linux",
)

USE = """
import av, sys, numpy as np
assert av.__file__.startswith(sys.path[0]), av.__file__
for codec in ("libx264", "libx265"):
    out = av.open(f"{codec}.mkv", "w")
    picture = out.add_stream(codec, rate=25)
    picture.width = picture.height = 64
    picture.pix_fmt = "yuv420p"
    try:
        picture.encode(av.VideoFrame(64, 64, "yuv420p"))
    except (av.error.FFmpegError, MemoryError) as error:
        print(codec, "refused")
for codec, name in (("aac", "a.m4a"), ("libmp3lame", "a.mp3"), ("libopus", "a.opus")):
    with av.open(name, "w") as out:
        sound = out.add_stream(codec, rate=48000)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 4096), np.float32), "fltp", "mono")
        frame.sample_rate = 48000
        (frame,) = av.AudioResampler(sound.format, "stereo", 48000).resample(frame)
        for packet in [*sound.encode(frame), *sound.encode(None)]:
            out.mux(packet)
    with av.open(name) as back:
        print(codec, sum(frame.samples for frame in back.decode(audio=0)) >= 4096)
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for name in ("av", "av.libs"):
        shutil.copytree(SITE / name, folder / name)
    return folder


def test_they_are_replaced_once_and_ffmpeg_still_loads(tree, tmp_path):
    before = {path.name: path.stat().st_size for path in codecs.gpl_libraries(tree)}
    assert sorted(name[:7] for name in before) == ["libx264", "libx265"]
    assert sorted(codecs.leave_out(tree)) == sorted(before)
    assert codecs.gpl_libraries(tree) == []
    assert codecs.leave_out(tree) == []
    for name, size in before.items():
        assert (tree / "av.libs" / name).stat().st_size < size / 50
    code = f"import sys; sys.path.insert(0, {str(tree)!r})\n{USE}"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:-1] == [
        "libx264 refused",
        "libx265 refused",
        "aac True",
        "libmp3lame True",
        "libopus True",
    ]


def test_a_tree_without_them_is_left_alone(tmp_path):
    (tmp_path / "libopus.so.0").write_bytes(b"x264_encoder_open")
    assert codecs.leave_out(tmp_path) == []


def test_a_library_that_nobody_asks_for_is_not_guessed_at(tmp_path):
    (tmp_path / "libx264.so.165").write_bytes(b"\x7fELF")
    with pytest.raises(RuntimeError, match="No library"):
        codecs.leave_out(tmp_path)


@pytest.mark.parametrize(
    ("name", "gpl"),
    [
        ("libx264-d6533a8d.so.165", True),
        ("libx265.so.216", True),
        ("libx265-216-1a2b.dll", True),
        ("libx264.165.dylib", True),
        ("x264.dll", True),
        ("libx26.so", False),
        ("libxcb.so.1", False),
    ],
)
def test_what_counts_as_one_of_them(tmp_path, name, gpl):
    (tmp_path / name).write_bytes(b"")
    assert bool(codecs.gpl_libraries(tmp_path)) == gpl


def test_names_are_read_as_each_system_writes_them(tmp_path):
    (tmp_path / "elf").write_bytes(b"\x00x264_encoder_open_165\x00x264-params\x00")
    (tmp_path / "macho").write_bytes(b"\x00_x265_api_get_216\x00")
    assert codecs.asked_for(tmp_path.iterdir()) == {"x264_encoder_open_165", "x265_api_get_216"}
