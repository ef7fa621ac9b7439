"""A request into stems: chunk plan, streaming, channels, devices, and the engine process."""
