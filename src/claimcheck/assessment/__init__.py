"""Grading the sourcing of a claim from accepted evidence: origins, opinion, status, explanation."""
