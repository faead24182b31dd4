"""Background work and its one way back to the window."""
