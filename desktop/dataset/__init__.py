"""What concerns the dataset as a whole: changes in all images at once, the check, its settings."""
