"""`python -m audiosep_core` is the command line."""

from audiosep_core.cli import main

main()
