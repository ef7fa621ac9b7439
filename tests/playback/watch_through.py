"""Run by test_audio_device in a process of its own: tells a line of every change of the system's outputs."""

import json
import sys

from PySide6.QtCore import QCoreApplication, QTimer

from desktop.playback.device import list_outputs, rescan_outputs
from desktop.playback.output_watch import OutputWatch

app = QCoreApplication([])
watch = OutputWatch()


def tell(gone: str, moved: bool, rate_hz: int) -> None:
    found = rescan_outputs()  # PortAudio begins anew, as it does when nothing plays
    print(json.dumps([gone, moved, rate_hz, found == list_outputs()]), flush=True)


watch.changed.connect(tell)
QTimer.singleShot(0, watch.start)
QTimer.singleShot(60_000, app.quit)  # should nobody end it
sys.exit(app.exec())
