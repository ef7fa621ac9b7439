"""The Debian package, the tarball and the AppDir, and how they fit into a desktop."""
