from __future__ import annotations

import logging
import threading
from typing import Any

from PySide6.QtCore import QObject, QThread

from audiosep_core.errors import AudioReadError, Cancelled
from desktop.services.notices import BUFFERED, Notice, NoticeBus


class View(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Notice] = []
        self.elsewhere = 0

    def show(self, notice: Notice) -> None:
        self.shown.append(notice)
        self.elsewhere += QThread.currentThread() is not self.thread()


def test_what_is_said_before_there_is_a_view_waits_for_it(qapp: object, caplog: Any) -> None:
    bus, view = NoticeBus(), View()
    with caplog.at_level(logging.INFO):
        bus.info("one")
        bus.warning("two", "do this")
    bus.attach(view.show)
    bus.error("three", "press the button", "restart_engine")
    assert view.shown == [
        Notice("info", "one"),
        Notice("warning", "two", "do this"),
        Notice("error", "three", "press the button", "restart_engine"),
    ]
    assert [record.levelname for record in caplog.records] == ["INFO", "WARNING", "ERROR"]


def test_nothing_is_shown_twice(qapp: object) -> None:
    bus, first, second = NoticeBus(), View(), View()
    bus.info("one")
    bus.attach(first.show)
    bus.attach(second.show)
    bus.info("two")
    assert [notice.message for notice in first.shown] == ["one", "two"]
    assert [notice.message for notice in second.shown] == ["two"]


def test_errors_speak_for_themselves_and_a_cancel_is_none(qapp: object) -> None:
    bus, view = NoticeBus(), View()
    bus.attach(view.show)
    bus.report(AudioReadError("file-missing", "The file is not there.", "Choose another."), "open")
    bus.report(Cancelled())
    assert view.shown == [Notice("error", "The file is not there.", "Choose another.", "open", "file-missing")]


def test_a_worker_is_heard_on_the_views_thread(qtbot: Any) -> None:
    bus, view = NoticeBus(), View()
    bus.attach(view.show)
    worker = threading.Thread(target=bus.info, args=("from afar",))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: len(view.shown) == 1)
    assert view.elsewhere == 0


def test_a_flood_without_a_view_keeps_the_newest(qapp: object) -> None:
    bus, view = NoticeBus(), View()
    for number in range(BUFFERED + 3):
        bus.info(str(number))
    bus.attach(view.show)
    assert [notice.message for notice in view.shown] == [str(number) for number in range(3, BUFFERED + 3)]


def test_the_log_has_no_names_of_files_and_no_words(qapp: object, caplog: Any) -> None:
    with caplog.at_level(logging.INFO):
        bus = NoticeBus()
        bus.info("Exported “my secret.wav”.")
        bus.warning("„Geheim“ wurde nicht gezeichnet.", "«Secreto» y 「ひみつ」")
    assert [record.getMessage() for record in caplog.records] == [
        "Exported “…”. ",
        "“…” wurde nicht gezeichnet. “…” y “…”",
    ]
