"""The page of the published model versions: what each is, which one is used, how two of them differ."""
