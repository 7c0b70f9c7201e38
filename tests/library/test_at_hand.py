"""The library on every recipe at hand: the shared ones where they are present, and a generated library."""

from pathlib import Path

import kitchen
import pytest
from recipes import SHARED

from recipekit.library.entry import folded_words
from recipekit.library.expression import parse_query
from recipekit.library.library import Library
from recipekit.library.naming import named
from recipekit.library.query import Every, Words

QUERIES = (
    "garlic", "tomato* or onion", "ingredient:butter kcal<900", "time<=30m -tag:pasta", "step:simmer", "source:example",
    '"olive oil" lemon', "/[0-9]+ cloves?/", "not (kcal>0)", "serves>=6 title:with",
)  # fmt: skip


@pytest.fixture(scope="module", name="folder", params=["shared", "generated"])
def at_hand(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of recipes."""
    if request.param == "generated":
        folder = tmp_path_factory.mktemp("generated")
        assert kitchen.write_library(folder, 250) == 250
        return folder
    if not SHARED.is_dir():
        pytest.skip("no shared recipes are here")
    return SHARED / "recipes"


def test_the_index_changes_no_answer(folder: Path) -> None:
    first, then, without = Library(str(folder)), Library(str(folder)), Library(str(folder), indexed=False)
    for library in (then, without):
        assert sorted(library.entries(details=True)) == sorted(first.entries(details=True))
        for query in QUERIES:
            assert library.search(parse_query(query)) == first.search(parse_query(query)), query


def test_every_recipe_goes_by_its_title_its_id_and_its_file(folder: Path) -> None:
    entries = Library(str(folder)).entries()
    assert entries
    for entry in entries:
        for name in (entry.title, entry.id, entry.stem, entry.path):
            if name:
                assert named(name, entries).entries == (entry,)


def test_the_words_of_a_title_find_its_recipe_in_the_first_rank(folder: Path) -> None:
    library = Library(str(folder))
    for entry in library.entries():
        words = folded_words(entry.title or "").split()
        found = library.search(Every(tuple(Words((word,)) for word in words)))
        assert entry.path in {one.entry.path for one in found if one.rank == 0}


def test_every_figure_divides_the_library(folder: Path) -> None:
    library = Library(str(folder))
    count = len(library.entries())
    for below, beyond in (("kcal<600", "kcal>=600"), ("time<=45m", "time>45m"), ("serves<5", "serves>=5")):
        found = [{entry.path for entry in library.entries(parse_query(text))} for text in (below, beyond)]
        unsaid = {entry.path for entry in library.entries(parse_query(f"-({below} or {beyond})"))}
        assert len(found[0] | found[1] | unsaid) == count
        assert not unsaid & (found[0] | found[1])
