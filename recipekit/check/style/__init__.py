"""Style, off by default: what differs without being wrong."""

RULES = ()
"""The rules of this family, in the order of the codes."""
