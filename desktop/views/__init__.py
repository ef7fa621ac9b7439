"""Widgets. They read the document and emit intents; nothing else is written here."""
