"""Every command once: id, text, shortcut, when enabled."""
