"""The registry of rules, and one file per rule."""
