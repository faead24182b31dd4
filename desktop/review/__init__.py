"""Suggestions in the window: ghosts, threshold, verdicts."""
