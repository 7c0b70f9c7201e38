"""Ingredients and steps that stand as lists in the front matter, in every shape that sites give them."""

import pytest

import recipekit
from recipekit.errors import UnreadableRecipeError

Groups = list[tuple[str | None, list[tuple[str, int]]]]

SHAPES: dict[str, tuple[str, Groups]] = {
    "list": ("---\ningredients:\n  - 2 eggs\n  - 1 cup milk\n---\n", [(None, [("2 eggs", 3), ("1 cup milk", 4)])]),
    "flow": ("---\ningredients: [2 eggs, 1 cup milk]\n---\n", [(None, [("2 eggs", 2), ("1 cup milk", 2)])]),
    "one": ("---\ningredients: 2 eggs\n---\n", [(None, [("2 eggs", 2)])]),
    "lines": ("---\ningredients: |\n  2 eggs\n\n  1 cup milk\n---\n", [(None, [("2 eggs", 3), ("1 cup milk", 5)])]),
    "folded": ("---\ningredients: >\n  2 large\n  eggs\n\n  1 nut\n---\n", [(None, [("2 large eggs", 2), ("1 nut", 2)])]),
    "amount-behind": ("---\ningredients:\n  - flour: 500 g\n---\n", [(None, [("flour: 500 g", 3)])]),
    "keys": ("---\ningredients:\n  - name: egg\n    amount: 2\n---\n", [(None, [("name: egg, amount: 2", 3)])]),
    "groups": ("---\ningredients:\n  Dough:\n    - 2 eggs\n  Icing: 1 nut\n---\n", [("Dough", [("2 eggs", 4)]), ("Icing", [("1 nut", 5)])]),
    "groups-in-a-list": ("---\ningredients:\n  - 2 eggs\n  - Icing:\n      - 1 nut\n    Top: 3 nuts\n---\n",
                         [(None, [("2 eggs", 3)]), ("Icing", [("1 nut", 5)]), ("Top", [("3 nuts", 6)])]),
    "lists-in-a-list": ("---\ningredients:\n  - - 2 eggs\n    - 1 nut\n  - 3 nuts\n---\n", [(None, [("2 eggs", 3), ("1 nut", 4), ("3 nuts", 5)])]),
    "keys-in-keys": ("---\ningredients:\n  - egg: {amount: 2}\n---\n", [(None, [("egg: {amount: 2}", 3)])]),
    "nothing": ("---\ningredients:\n---\n", []),
    "nothing-in-a-list": ("---\ningredients: [~, 2 eggs, null]\n---\n", [(None, [("2 eggs", 2)])]),
    "empty-groups": ("---\ningredients:\n  Dough: []\n  Icing:\n---\n", []),
    "toml-list": ("+++\ningredients = ['2 eggs', '1 nut']\n+++\n", [(None, [("2 eggs", 2), ("1 nut", 2)])]),
    "toml-one": ("+++\ningredients = '2 eggs'\n+++\n", [(None, [("2 eggs", 2)])]),
    "toml-lines": ("+++\ningredients = '''\n2 eggs\n\n1 nut'''\n+++\n", [(None, [("2 eggs", 2), ("1 nut", 2)])]),
    "toml-groups": ("+++\n[ingredients]\nDough = ['2 eggs']\nIcing = '1 nut'\nNone = []\n+++\n", [("Dough", [("2 eggs", 3)]), ("Icing", [("1 nut", 4)])]),
    "toml-tables": ("+++\n[[ingredients]]\nname = 'egg'\namount = 2\n+++\n", [(None, [("name: egg, amount: 2", 1)])]),
}  # fmt: skip


@pytest.mark.parametrize(("front", "groups"), SHAPES.values(), ids=SHAPES)
def test_ingredients_of_the_front_matter(front: str, groups: Groups) -> None:
    recipe = recipekit.read_recipe(front + "\n# Soup\n")
    assert groups == [
        (group.title, [(item.wording.text, item.wording.line) for item in group.items]) for group in recipe.ingredients
    ]
    assert ("no-ingredients" in {found.problem.name for found in recipe.diagnostics}) == (not groups)


