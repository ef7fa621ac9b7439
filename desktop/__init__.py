"""The desktop application: document, playback, child processes seen from the window, commands and widgets.

It reaches torch only through the engine process, and decodes no file itself.
"""
