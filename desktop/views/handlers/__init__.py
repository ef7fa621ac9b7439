"""What the commands do in the window, a file a menu. `handler.Handler` says what each brings."""
