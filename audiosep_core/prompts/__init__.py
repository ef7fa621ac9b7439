"""Words before they reach an encoder: hints and history help. No torch."""
