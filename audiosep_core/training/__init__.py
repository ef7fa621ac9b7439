"""Making separators: clips, mixing, losses, the Lightning module and its recipes. Needs the extra `train`.

Nothing that separates may import it, so that the program runs without Lightning. Clips of a test set never enter here.
"""
