"""Notifications, the dock and keep-awake over a bus of our own, with services that remember what they were asked."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from desktop.services.awake import BusAwake
from desktop.services.notify import BusNotifier
from desktop.services.session_bus import SessionBus
from desktop.services.taskbar import BusTaskbar

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs dbus-daemon"
)

WAIT_S = 20.0


class Services:
    """Owns names on the bus, answers calls with a number, hears signals; what was said is in `heard`."""

    def __init__(self, address: str, names: list[str]) -> None:
        from jeepney import DBusAddress, MatchRule, message_bus, new_method_call
        from jeepney.io.blocking import open_dbus_connection

        self.heard: list[tuple[str, tuple[Any, ...]]] = []
        self._news = threading.Condition()
        self._connection = open_dbus_connection(bus=address)
        bus = DBusAddress(message_bus.object_path, bus_name=message_bus.bus_name, interface=message_bus.interface)
        for name in names:
            self._connection.send_and_get_reply(new_method_call(bus, "RequestName", "su", (name, 0)))
        rule = MatchRule(type="signal", interface="com.canonical.Unity.LauncherEntry")
        self._connection.send_and_get_reply(message_bus.AddMatch(rule))
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType, new_method_return

        number = 41
        while True:
            try:
                message = self._connection.receive()
            except (OSError, EOFError, ValueError):
                return
            member = message.header.fields.get(HeaderFields.member, "")
            if message.header.message_type == MessageType.method_call:
                number += 1
                signature, body = ("", ()) if member.lower() == "uninhibit" else ("u", (number,))
                self._connection.send(new_method_return(message, signature, body))
            with self._news:
                self.heard.append((member, message.body))
                self._news.notify_all()

    def wait(self, condition: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(condition, WAIT_S), self.heard

    def said(self, member: str) -> list[tuple[Any, ...]]:
        return [body for name, body in self.heard if name == member]

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def make_services(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Services]]:
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    made: list[Services] = []

    def make(*names: str) -> Services:
        made.append(Services(address, list(names)))
        return made[-1]

    yield make
    for services in made:
        services.close()
    daemon.kill()
    daemon.wait()
    daemon.stdout.close()


def test_a_notification_takes_the_place_of_the_last(make_services: Callable[..., Services]) -> None:
    services, bus = make_services("org.freedesktop.Notifications"), SessionBus()
    notifier = BusNotifier(bus)
    notifier.tell("Done", "dog")
    services.wait(lambda: len(services.said("Notify")) == 1)
    first = services.said("Notify")[0]
    assert (first[0], first[1], first[3], first[4]) == ("AudioSep", 0, "Done", "dog")
    done = threading.Event()
    itself = "org.freedesktop.DBus"
    bus.call(itself, "/org/freedesktop/DBus", itself, "GetId", "", (), lambda _: done.set())
    assert done.wait(WAIT_S)
    notifier.tell("Failed", "cat")
    services.wait(lambda: len(services.said("Notify")) == 2)
    assert services.said("Notify")[1][1] == 42
    bus.close()


def test_the_dock_hears_of_progress(make_services: Callable[..., Services]) -> None:
    services, bus = make_services(), SessionBus()
    taskbar = BusTaskbar(bus)
    taskbar.show(0.25)
    taskbar.show(None)
    services.wait(lambda: len(services.said("Update")) == 2)
    (uri, shown), (_, gone) = services.said("Update")
    assert uri == "application://audiosep-desktop.desktop"
    assert shown == {"progress": ("d", 0.25), "progress-visible": ("b", True)}
    assert gone["progress-visible"] == ("b", False)
    bus.close()


@pytest.mark.parametrize(
    ("service", "give_back"),
    [("org.freedesktop.PowerManagement.Inhibit", "UnInhibit"), ("org.gnome.SessionManager", "Uninhibit")],
)
def test_the_computer_is_kept_awake_and_let_go(
    make_services: Callable[..., Services], service: str, give_back: str
) -> None:
    services, bus = make_services(service), SessionBus()
    awake = BusAwake(bus)
    awake.keep("work")
    awake.keep("work")
    awake.let_go()
    services.wait(lambda: bool(services.said(give_back)))
    assert len(services.said("Inhibit")) == 1
    assert services.said(give_back) == [(42,)]
    bus.close()


def test_without_anybody_on_the_bus_nothing_happens(
    make_services: Callable[..., Services], monkeypatch: pytest.MonkeyPatch
) -> None:
    for address in (None, "unix:path=/nowhere"):
        if address is None:
            make_services()
        else:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        bus = SessionBus()
        BusNotifier(bus).tell("Done", "dog")
        BusTaskbar(bus).show(0.5)
        awake = BusAwake(bus)
        awake.keep("work")
        awake.let_go()
        bus.close()
        assert bus._thread is not None
        bus._thread.join(WAIT_S)
        assert not bus._thread.is_alive()