STEPS: dict[str, tuple[str, list[tuple[int | None, str | None, list[str]]]]] = {
    "list": ("directions:\n  - Beat.\n  - Serve.\n", [(None, None, ["Beat.", "Serve."])]),
    "groups": ("directions:\n  Step 1 - Dough:\n    - Beat.\n", [(1, "Dough", ["Beat."])]),
    "lines": ("directions: |\n  Beat.\n  Serve.\n", [(None, None, ["Beat.", "Serve."])]),
    "none": ("title: a\n", []),
}


@pytest.mark.parametrize(("front", "steps"), STEPS.values(), ids=STEPS)
def test_steps_of_the_front_matter(front: str, steps: list[tuple[int | None, str | None, list[str]]]) -> None:
    recipe = recipekit.read_recipe(f"---\n{front}---\n\n# Soup\n")
    assert steps == [
        (each.number, each.title, [step.wording.text for step in each.steps]) for each in recipe.instructions
    ]


def test_a_body_that_lists_ingredients_goes_before_the_front_matter() -> None:
    recipe = recipekit.read_recipe("---\ningredients: [2 eggs]\n---\n\n## Ingredients\n\n- 1 nut\n")
    assert [item.name for group in recipe.ingredients for item in group.items] == ["nut"]


NO_FRONT = {
    "thematic-break": "---\n\n# Soup\n",
    "break-and-words": "---\nsome words\n",
    "break-with-words": "--- soup\n",
    "plus-signs": "+++ soup\n",
    "plus-signs-alone": "+++\nsoup\n",
    "only-a-break": "---",
}


@pytest.mark.parametrize("text", NO_FRONT.values(), ids=NO_FRONT)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    assert recipekit.read_recipe(text + "\n# Soup\n\n## Ingredients\n\n- 1 egg\n").front_matter == {}


REFUSED = {
    "unending": ("---\ntitle: a\n", 1, "the front matter that opens here never ends"),
    "unending-toml": ("+++\ntitle = 'a'\n", 1, "the front matter that opens here never ends"),
    "alias": ("---\na: &x [1]\nb: *x\n---\n", 3, "the front matter uses the YAML alias *x"),
    "deep": (f"---\na: {'[' * 40}{']' * 40}\n---\n", 2, "the front matter is nested deeper than 32 levels"),
    "deep-toml": (f"+++\na = {'[' * 40}{']' * 40}\n+++\n", 2, "the front matter is nested deeper than 32 levels"),
    "deep-toml-key": (f"+++\na{'.a' * 40} = 1\n+++\n", 2, "the front matter is nested deeper than 32 levels"),
    "endless-number": (f"---\na: 1{'0' * 100}\n---\n", 2, "the front matter holds an endless number"),
    "no-yaml": ("---\na: b: c\n---\n", 2, "the YAML front matter does not parse: mapping values are not allowed in this context"),
    "no-toml": ("+++\na 1\n+++\n", 2, "the TOML front matter does not parse: expected '=' after a key in a key/value pair"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "problem"), REFUSED.values(), ids=REFUSED)
def test_front_matter_that_cannot_be_read_is_refused(text: str, line: int, problem: str) -> None:
    with pytest.raises(UnreadableRecipeError) as caught:
        recipekit.read_recipe(text + "\n# Soup\n")
    assert (caught.value.line, caught.value.problem) == (line, problem)


def test_many_stars_and_brackets_are_no_alias() -> None:
    recipe = recipekit.read_recipe("---\ntitle: a *b* c\ntags: [a]\n---\n\n# Soup\n")
    assert recipe.title == "a *b* c"


@pytest.mark.parametrize(
    ("front", "name"),
    [("- a\n- b", "front-matter-not-a-mapping"), ("just words", "front-matter-not-a-mapping"),
     ("time: 1:30", "ambiguous-front-matter-value"), ("no: 1", "ambiguous-front-matter-key")],
)  # fmt: skip
def test_odd_front_matter_is_a_finding(front: str, name: str) -> None:
    recipe = recipekit.read_recipe(f"---\n{front}\n---\n\n# Soup\n")
    assert name in {found.problem.name for found in recipe.diagnostics}
