"""Documents as text with blocks: one reader per format, sentences, normalising, copying."""
