"""What one notch of the mouse wheel is, and what it does to whatever it zooms."""

NOTCH = 120.0
"""Qt's angle of one notch: eighths of a degree."""
ZOOM_PER_NOTCH = 1.25
"""What a notch magnifies."""
