"""What a person can do: every command once (id, text, shortcut, when enabled), and the controllers that do it.

They change the document by its commands and give work to `inference` and `playback`. They paint nothing; the menus that
`registry` fills are the only widgets here.
"""
