"""Every rule there is, in the order of the codes."""

from __future__ import annotations

from recipekit.check import amounts, calories, form, links, steps, style

RULES = (*form.RULES, *amounts.RULES, *calories.RULES, *steps.RULES, *links.RULES, *style.RULES)
"""Every rule, in the order of the codes."""
