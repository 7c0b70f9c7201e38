"""Every ``cases/NAME.md`` reads as ``cases/NAME.json`` says: hand-labelled, and partial: only its keys are compared."""

import json
from pathlib import Path

import pytest

import recipekit

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))


def differences(got: object, want: object, where: str = "") -> list[str]:
    """Return where *got* lacks what *want* says; keys that *want* does not name may be anything."""
    if isinstance(want, dict) and isinstance(got, dict):
        lines = []
        for key, value in want.items():
            lines += differences(got.get(key, "(absent)"), value, f"{where}.{key}")
        return lines
    if isinstance(want, list) and isinstance(got, list):
        if len(want) != len(got):
            return [f"{where}: {len(got)} entries, want {len(want)}: {got!r:.300}"]
        lines = []
        for index, (one, other) in enumerate(zip(got, want, strict=True)):
            lines += differences(one, other, f"{where}[{index}]")
        return lines
    return [] if got == want else [f"{where}: {got!r}, want {want!r}"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_recipe_reads_as_labelled(path: Path) -> None:
    document = recipekit.to_document(recipekit.read_recipe(path))
    wanted = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert "\n".join(differences(document, wanted)) == ""
