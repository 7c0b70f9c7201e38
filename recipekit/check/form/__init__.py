"""The form of the file: front matter, headings, sections, steps."""

RULES = ()
"""The rules of this family, in the order of the codes."""
