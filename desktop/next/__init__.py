"""What to label next: the page, and the way from it to the images."""
