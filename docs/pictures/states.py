"""Every state that has a picture, in an order in which one leads to the next."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.actions.recovery import Leftover
from desktop.document.commands import SetAmount, SetPan
from desktop.document.journal import Entry
from desktop.document.region_commands import AddRegions
from desktop.document.state import Region
from desktop.views.recovery_dialog import RecoveryDialog
from docs.pictures.session import SEPARATION_S, Session

PIANO = "piano-with-drums.flac"
VOICE = "voice-in-the-rain.flac"


def first_launch(session: Session) -> None:
    session.command("welcome")
    space = session.find("welcomeSpace")
    session.until(lambda: "free" in space.text())
    space.setText("…/audiosep/models" + space.text()[space.text().rindex(" (") :])
    session.shoot_dialog("welcomePage", "welcome")


def empty(session: Session) -> None:
    session.shoot("empty", photo=False)


def models(session: Session) -> None:
    session.command("models")
    session.rest()
    session.click("modelGetButton-audiosep-base")
    session.shoot_dialog("modelsDialog", "models")


def preferences(session: Session) -> None:
    session.command("preferences")
    session.rest()
    pages = session.find("preferencesPages")
    for folder in ("models", "cache"):
        session.find(f"{folder}FolderEdit").setText(f"…/audiosep/{folder}")
        size = session.find(f"{folder}SizeLabel")
        session.until(lambda label=size: "free" in label.text())
        size.setText(re.sub(r", [^,]+ free", ", 512 GB free", size.text()))
    for row in range(pages.count()):
        pages.setCurrentRow(row)
        name = pages.item(row).text().split()[0].strip("…&").lower()
        session.shoot_dialog("preferencesDialog", f"preferences-{name}", close=row == pages.count() - 1)


def keys(session: Session) -> None:
    session.command("keys")
    session.shoot_dialog("keysDialog", "keys")


def what_to_ask(session: Session) -> None:
    session.command("whatToAsk")
    session.shoot_dialog("askingDialog", "what-to-ask")


def about(session: Session) -> None:
    session.command("about")
    session.shoot_dialog("aboutDialog", "about")


def cannot_decode(session: Session) -> None:
    path = session.folder / "notes.txt.wav"
    path.write_bytes(b"this is no sound at all" * 40)
    session.window.open_paths([path])
    session.until(lambda: session.window.notices.isVisible())
    session.shoot("cannot-decode", photo=False)
    session.window.notices.dismiss()


def opened(session: Session) -> None:
    session.open(session.example(PIANO))
    session.shoot("opened")


def selected(session: Session) -> None:
    session.mark(2.0, 8.0)
    session.shoot("selection")


def box(session: Session) -> None:
    session.command("boxMode")
    session.mark(2.0, 5.0, (300.0, 4000.0))
    session.shoot("box")
    session.command("boxMode")


def regions(session: Session) -> None:
    stretches = ((0.8, 2.2, "intro"), (3.4, 5.0, "verse"), (6.1, 8.4, "fill"))
    kept = [Region(name, session.frames(start), session.frames(end), name) for start, end, name in stretches]
    session.document.undo_stack.push(AddRegions(session.document, *kept))
    session.mark(3.4, 5.0)
    session.document.set_loop((session.frames(3.4), session.frames(5.0)))
    session.shoot("regions")
    session.document.set_loop(None)
    session.document.undo_stack.undo()
    session.document.set_selection(None)


def where(session: Session) -> None:
    session.open(session.example(VOICE))
    session.window.prompt_panel.set_prompt("a person talking")
    session.command("whereIsIt")
    presence = session.window.workspace.asking.presence
    session.until(lambda: presence.curve("a person talking") is not None, SEPARATION_S)
    session.rest(600)
    session.shoot("where-is-it")
    session.open(session.example(PIANO))


def not_found(session: Session) -> None:
    session.window.prompt_panel.set_prompt("a dog barking")
    session.command("whereIsIt")
    session.until(lambda: session.window.prompt_panel.absent.isVisible(), SEPARATION_S)
    session.shoot("not-found")
    session.window.prompt_panel.absent.hide()


def stems(session: Session) -> None:
    session.ask("piano")
    session.ask("drum beat")
    session.hear_all()
    session.window.workspace.transport.seek(session.frames(3.1))
    session.until(lambda: session.window.workspace.sums.report is not None)
    session.until(lambda: all(stem.match is not None for stem in session.document.state.stems))
    session.shoot("stems")


def chosen(session: Session) -> None:
    stem = session.choose(0)
    stack = session.document.undo_stack
    stack.push(SetAmount(session.document, stem, 0.6))
    stack.push(SetPan(session.document, stem, -0.4))
    session.shoot("chosen")
    stack.undo()
    stack.undo()


def compare(session: Session) -> None:
    session.command("switchSource")
    session.shoot("compare")
    session.command("switchSource")


def blind(session: Session) -> None:
    session.command("blindCompare")
    session.until(lambda: session.find("blindPreferButton").isEnabled())
    session.shoot("blind")
    session.click("blindEndButton")


def phrasings(session: Session) -> None:
    session.hear_all()
    session.window.prompt_panel.set_prompt("piano")
    session.command("tryPhrasings")
    controller = session.window.workspace.asking.phrasings
    session.until(lambda: controller.trial is not None and controller.trial.state == "ready", SEPARATION_S)
    session.rest(600)
    session.shoot("phrasings")
    session.click("phrasingsCloseButton")


def spectrogram(session: Session) -> None:
    session.command("spectrogramSettings")
    session.shoot_dialog("spectrogramDialog", "spectrogram")


def overlay(session: Session) -> None:
    session.window.workspace.transport.stop()
    session.command("overlayLanes")
    session.rest(2500)  # the meters fall
    session.shoot("overlay")
    session.command("overlayLanes")


def compact(session: Session) -> None:
    session.command("compactRows")
    session.shoot("compact")
    session.command("compactRows")


def export(session: Session) -> None:
    session.command("export")
    session.rest(200)
    session.find("exportFolderEdit").setText("Stems")
    session.shoot_dialog("exportDialog", "export")


def cannot_write(session: Session) -> None:
    session.command("export")
    session.rest(200)
    session.find("exportFolderEdit").setText("/media/field recorder/Stems")
    session.click("exportRunButton")
    session.until(lambda: not session.window.workspace.exporting.working)
    session.rest(500)
    session.shoot_dialog("exportDialog", "cannot-write")
    session.window.notices.dismiss()


def too_loud(session: Session) -> None:
    for stem in session.document.state.stems:
        session.document.set_stem(stem.id, gain_db=12.0)
    session.command("export")
    session.rest(200)
    session.find("exportTick-mix").setChecked(True)
    formats = session.find("exportFormatCombo")
    formats.setCurrentIndex(formats.findData("wav-24"))
    session.find("exportFolderEdit").setText(str(session.folder))
    session.click("exportRunButton")
    session.until(lambda: session.find("exportQuieterButton").isVisible())
    session.find("exportFolderEdit").setText("Stems")
    session.shoot_dialog("exportDialog", "too-loud")
    session.window.notices.dismiss()
    for stem in session.document.state.stems:
        session.document.set_stem(stem.id, gain_db=0.0)


def leaving(session: Session) -> None:
    session.window.close()
    session.shoot_dialog("leaveDialog", "leaving")


def recovered(session: Session) -> None:
    """The dialog over a leftover made up: a real one would need a crash."""
    written = datetime.datetime(2026, 11, 28, 10, 4, tzinfo=datetime.UTC)
    entry = Entry(session.folder / "none.json", session.folder, {}, None, written)
    leftover = Leftover(entry, written, "dawn chorus.wav", ("blackbird", "church bell"))
    RecoveryDialog([leftover], session.window).open()
    session.shoot_dialog("recoveryDialog", "recovered")


def batch(session: Session) -> None:
    paths = [session.example(name) for name in (PIANO, "siren-in-a-street.flac", VOICE)]
    session.window.handlers.jobs.take_drop(paths)
    session.rest(200)
    inputs = session.find("batchInputs")
    for row, path in enumerate(paths):
        inputs.item(row).setText(f"…/Recordings/{path.name}")
    session.find("batchFolderEdit").setText("…/Recordings/separated")
    session.find("batchPromptEdit").setText("speech")
    session.shoot_dialog("batchDialog", "batch")


def working(session: Session) -> None:
    session.open(session.long_recording())
    session.ask("a person talking", wait=False)
    session.until(lambda: any(stem.progress > 0.2 for stem in session.document.state.stems), SEPARATION_S)
    session.shoot("working")


def jobs(session: Session) -> None:
    session.ask("rain", wait=False)
    session.command("jobs")
    session.rest(600)
    session.shoot("jobs")
    session.command("jobs")


def stopped(session: Session) -> None:
    session.window.workspace.separation.cancel_all()
    session.until(lambda: all(stem.state != "working" for stem in session.document.state.stems))
    session.shoot("stopped")


def engine_died(session: Session) -> None:
    session.ask("rain", wait=False)  # goes on where it was stopped, which is at its beginning

    def under_way() -> bool:
        return any(stem.state == "working" and stem.progress > 0 for stem in session.document.state.stems)

    session.until(under_way, SEPARATION_S)
    os.kill(session.window.workspace.inference.child_pid, 9)
    session.until(lambda: session.window.notices.isVisible())
    session.shoot("engine-died")


def completion(session: Session) -> None:
    edit = session.window.prompt_panel.edit
    session.window.prompt_panel.set_prompts(())
    edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
    QTest.keyClicks(edit, "no music")
    session.shoot("hint")
    session.window.prompt_panel.set_prompts(())


STATES: tuple[Callable[[Session], None], ...] = (
    first_launch,
    empty,
    models,
    preferences,
    keys,
    what_to_ask,
    about,
    cannot_decode,
    opened,
    selected,
    box,
    regions,
    where,
    not_found,
    completion,
    stems,
    chosen,
    compare,
    blind,
    phrasings,
    spectrogram,
    overlay,
    compact,
    export,
    cannot_write,
    too_loud,
    leaving,
    recovered,
    batch,
    working,
    jobs,
    stopped,
    engine_died,
)
