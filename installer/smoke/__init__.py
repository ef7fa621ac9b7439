"""Tries a built program as a stranger's machine would run it: `python -m installer.smoke FOLDER_OR_ARCHIVE`.

What is tried stands in tests/e2e/test_frozen_program.py; nothing here may import the program that is tried.
"""
