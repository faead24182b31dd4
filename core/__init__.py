"""The library: everything but the window. Knows no Qt."""
