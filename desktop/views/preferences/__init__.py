"""The preferences: entries are declared in one table, pages are built from it."""
