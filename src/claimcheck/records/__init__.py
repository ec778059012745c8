"""What lies on disk: record models, the YAML codec, atomic edits, the workspace, settings, fingerprints."""
