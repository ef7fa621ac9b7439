"""Many files at once: one machine, several that share a folder, or a Ray cluster (docs/scaling.md).

How one file is separated is the engine's, and here a callable. Ray is imported by `cluster` and `crew` alone.
"""
