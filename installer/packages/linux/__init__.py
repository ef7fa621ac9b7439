"""The Debian package, the tarball and the AppDir, and how they fit into a desktop.

What all systems share lies in the package above; no package reads the program but as files.
"""
