"""The rules of the linter, one module each in the folder of its family, and what runs them.

A rule is a pure function from a recipe, or from what the whole collection says in short, to its findings. Its module's
docstring is its page: what it finds, why that matters, a Bad and a Good recipe, whether it can be mended, since when.
"""
