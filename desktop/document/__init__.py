"""The project a person edits: frozen state, one writer, undo commands. QtCore only."""
