"""Run by test_audio_device in a process of its own: plays through a real sound server and tells what happened.

Arguments: source.npy, stem.npy, rate, name of the output. At one second it switches from the source to the stem.
"""

import json
import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication

from desktop.playback.device import list_outputs
from desktop.playback.feeder import Feeder
from desktop.playback.plan import PlaybackPlan
from desktop.playback.transport import Transport


class NpySound:
    """A cache of its own, as the real one belongs to another room."""

    def __init__(self, path: Path) -> None:
        self._samples = np.load(path, mmap_mode="r")

    def read(self, start: int, end: int) -> np.ndarray:
        out = np.zeros((end - start, self._samples.shape[1]), np.float32)
        last = min(end, len(self._samples))
        out[: last - start] = self._samples[start:last]
        return out


def main() -> None:
    source, stem, rate_hz, wanted = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    name = next(output for output in list_outputs() if output.startswith(wanted))
    frames = len(np.load(source, mmap_mode="r"))
    app = QCoreApplication([])
    feeder = Feeder(NpySound)
    feeder.start()
    transport = Transport(feeder)
    transport.set_output(name)
    feeder.look_for_outputs(rate_hz)
    transport.set_tracks(PlaybackPlan(rate_hz, 2, frames, source, (("dog", stem, 0, frames, True),), {"source": 1.0}))
    told: dict[str, object] = {"positions": []}

    def follow(position: int) -> None:
        told["positions"].append(position)
        if position >= rate_hz and "switched" not in told:
            told["switched"] = position
            transport.set_gains({"dog": 1.0})

    def finish(playing: bool) -> None:
        if not playing:
            told["underruns"] = transport.underruns
            told["gaps"] = (feeder.output.mixer.underruns, feeder.output.mixer.device_underruns)
            told["has_sound"] = transport.has_sound
            told["device"] = transport.device_name
            told["latency_s"] = feeder.output.latency_s
            told["rate_hz"] = feeder.output.mixer.rate_hz
            app.quit()

    transport.position_changed.connect(follow)
    transport.playing_changed.connect(finish)
    transport.play()
    app.exec()
    transport.shutdown()
    print(json.dumps(told))


main()
