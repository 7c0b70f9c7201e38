"""The steps against the list: what is used, how much of it, and for how many."""

RULES = ()
"""The rules of this family, in the order of the codes."""
