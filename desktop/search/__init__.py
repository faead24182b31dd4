"""Searching in the window: the line that a search is typed into, and the thread that answers it."""
