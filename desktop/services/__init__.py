"""What the application needs of the computer: settings, paths, logs, notices, notifications, the session's bus.

No widgets, and nothing of the project that is edited.
"""
