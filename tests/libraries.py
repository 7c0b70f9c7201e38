"""Small libraries for tests: recipes in a few words, written into a folder."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


def recipe(
    title: str, *ingredients: str, steps: Sequence[str] = ("Cook it.",), tags: str = "", serves: str = "4",
    time: str = "30 minutes", kcal: int | None = None, front: str = "",
) -> str:  # fmt: skip
    """Return the Markdown of a recipe; *kcal* is one serving's, *front* further lines of the front matter."""
    table = ""
    if kcal is not None:
        table = f"\n## Calories\n\n| Food | Calories |\n| --- | --- |\n| All | {kcal * int(serves)} kcal |\n"
    listed = "\n".join(f"- {each}" for each in ingredients or ("1 cup water",))
    told = "\n".join(f"{number}. {each}" for number, each in enumerate(steps, 1))
    return (
        f"---\ntitle: {title}\ntags: [{tags}]\n{front}---\n\n> - **Serves:** {serves}\n> - **Cook Time:** {time}\n{table}\n"
        f"## Ingredients\n\n{listed}\n\n## Instructions\n\n{told}\n"
    )


KITCHEN = {
    "soups/lentil-soup.md": recipe(
        "Red Lentil Soup", "1 cup red lentils", "2 tbsp olive oil", "1 clove garlic (minced)", "1 lime",
        steps=("Fry the garlic.", "Simmer the lentils for 20 minutes."), tags="Soup, Vegan", kcal=350,
        front="id: red-lentils\n",
    ),
    "soups/tomato-soup.md": recipe(
        "Tomato Soup", "2 lb tomatoes", "1 cup cream", "1 onion", tags="soup", time="1 hour", kcal=420, serves="2",
    ),
    "mains/fried-rice.md": recipe(
        "Fried Rice", "2 cups rice", "3 tbsp soy sauce", "2 eggs", "8 oz mushrooms", tags="Main Course", kcal=610,
        front="source: https://www.hellofresh.com/recipes/rice\n",
    ),
    "mains/jalapeno-chicken.md": recipe(
        "Jalapeño Chicken", "1 lb chicken thighs", "2 jalapeños", "1 cup rice", "salt", "1 lime (optional)",
        steps=("Serve it with a little tomato.",), tags="Main Course, Mexican", serves="6", time="45 minutes", kcal=700,
    ),
    "sides/gurkensalat.md": (
        "# Gurkensalat\n\n**Portionen:** 4\n\n## Zutaten\n\n- 2 Gurken\n- 3 Zwiebeln\n- 1 EL Öl\n\n## Zubereitung\n\n"
        "1. Gurken hobeln.\n"
    ),
    "about.md": "# About me\n\nI cook.\n",
}  # fmt: skip
"""Five recipes, one in German and with few figures, and a page that is none."""


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write *files* into *folder*, and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def has_git() -> bool:
    """Tell whether git is at hand."""
    try:
        return subprocess.run(["git", "--version"], capture_output=True, check=False).returncode == 0  # noqa: S607
    except OSError:
        return False
