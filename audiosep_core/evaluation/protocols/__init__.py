"""One file a protocol: where its mixtures lie and how they are put together; `named` finds one by `--protocol`.

What is done with the mixtures is the same for all of them, and lies in the package above.
"""
