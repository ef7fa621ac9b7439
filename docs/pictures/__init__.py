"""The pictures of the documentation: `camera` takes them, `session` drives the window, `states` are what is taken."""
