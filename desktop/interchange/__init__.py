"""Import, export, merge and resize in the window: one dialog for all four, its work in the background."""
