"""Mixer, feeder, device and transport. The callback takes no lock and touches no file."""
