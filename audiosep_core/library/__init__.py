"""Which models there are, and where files of this program lie. No torch."""
