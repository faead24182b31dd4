"""The watch folder in the window: it looks by itself, says little, and leads to the images that wait for review."""
