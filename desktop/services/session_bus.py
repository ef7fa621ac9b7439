"""The desktop's message bus on Linux: one connection, served by a thread of its own, so that nobody waits for it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

logger = logging.getLogger(__name__)

_ANSWER_S = 5.0

Reply = Callable[[tuple[Any, ...] | None], None]


class SessionBus:
    """Calls and signals, in order. Where there is no bus, or nobody answers, that is logged and nothing happens.

    Qt's own binding cannot say “unsigned” from Python, which both notifications and inhibitions ask for.
    """

    def __init__(self) -> None:
        self._inbox: SimpleQueue[Callable[[Any], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def call(
        self, name: str, path: str, interface: str, method: str, signature: str, body: tuple[Any, ...], reply: Reply
    ) -> None:
        """Call a method; `reply` gets what came back, None when that failed, on the bus's thread."""

        def work(connection: Any) -> None:
            from jeepney import DBusAddress, DBusErrorResponse, new_method_call
            from jeepney.wrappers import unwrap_msg

            message = new_method_call(DBusAddress(path, name, interface), method, signature, body)
            try:
                reply(unwrap_msg(connection.send_and_get_reply(message, timeout=_ANSWER_S)))
            except (DBusErrorResponse, TimeoutError, OSError) as error:
                logger.info("%s.%s: %s", interface, method, error)
                reply(None)

        self._post(work)

    def signal(self, path: str, interface: str, signal: str, signature: str, body: tuple[Any, ...]) -> None:
        """Tell everybody who listens."""

        def work(connection: Any) -> None:
            from jeepney import DBusAddress, new_signal

            connection.send(new_signal(DBusAddress(path, interface=interface), signal, signature, body))

        self._post(work)

    def close(self) -> None:
        """After what was asked for, let go of the connection; returns at once."""
        if self._thread is not None:
            self._inbox.put(None)

    def _post(self, work: Callable[[Any], None]) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="session bus", daemon=True)
            self._thread.start()
        self._inbox.put(work)

    def _serve(self) -> None:
        from jeepney.io.blocking import open_dbus_connection

        connection = None
        try:
            connection = open_dbus_connection(bus="SESSION")
        except (OSError, ValueError, KeyError, TypeError) as error:
            logger.info("no session bus: %s", error)
        while (work := self._inbox.get()) is not None:
            if connection is None:
                continue
            try:
                work(connection)
            except OSError as error:
                logger.info("the session bus is gone: %s", error)
                connection = None
        if connection is not None:
            connection.close()
