"""A report to read and look at: Markdown with picture files, and one HTML file that holds everything.

It shows figures that a result holds; none is computed here.
"""
