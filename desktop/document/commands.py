"""A person's edits as undo commands: push them on `Document.undo_stack`, which carries them out.

`track_id` is a stem's id, "source" or "rest". Commands hold ids and values, never samples. An edit that changes nothing
leaves no entry in the history, and what could be redone stays.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from desktop.document.document import Document, StemsCommand
from desktop.document.lineage import Adoption
from desktop.document.state import MAX_GAIN_DB, MIN_GAIN_DB, REST_ID, SOURCE_ID, Project, StemTrack, tidy_name

# Qt offers commands of equal id to each other for merging.
_GAIN_COMMAND_ID = 1
_STRENGTH_COMMAND_ID = 2
_PAN_COMMAND_ID = 3
_AMOUNT_COMMAND_ID = 4


class AddStem(StemsCommand):
    """Put separated sounds on tracks of their own, all those of a request in one step.

    What was separated from a stem takes that stem's place in the sum: else both would be taken out of the recording.
    """

    def __init__(self, document: Document, *tracks: StemTrack) -> None:
        if not tracks:
            raise ValueError("there is no stem to add")
        text = _tr("Separate “{name}”") if len(tracks) == 1 else _tr("Separate “{name}” and {count} more")
        super().__init__(text.format(name=tracks[0].name, count=len(tracks) - 1))
        self._document = document
        self._tracks = tracks
        self.stem_ids = tuple(track.id for track in tracks)
        self._was_there = False
        # Stems that come in are soloed by Document.listen_alone: taking them back gives the earlier solos back.
        self._solos = document.solos
        parents = {track.parent for track in tracks}
        self._parents = tuple(stem.id for stem in document.state.counted if stem.id in parents)

    def redo(self) -> None:
        """Add the stems; after an undo, with what their job reported meanwhile."""
        for parent in self._parents:
            self._document.set_stem(parent, in_sum=False)
        if not self._was_there:
            for track in self._tracks:
                self._document.add_stem(track)
            self._was_there = True
            return
        for track in self._tracks:
            self._document.restore_stem(track.id)
        restored = [self._document.state.stem(track.id) for track in self._tracks]
        self._document.listen_alone(*(stem.id for stem in restored if stem is not None and stem.soloed))

    def undo(self) -> None:
        """Take the stems out."""
        for track in reversed(self._tracks):  # so that each comes back into its row
            self._document.remove_stem(track.id)
        for parent in self._parents:
            self._document.set_stem(parent, in_sum=True)
        self._document.set_solos(self._solos)


class ReplaceStem(StemsCommand):
    """Put a stem that is made anew into the row of the one that it is made for.

    It has that one's place in the sum too, and with what was separated from that one: without a duplicate of the old
    sound, it is what they count as separated from.
    """

    def __init__(self, document: Document, old_id: str, new: StemTrack) -> None:
        super().__init__(_tr("Make “{name}” again").format(name=new.name))
        self._document = document
        self._old_id = old_id
        self._new = new
        self.stem_ids = old_id, new.id
        self._was_there = False
        self._adoption = Adoption(document, old_id, instead=new.id)
        # The new one is soloed by Document.listen_alone, as in AddStem.
        self._solos = self._solos_after = document.solos

    def redo(self) -> None:
        """The new one instead of the old one."""
        self._adoption.redo()
        row = [stem.id for stem in self._document.state.stems].index(self._old_id)
        self._document.remove_stem(self._old_id)
        if self._was_there:
            self._document.restore_stem(self._new.id)
            self._document.set_solos(self._solos_after)
        else:
            self._document.add_stem(self._new, row)
            self._was_there = True

    def undo(self) -> None:
        """The old one again."""
        self._solos_after = self._document.solos
        self._document.remove_stem(self._new.id)
        self._document.restore_stem(self._old_id)
        self._document.set_solos(self._solos)
        self._adoption.undo()


class RemoveStem(StemsCommand):
    """Take a stem out of the project; its sound stays in the cache for undo.

    Its place in the sum goes to whoever gave it up for it: a duplicate of the same sound, else the stem that it was
    separated from once nothing that was separated from that one is left in the sum. What was separated from it counts
    as separated from its duplicate, so that its strength is still reckoned from the same sound.
    """

    def __init__(self, document: Document, stem_id: str) -> None:
        super().__init__(_tr("Remove “{name}”").format(name=_name(document, stem_id)))
        self._document = document
        self._stem_id = stem_id
        self.stem_ids = (stem_id,)
        self._heir = _heir(document.state, stem_id)
        self._adoption = Adoption(document, stem_id)

    def redo(self) -> None:
        """Take the stem out."""
        self._adoption.redo()
        self._document.remove_stem(self._stem_id)
        if self._heir:
            self._document.set_stem(self._heir, in_sum=True)

    def undo(self) -> None:
        """Put it back into its row."""
        if self._heir:
            self._document.set_stem(self._heir, in_sum=False)
        self._document.restore_stem(self._stem_id)
        self._adoption.undo()


class _SetField(QUndoCommand):
    """One field of one row to a new value."""

    def __init__(self, text: str, document: Document, track_id: str, field: str, value: Any) -> None:
        super().__init__(text)
        track = document.state.track(track_id)
        if track is None:
            raise KeyError(track_id)
        self._document = document
        self._track_id = track_id
        self._field = field
        self._before = getattr(track, field)
        self._after = value
        self.setObsolete(self._before == value)

    def redo(self) -> None:
        """Set the new value."""
        self._write(self._after)

    def undo(self) -> None:
        """Set the value from before."""
        self._write(self._before)

    def _write(self, value: Any) -> None:
        if self._track_id in (SOURCE_ID, REST_ID):
            self._document.set_track(self._track_id, **{self._field: value})
        else:
            self._document.set_stem(self._track_id, **{self._field: value})


class RenameStem(_SetField):
    """Give a stem another name; its prompt stays. A blank name changes nothing."""

    def __init__(self, document: Document, stem_id: str, name: str) -> None:
        text = _tr("Rename “{name}”").format(name=_name(document, stem_id))
        super().__init__(text, document, stem_id, "name", tidy_name(name) or _name(document, stem_id))


class SetMute(_SetField):
    """Mute a row or let it sound."""

    def __init__(self, document: Document, track_id: str, muted: bool) -> None:
        text = _tr("Mute “{name}”") if muted else _tr("Unmute “{name}”")
        super().__init__(text.format(name=_name(document, track_id)), document, track_id, "muted", muted)


class SetSolo(_SetField):
    """Solo a row or take it out of the solo."""

    def __init__(self, document: Document, track_id: str, soloed: bool) -> None:
        text = _tr("Solo “{name}”") if soloed else _tr("Unsolo “{name}”")
        super().__init__(text.format(name=_name(document, track_id)), document, track_id, "soloed", soloed)


class SetInSum(_SetField):
    """Let a stem count in the sum, or not: "Everything else" is the recording minus the stems that count."""

    def __init__(self, document: Document, stem_id: str, in_sum: bool) -> None:
        text = _tr("Count “{name}” in the sum") if in_sum else _tr("Leave “{name}” out of the sum")
        super().__init__(text.format(name=_name(document, stem_id)), document, stem_id, "in_sum", in_sum)


class SetColor(_SetField):
    """Give a stem another colour, "#rrggbb"."""

    def __init__(self, document: Document, stem_id: str, color: str) -> None:
        text = _tr("Colour of “{name}”").format(name=_name(document, stem_id))
        super().__init__(text, document, stem_id, "color", color)


class _SetByGesture(_SetField):
    """One field of one row by a hand that moves on: a gesture is one entry in the history.

    Args:
        text, document, track_id, field, value: As of the base class.
        gesture: A number that one drag of the mouse gives all its commands: they become one entry in the history, and
            none when it ends where it began. None never merges.
        merge_id: Qt's number of this kind of command.
    """

    def __init__(
        self, text: str, document: Document, track_id: str, field: str, value: float, gesture: int | None, merge_id: int
    ) -> None:
        super().__init__(text, document, track_id, field, value)
        self._gesture = gesture
        self._merge_id = merge_id

    def id(self) -> int:
        """Qt's merge class; -1 merges with nothing."""
        return -1 if self._gesture is None else self._merge_id

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the newer value of the same drag on the same row."""
        if type(other) is not type(self) or (other._gesture, other._track_id) != (self._gesture, self._track_id):
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True


class SetGain(_SetByGesture):
    """Move a fader.

    Args:
        document: Where.
        track_id: Which row.
        gain_db: The new gain; kept within `MIN_GAIN_DB` and `MAX_GAIN_DB`.
        gesture: A number that one drag of the mouse gives all its commands: they become one entry in the history, and
            none when the fader ends where it began. None never merges.
    """

    def __init__(self, document: Document, track_id: str, gain_db: float, gesture: int | None = None) -> None:
        text, gain_db = _tr("Gain of “{name}”"), min(max(float(gain_db), MIN_GAIN_DB), MAX_GAIN_DB)
        text = text.format(name=_name(document, track_id))
        super().__init__(text, document, track_id, "gain_db", gain_db, gesture, _GAIN_COMMAND_ID)


class SetStrength(_SetByGesture):
    """Hear a stem cleaner or more natural.

    Args:
        document: Where.
        stem_id: Which stem.
        strength: From -1, most natural, to 1, cleanest; kept within.
        gesture: As of `SetGain`.
    """

    def __init__(self, document: Document, stem_id: str, strength: float, gesture: int | None = None) -> None:
        text = _tr("Clean or natural “{name}”").format(name=_name(document, stem_id))
        strength = min(max(float(strength), -1.0), 1.0)
        super().__init__(text, document, stem_id, "strength", strength, gesture, _STRENGTH_COMMAND_ID)


class SetPan(_SetByGesture):
    """Place a row between left, -1, and right, 1; kept within. `gesture` as of `SetGain`."""

    def __init__(self, document: Document, track_id: str, pan: float, gesture: int | None = None) -> None:
        text = _tr("Pan of “{name}”").format(name=_name(document, track_id))
        super().__init__(text, document, track_id, "pan", min(max(float(pan), -1.0), 1.0), gesture, _PAN_COMMAND_ID)


class SetAmount(_SetByGesture):
    """Have less of a sound, down to none at -1, or less of all others, down to it alone at 1; 0 is as in the recording.

    An amount is a share in the whole, which a solo would not let be heard: it ends with the first move, and undo gives
    it back. `gesture` as of `SetGain`.
    """

    def __init__(self, document: Document, stem_id: str, amount: float, gesture: int | None = None) -> None:
        text = _tr("Amount of “{name}”").format(name=_name(document, stem_id))
        amount = min(max(float(amount), -1.0), 1.0)
        super().__init__(text, document, stem_id, "amount", amount, gesture, _AMOUNT_COMMAND_ID)
        self._solos = document.solos

    def redo(self) -> None:
        """Set the new value, and let everything be heard."""
        super().redo()
        self._document.set_solos(())

    def undo(self) -> None:
        """Set the value and the solos from before."""
        super().undo()
        self._document.set_solos(self._solos)

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the newer value; a drag that ends where it began leaves the solos too."""
        merged = super().mergeWith(other)
        if merged and self.isObsolete():
            self._document.set_solos(self._solos)
        return merged


def _heir(state: Project, stem_id: str) -> str:
    """Who counts in the sum in a stem's stead once it is taken out; "" nobody."""
    gone = state.stem(stem_id)
    if gone is None or not gone.in_sum:
        return ""
    left = [stem for stem in state.stems if stem.id != stem_id]
    for stem in left:
        if not stem.in_sum and (stem.cache, stem.start, stem.parent) == (gone.cache, gone.start, gone.parent):
            return stem.id
    parent = state.stem(gone.parent)
    if parent is None or parent.in_sum or any(stem.in_sum and stem.parent == parent.id for stem in left):
        return ""
    return parent.id


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)


def _name(document: Document, track_id: str) -> str:
    if track_id == SOURCE_ID:
        return _tr("Recording")
    if track_id == REST_ID:
        return _tr("Everything else")
    stem = document.state.stem(track_id)
    return stem.name if stem is not None else track_id
