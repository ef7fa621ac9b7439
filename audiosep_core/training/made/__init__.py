"""Made sound: voices, instruments and synthesised everyday sounds that enlarge a training set; never a test set.

Everything follows from a seed. numpy, scipy and, for voices and music, the programs espeak-ng, flite and fluidsynth.
"""

from audiosep_core.training.made.make import make_sounds

__all__ = ["make_sounds"]
