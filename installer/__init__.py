"""Sets the program up from a checkout and starts it: standard library only, nothing of the program is imported."""
