"""Shallow grammar: words with their dictionary forms, word classes, names, and who did what in a sentence.

What the reading of articles and the judging of passages share; its lists lie in ``lexicon``.
"""
