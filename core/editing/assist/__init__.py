"""Tools that look at the pixels: intelligent scissors, grab-cut, magic wand. They need no network and no weights."""
