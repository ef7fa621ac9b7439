"""Sets the program up from a checkout and starts it.

Standard library only, and nothing of the program is imported: it runs before there is an environment.
"""
