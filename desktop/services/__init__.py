"""Settings, paths, logging, notices, recent files. QtCore at most."""
