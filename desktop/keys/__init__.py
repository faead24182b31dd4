"""Which keys reach which action: a person's own, a preset's, or those that actions come with."""
