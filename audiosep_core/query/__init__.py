"""Words, or a stretch of sound, turned into the vector that steers a network.

Each encoder normalises text its own way. Hints and spelling, which need no torch, lie in `prompts`.
"""
