"""The makers of the bundled examples.

No recording of anyone goes in, and nothing of the program itself: what it is tried on must not come from it.
"""
