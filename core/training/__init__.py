"""Learning: specs, run folders, events, and the loop (which alone imports torch)."""
