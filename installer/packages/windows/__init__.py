"""The version resource, the Inno Setup script and the portable zip.

Everything here is written on any system, and has never been run on Windows.
"""
