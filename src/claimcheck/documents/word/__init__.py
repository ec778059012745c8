"""Parts of the reader of Word documents: how letters look, page heads and feet, marks of deleted words."""
