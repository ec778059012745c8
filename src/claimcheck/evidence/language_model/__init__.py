"""A language model as a second opinion on stance: asked only where the user has one, held to the text.

What a model answers counts only where the words it quotes stand in the source, the comparison of facts
may veto it, and sources that must not leave the desk are never sent.
"""
