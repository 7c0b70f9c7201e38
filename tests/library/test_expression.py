"""The words of a search, and what they find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from libraries import KITCHEN, written

from recipekit.library.expression import ExpressionError, parse_query
from recipekit.library.library import Library
from recipekit.library.query import Either, Every, Figure, Not, Words


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library of five recipes."""
    return Library(str(written(tmp_path_factory.mktemp("kitchen"), KITCHEN)), indexed=False)


def stems(library: Library, text: str) -> list[str]:
    """Return the stems of the recipes that are found, the best first."""
    return [found.entry.stem for found in library.search(parse_query(text))]


FOUND = {
    "lentil": ["lentil-soup"],
    "LENTILS": ["lentil-soup"],
    "lenti": [],
    "lenti*": ["lentil-soup"],
    "jalapeno": ["jalapeno-chicken"],
    "Jalapeños": ["jalapeno-chicken"],
    "soup": ["lentil-soup", "tomato-soup"],
    "tomato": ["tomato-soup", "jalapeno-chicken"],
    "rice": ["fried-rice", "jalapeno-chicken"],
    "rice lime": ["jalapeno-chicken"],
    "rice AND lime": ["jalapeno-chicken"],
    "rice or lentil": ["fried-rice", "lentil-soup", "jalapeno-chicken"],
    "egg": ["fried-rice"],
    '"soy sauce"': ["fried-rice"],
    '"sauce soy"': [],
    "soy-sauce": ["fried-rice"],
    "zwiebel": ["gurkensalat"],
    "öl": ["gurkensalat"],
    "oel": ["gurkensalat"],
    "tag:soup": ["lentil-soup", "tomato-soup"],
    "tag:course": ["fried-rice", "jalapeno-chicken"],
    'tag:"main course"': ["fried-rice", "jalapeno-chicken"],
    "tag:tomato": [],
    "ingredient:tomato": ["tomato-soup"],
    "step:tomato": ["jalapeno-chicken"],
    "title:soup -ingredient:cream": ["lentil-soup"],
    "title:soup not ingredient:cream": ["lentil-soup"],
    "not (tag:soup or tag:course)": ["gurkensalat"],
    "-(tag:soup or tag:course)": ["gurkensalat"],
    "source:hellofresh": ["fried-rice"],
    "id:red-lentils": ["lentil-soup"],
    "id:red": [],
    "path:mains": ["fried-rice", "jalapeno-chicken"],
    "path:MAINS/J": ["jalapeno-chicken"],
    "kcal<420": ["lentil-soup"],
    "kcal<=420": ["lentil-soup", "tomato-soup"],
    "kcal:400..610": ["fried-rice", "tomato-soup"],
    "kcal!=610 tag:course": ["jalapeno-chicken"],
    "-kcal>=0": ["gurkensalat"],
    "time<=45m": ["fried-rice", "jalapeno-chicken", "lentil-soup"],
    "time<45": ["fried-rice", "lentil-soup"],
    "time >= 1h": ["tomato-soup"],
    "time=1:00": ["tomato-soup"],
    "time>=0.75h": ["jalapeno-chicken", "tomato-soup"],
    "cook:30..45": ["fried-rice", "jalapeno-chicken", "lentil-soup"],
    "prep>0": [],
    "serves>=6": ["jalapeno-chicken"],
    "serves=4": ["fried-rice", "gurkensalat", "lentil-soup"],
    "/mushrooms?$/": ["fried-rice"],
    "ingredient:/^1 l/": ["jalapeno-chicken", "lentil-soup"],
    r"/8\soz/": ["fried-rice"],
    'rice "and"': [],
    "rice & lime": ["jalapeno-chicken"],
    "tags:soup": ["lentil-soup", "tomato-soup"],
    "author:hellofresh": ["fried-rice"],
    "time <= 30 min": ["fried-rice", "lentil-soup"],
    "time<=30 minutes rice": ["fried-rice"],
    "time = 1 hour": ["tomato-soup"],
    "time<=0h45": ["fried-rice", "jalapeno-chicken", "lentil-soup"],
    "kcal<500 kcal>400": ["tomato-soup"],
    "kcal < 500 kcal": ["lentil-soup", "tomato-soup"],
    "path:/^soups/": ["lentil-soup", "tomato-soup"],
    "path:soups/*": ["lentil-soup", "tomato-soup"],
    "id:red*": ["lentil-soup"],
    'ingredient:"soy sau*"': ["fried-rice"],
    "„soy sauce“": ["fried-rice"],
}


