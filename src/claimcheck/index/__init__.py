"""A derived, disposable index of the records."""
