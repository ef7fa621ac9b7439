"""Widgets: they show the document and say what a person wants.

They write nothing but through commands of `actions` and the document. They never wait, decode or touch a child process.
"""
