"""The preferences: entries are declared in one table, `entries.ENTRIES`, and pages are built from it.

What a setting is and how it is kept is `services.settings`'. Whoever needs a value follows the store, not these pages.
"""
