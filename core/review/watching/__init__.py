"""A watch folder: pictures that arrive in it join the dataset, are predicted, and the most doubtful wait for review."""
