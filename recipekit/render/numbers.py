"""What --explain adds to the JSON document: every number with its sentence, the decision and the reason."""

from __future__ import annotations

from typing import Any

from recipekit.model import Recipe
from recipekit.ops.explaining import explained, sentence_ends, sentence_of, was


def numbers(recipe: Recipe) -> list[dict[str, Any]]:
    """Return every number of *recipe* with its sentence, what was decided of it, and why, ready for `json.dumps`."""
    documents: list[dict[str, Any]] = []
    wording, ends = None, list[int]()
    for number in explained(recipe):
        if number.wording is not wording:
            wording, ends = number.wording, sentence_ends(number.wording)
        sentence, start = sentence_of(number, ends)
        quantity = number.quantity
        documents.append(
            {
                "where": number.where,
                "line": number.wording.line,
                "sentence": sentence,
                "text": quantity.text,
                "span": [quantity.start - start, quantity.end - start],
                "was": was(quantity),
                "kind": quantity.kind.value,
                "decision": number.decision.value,
                "why": quantity.why,
            }
        )
    return documents
