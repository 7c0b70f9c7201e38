"""Which foods need not be listed is the cook's to say."""

import pytest
from rulecases import places

from recipekit.check.rule import Settings

RECIPE = """## Ingredients

- 500 g flour
- 7 g yeast
- 1 tsp salt
- 2 tbsp honey

## Instructions

1. Mix the flour and yeast with 300 ml water, 1 tsp sugar and 2 tbsp olive oil.
2. Sprinkle with black pepper.
"""


@pytest.mark.parametrize(
    ("free", "unlisted", "unused"),
    [
        (("water", "salt", "pepper"), ["10:53", "10:70"], ["6:10"]),
        (("water", "salt", "pepper", "sugar", "oil"), [], ["6:10"]),
        (("water", "honey", "sugar", "oil"), ["11:18"], ["5:9"]),
        (("pepper",), ["10:40", "10:53", "10:70"], ["5:9", "6:10"]),
    ],
    ids=["as-ever", "sugar-and-any-oil-too", "honey-but-no-salt", "only-pepper"],
)
def test_what_is_free_is_neither_missed_nor_asked_for(
    free: tuple[str, ...], unlisted: list[str], unused: list[str]
) -> None:
    settings = Settings(free=free)
    assert places(RECIPE, "RK402", settings=settings) == unlisted
    assert places(RECIPE, "RK401", settings=settings) == unused


def test_a_book_is_no_recipe() -> None:
    foods = "\n".join(f"- {number} g food{chr(97 + number % 26)}" for number in range(400))
    text = f"## Ingredients\n\n{foods}\n\n## Instructions\n\n1. Add the remaining butter and 1 tsp sugar.\n"
    assert places(text, "RK401", "RK402", "RK405") == []
