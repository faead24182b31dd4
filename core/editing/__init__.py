"""Edits of an annotation as pure functions, their history, and what lies under the mouse."""
