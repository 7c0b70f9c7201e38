"""What a cook may call a recipe."""

import pytest

from recipekit.library.entry import Entry
from recipekit.library.naming import named

ENTRIES = [
    Entry("soups/lentil-soup.md", id="red-lentils", title="Red Lentil Soup"),
    Entry("soups/beans.md", id="bean-stew", title="White Bean Stew"),
    Entry("stews/beans.md", title="Brown Bean Stew"),
    Entry("creme/index.md", title="Crème Brûlée"),
    Entry("stews/red.md", title="Stew"),
    Entry("stew.md", title="Something Else"),
]


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("red-lentils", ["soups/lentil-soup.md"]),
        ("Red Lentils", ["soups/lentil-soup.md"]),
        ("lentil-soup", ["soups/lentil-soup.md"]),
        ("lentil soup", ["soups/lentil-soup.md"]),
        ("RED LENTIL SOUP", ["soups/lentil-soup.md"]),
        ("lentil", ["soups/lentil-soup.md"]),
        ("soups/lentil-soup.md", ["soups/lentil-soup.md"]),
        ("soups/lentil-soup", ["soups/lentil-soup.md"]),
        ("./soups/beans", ["soups/beans.md"]),
        ("creme brulee", ["creme/index.md"]),
        ("Brûlée", ["creme/index.md"]),
        ("creme", ["creme/index.md"]),
        ("stew", ["stew.md"]),  # the file's name goes before the title
        ("bean-stew", ["soups/beans.md"]),  # and the id before the title of another
        ("beans", ["soups/beans.md", "stews/beans.md"]),
        ("bean s", ["soups/beans.md", "stews/beans.md"]),
        ("", []),
        ("---", []),
        ("pancakes", []),
    ],
)
def test_a_recipe_goes_by_many_names(name: str, paths: list[str]) -> None:
    assert [entry.path for entry in named(name, ENTRIES).entries] == paths


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("lentl soup", "soups/lentil-soup.md"),
        ("creme bruleé x", "creme/index.md"),
        ("brown been stew", "stews/beans.md"),
        ("lentls", "soups/lentil-soup.md"),
    ],
)
def test_a_mistyped_name_suggests_the_nearest(name: str, path: str) -> None:
    found = named(name, ENTRIES)
    assert not found.entries
    assert found.near[0].path == path


def test_a_name_like_nothing_suggests_nothing() -> None:
    assert named("xylophone", ENTRIES) == ((), ())
