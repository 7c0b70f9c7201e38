"""Links, images, and what was left over from editing."""

RULES = ()
"""The rules of this family, in the order of the codes."""
