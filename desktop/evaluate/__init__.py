"""The page on which a model is judged: figures, mistakes, probable label errors, speed."""
