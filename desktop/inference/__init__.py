"""Threads that feed the engine and media processes and turn their messages into signals."""
