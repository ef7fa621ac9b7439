"""A request into stems: chunk plan, streaming, channels, devices, back ends, and the engine process.

Its memory does not grow with the length of a sound. It knows no window, no command line and no batch.
"""
