"""Training of the hearing network: mixtures are made in band powers, so that no step holds an STFT."""
