"""From claims to passages: search, quotation matching, stance, proposals."""
