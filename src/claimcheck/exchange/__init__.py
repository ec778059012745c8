"""Out of claimcheck and, where a format allows it, back in: one pure module a format."""
