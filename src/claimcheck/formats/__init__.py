"""One pure ``Report -> str`` per output format."""
