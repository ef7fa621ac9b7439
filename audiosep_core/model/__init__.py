"""The network, its configuration and the files that fill it."""
