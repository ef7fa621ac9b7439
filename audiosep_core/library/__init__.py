"""Which models there are, how their files arrive, and where files of this program lie.

No torch: what turns a download into a model is handed in (`engine.importing`). `hub` alone asks the network.
"""
