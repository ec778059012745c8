"""What the harbour desk adds to claimcheck."""
