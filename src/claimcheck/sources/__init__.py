"""Sources: adding, metadata, snapshots, retraction."""
