"""Suggestions, verdicts, and how well a model does."""
