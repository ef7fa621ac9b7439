"""The project a person edits: frozen state, one writer (`Document`), undo commands, storage and journal.

Of Qt only QtCore and the undo stack. It starts no work and paints nothing; whoever edits does it by a command.
"""
