"""What the commands do in the window, a file a menu; `handler.Handler` says what each brings.

A handler passes a command on to the controller or widget whose matter it is. It keeps no state of its own.
"""
