"""Info.plist, signing, the disk image and notarisation.

Everything here is written on any system, and has never been run on macOS.
"""
