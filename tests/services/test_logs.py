from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run(program: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "AUDIOSEP_HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)


START = """
import faulthandler, logging, sys, threading
from PySide6.QtCore import QCoreApplication, QObject, QThread, QTimer
from desktop.services.logs import start_logging
app = QCoreApplication([])
"""


def test_uncaught_exceptions_of_every_thread_are_logged_and_told(home: Path) -> None:
    done = run(
        START
        + """
class View(QObject):
    def __init__(self):
        super().__init__()
        self.told = []
    def tell(self, line):
        assert QThread.currentThread() is app.thread()
        self.told.append(line)
        if len(self.told) == 3:
            app.quit()
    def fail(self):
        raise ValueError("in a slot")
class Worker(QThread):
    def run(self):
        raise ValueError("in a QThread")
def fail():
    raise ValueError("in a thread")
logs = start_logging()
view = View()
logs.uncaught.raised.connect(view.tell)
worker = Worker()
worker.start()
threading.Thread(target=fail).start()
QTimer.singleShot(0, view.fail)
app.exec()
worker.wait()
print(sorted(view.told))
""",
        home,
    )
    assert done.stdout.strip() == str(
        ["ValueError: in a QThread", "ValueError: in a slot", "ValueError: in a thread"]
    ), done.stderr
    log = (home / "log" / "audiosep.log").read_text()
    assert log.count("Traceback") == 3
    assert log.startswith("2")
    assert "Python 3" in log.splitlines()[0]


def test_a_crash_is_found_at_the_next_start(home: Path) -> None:
    crash = "start_logging(); sys.stderr = None; faulthandler._sigabrt()"
    assert run(START + "assert start_logging().last_crash == ''; import os; os._exit(0)", home).returncode == 0
    assert run(START + crash, home).returncode != 0
    after = run(START + "print(start_logging().last_crash); import os; sys.stdout.flush(); os._exit(0)", home)
    assert "Abort" in after.stdout
    assert run(START + "assert start_logging().last_crash == ''; import os; os._exit(0)", home).returncode == 0


def test_without_stderr_and_without_a_folder_the_program_starts(tmp_path: Path) -> None:
    blocked = tmp_path / "home"
    blocked.write_text("not a folder")
    program = "sys.stderr = None; logs = start_logging(); import os; os._exit(0 if logs.file is None else 1)"
    assert run(START + program, blocked).returncode == 0


def test_the_log_rotates(home: Path) -> None:
    program = (
        START
        + """
import desktop.services.logs as logs
logs.LOG_BYTES = 2000
sys.stderr = None
logs.start_logging()
for number in range(200):
    logging.getLogger("x").info("entry %d", number)
import os; os._exit(0)
"""
    )
    assert run(program, home).returncode == 0
    names = sorted(path.name for path in (home / "log").glob("audiosep.log*"))
    assert names == ["audiosep.log", "audiosep.log.1", "audiosep.log.2", "audiosep.log.3"]
    assert "entry 199" in (home / "log" / "audiosep.log").read_text()
