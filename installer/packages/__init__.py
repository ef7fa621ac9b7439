"""Packages made out of the frozen program: `python -m installer.packages --help`.

What every package shares lies here, what one system wants in `linux`, `windows` and `macos`. Nothing here imports the
program: its facts are read from pyproject.toml and its files.
"""
