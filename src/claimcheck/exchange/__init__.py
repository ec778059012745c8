"""Other people's formats: out and, where it can be done, back in."""
