"""Saved web pages: decoding, walking the tree, what is the article and what is the page around it."""
