"""What is heard: plan, renderer, feeder, mixer, device and transport.

The callback takes no lock, touches no file, logs nothing and allocates nothing. Only `transport`, `output_watch` and
what they load know Qt.
"""
