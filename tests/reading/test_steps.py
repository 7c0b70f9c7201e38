"""Steps: what a list item is, and what is none."""

import recipekit


def test_an_item_that_holds_only_a_rule_is_no_step() -> None:
    recipe = recipekit.read_recipe("# T\n\n## Ingredients\n\n- 1 egg\n\n## Method\n\n1. ---\n2. Boil.\n")
    steps = recipe.instructions[0].steps
    assert [(step.wording.text, step.wording.line) for step in steps] == [("Boil.", 10)]


def test_a_paragraph_under_the_steps_that_is_a_tip_belongs_to_the_last() -> None:
    text = "# T\n\n## Ingredients\n\n- 1 egg\n\n## Method\n\n1. Boil.\n\n**Tip:** use a timer.\n\nServe hot.\n"
    steps = recipekit.read_recipe(text).instructions[0].steps
    assert [step.wording.text for step in steps] == ["Boil.", "Serve hot."]
    assert [note.wording.text for note in steps[0].notes] == ["Tip: use a timer."]


def test_bold_lines_open_instructions_of_their_own() -> None:
    text = "# T\n\n## Ingredients\n\n- 1 egg\n\n## Method\n\n**For the sauce**\n\n- Stir.\n\n**For the pasta:**\n\n- Boil.\n"
    titles = [instruction.title for instruction in recipekit.read_recipe(text).instructions]
    assert titles == ["For the sauce", "For the pasta"]
