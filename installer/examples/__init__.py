"""The makers of the bundled examples: no recording of anyone, and nothing of the program itself."""
