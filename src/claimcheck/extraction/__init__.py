"""From an article's blocks to claims: what is dropped, who says what, which figures and dates."""
