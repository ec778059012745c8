"""Where a person decides: in the terminal and in the browser."""
