"""Making separators: clips, mixing, losses, the Lightning module and its recipes. Needs the extra `train`."""
