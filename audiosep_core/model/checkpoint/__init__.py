"""Published checkpoints: what a file is, what its keys mean, and its tensors, without running anything it holds."""
