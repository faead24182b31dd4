"""The page 'Review': many suggestions at once, found by filters and thresholds, and acted on together."""
