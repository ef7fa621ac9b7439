"""Words before they reach an encoder: vocabulary, hints, other ways to say it.

No torch and no Qt: the window asks these while a person types.
"""
