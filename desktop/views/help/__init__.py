"""Help: keys and mouse, what to ask for, the first start, about, a report for others.

It shows what other places know (commands, vocabulary, licences); no text is kept here that lives elsewhere.
"""
