"""Training of the hearing network: mixtures are made in band powers, so that no step holds an STFT.

The network itself is `model.hearing`, what the program asks it is `engine.hearing`.
"""
