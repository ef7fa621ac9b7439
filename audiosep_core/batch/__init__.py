"""Many files at once. Empty until its issue."""
