"""Every command once, a file a menu: `COMMANDS` and the order in `MENU`; `registry` builds actions from them.

Tables only: what a command does lies in `views.handlers`, and no widget is built here.
"""
