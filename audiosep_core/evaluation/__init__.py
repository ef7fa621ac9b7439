"""How good a model is: protocols, the figures they yield, and their summing up.

It measures models and changes none: training lies in `training`, figures that both share in `audio.metrics`.
"""
