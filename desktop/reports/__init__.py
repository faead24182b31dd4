"""The page of reports: what models brought, whether the camera has changed, when to train again."""
