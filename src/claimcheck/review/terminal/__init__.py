"""Review in the terminal: pure screens, the keys as data, and one small module at the edge."""
