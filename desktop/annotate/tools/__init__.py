"""One mouse gesture a file."""
