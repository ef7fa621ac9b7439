"""Published checkpoints: what a file is, what its keys mean, and its tensors.

Nothing that a file holds is ever run: no unpickling but of tensors. Files of our own are `model.file`'s.
"""
