"""Looking at a dataset as a whole: the gallery of its images and its statistics."""