@pytest.mark.parametrize("text", FOUND)
def test_a_search_finds(library: Library, text: str) -> None:
    assert stems(library, text) == FOUND[text]


def test_a_word_shows_the_line_where_it_stands(library: Library) -> None:
    lines = {found.entry.stem: found.line for found in library.search(parse_query("tomatoes"))}
    assert [(line.number, line.text) for line in lines.values() if line] == [
        (2, "Tomato Soup"),
        (25, "Serve it with a little tomato."),
    ]


def test_the_line_of_the_best_place_is_shown_for_several_words(library: Library) -> None:
    (found,) = library.search(parse_query("lime jalapeno"))
    assert found.line is not None
    assert found.line.text == "Jalapeño Chicken"


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("", 0, "something to look for is missing"),
        ("   ", 0, "something to look for is missing"),
        ("rice or", 7, "something to look for is missing"),
        ("or rice", 0, 'nothing stands before "or"'),
        ("rice and and lime", 9, 'nothing stands before "and"'),
        ("(rice", 0, "nothing closes this ("),
        ("rice)", 4, "nothing opens this )"),
        ("()", 1, 'nothing stands before ")"'),
        ('rice "soy', 5, "this quotation mark closes nothing"),
        ("kal<700", 0, 'there is no field "kal"; did you mean kcal?'),
        ("zebra:1", 0, 'there is no field "zebra"; quote it, or write one of title'),
        ("kcal<many", 5, '"many" is no number'),
        ("time<1h30h", 5, '"1h30h" is no number; write it like 45m'),
        ("kcal<400..600", 5, '"400..600" is no number'),
        ("tag<soup", 0, "tag cannot be compared so; tag holds words: write tag:soup"),
        ("time:1h..20m", 5, '"1h..20m" goes down'),
        ("time<=1:75", 6, '"1:75" is no number'),
        ("time<1.5h30m", 5, '"1.5h30m" is no number'),
        ("tag: soup", 4, 'behind "tag:" something is missing'),
        ("kcal:", 5, 'behind "kcal:" something is missing'),
        ("/abc", 0, "nothing closes this /"),
        ("so*p", 0, "a * stands behind a word"),
        ("*soup", 0, "a * stands behind a word"),
        ("!soup", 0, "write -soup"),
        ("300<kcal<500", 0, "compares no field"),
        ("kcal<", 5, 'behind "kcal<" something is missing'),
        ("/(/", 0, "the pattern cannot be read"),
        ("rice !!", 5, '"!!" has no word in it'),
        ("http://example.org", 0, 'there is no field "http"'),
        ("x" * 2001, 2000, "a search is no longer than 2,000 characters"),
        ("(" * 60 + "a", 41, "this is 40 brackets deep"),
    ],
)
def test_what_cannot_be_read_says_where(text: str, at: int, said: str) -> None:
    with pytest.raises(ExpressionError) as error:
        parse_query(text)
    assert said in str(error.value)
    assert error.value.at == at
    assert "\n" not in str(error.value)


def test_or_binds_less_than_and_and_not_binds_most() -> None:
    assert parse_query("a b or -c d") == Either(
        (
            Every((Words(("a",)), Words(("b",)))),
            Every((Not(Words(("c",))), Words(("d",)))),
        )
    )


def test_a_figure_may_stand_apart_from_its_sign() -> None:
    assert parse_query("kcal <= 1,200") == Figure("kcal", "<=", 1200, 1200)


@given(st.text(alphabet='ab():"/-*<>=!.. ortagkcl1\\', max_size=30))
def test_whatever_is_typed_is_read_or_refused_in_one_sentence(text: str) -> None:
    try:
        parse_query(text)
    except ExpressionError as error:
        refused = error
    else:
        return
    assert 0 <= refused.at <= len(text)
    assert "; " in str(refused)


WORDS = st.sampled_from(
    [
        "rice",
        "soup",
        "tomato",
        "lime",
        "lentil*",
        "tag:soup",
        "kcal<500",
        "time<=30",
        '"soy sauce"',
        "/egg/",
        "path:mains",
    ]
)
QUERIES = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: f"({two[0]} or {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} {two[1]})"),
        inner.map(lambda one: f"-{one}" if one[0] != "-" else one),
    ),
    max_leaves=6,
)


@given(text=QUERIES)
def test_the_index_of_words_rules_out_nothing_that_is_meant(library: Library, text: str) -> None:
    every = {entry.path for entry in library.entries()}
    assert {e.path for e in library.entries(parse_query(text))} == every - {
        e.path for e in library.entries(parse_query(f"-({text})"))
    }
