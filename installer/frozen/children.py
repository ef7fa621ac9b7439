"""What the console twin runs for the window."""

OPTION = "--module"

CHILDREN = (
    "audiosep_core",
    "audiosep_core.audio.process",
    "audiosep_core.engine.model_process",
    "audiosep_core.engine.process",
)
"""Nothing else: a program that runs whatever module it is told is an interpreter that people do not know they have."""
