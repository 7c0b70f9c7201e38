"""Numbers in sentences: what each one is, and whether it grows with the servings. The rules stand in `rules`."""
