"""Many files at once: one machine, several that share a folder, or a Ray cluster (docs/scaling.md)."""
