"""Words turned into the vector that steers a network. Each encoder normalises text its own way."""
