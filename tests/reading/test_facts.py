"""Servings and times are read in every spelling, and only where they are stated."""

import pytest

import recipekit
from recipekit.model import Wording
from recipekit.parse.facts import meaning_of, read_duration, read_servings, split_fact


def servings(text: str) -> str | None:
    """Return what a line says of its servings: "4..6 serving", "24 cookie"."""
    fact = split_fact(text)
    if fact is None or fact[0] != "serves":
        return None
    _, label, start = fact
    serves = read_servings(Wording(text[start:], 1), label)
    if serves is None:
        return None
    number = str(serves.low) if serves.low == serves.high else f"{serves.low}..{serves.high}"
    return f"{number} {serves.unit}"


def minutes(text: str, *, bare: bool = False) -> str | None:
    """Return a time in minutes: "30", "~30", "45..50"."""
    time = read_duration(Wording(text, 1), bare_minutes=bare)
    if time is None:
        return None
    number = str(time.low) if time.low == time.high else f"{time.low}..{time.high}"
    return "~" * time.approximate + number


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Serves: 6", "6 serving"),
        ("**Serves:** 6", "6 serving"),
        ("Serves 6", "6 serving"),
        ("Serves 4–6", "4..6 serving"),
        ("Serves 4-6 people", "4..6 serving"),
        ("Serves: 4 to 6", "4..6 serving"),
        ("Serves: about 4", "4 serving"),
        ("Serves: 2.5", "5/2 serving"),
        ("Serves: 4 (2 cups each)", "4 serving"),
        ("Serves 6 as a starter", "6 serving"),
        ("Serves 2 hungry people", "2 serving"),
        ("Servings: 12-16", "12..16 serving"),
        ("Feeds 8", "8 serving"),
        ("Yield: 4 servings", "4 serving"),
        ("Makes 4 servings", "4 serving"),
        ("recipeYield: 4", "4 serving"),
        ("Makes 24 cookies", "24 cookie"),
        ("Makes about 24 cookies", "24 cookie"),
        ("Makes: 2 loaves", "2 loaf"),
        ("Makes 12 small tarts", "12 tart"),
        ("Yields 1 loaf", "1 loaf"),
        ("Yield: 12 muffins", "12 muffin"),
        ("Makes about 3 cups", "3 cup"),
        ("Portionen: 4", "4 serving"),
        ("Für 4 Personen", "4 serving"),
        ("Ergibt etwa 24 Plätzchen", "24 plätzchen"),
    ],
)
def test_servings_are_read_in_every_spelling(text: str, read: str) -> None:
    assert servings(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "Serves: enough",
        "Serves: 0",
        "Serves a crowd",
        "Serve warm with 2 spoons",
        "Makes it 3 times better",
        "Difficulty: 3",
        "It serves us well",
        "Total: 1:30",
        "Prep Time: 20 minutes",
    ],
)
def test_what_states_no_servings_gives_none(text: str) -> None:
    assert servings(text) is None


HARD_SERVINGS = [
    ("Makes 6 (8-inch) tortillas", "6 tortilla"),
    ("Makes 24 2-inch cookies", "24 cookie"),
    ("Makes one 9-inch pie", "1 pie"),
    ("Makes 1 dozen cookies", "12 cookie"),
    ("Makes: 1½ dozen rolls", "18 roll"),
    ("Servings: 4 bowls", "4 serving"),
    ("Serving size: 1 cup", None),
    ("Serves four", "4 serving"),
]


@pytest.mark.parametrize(
    ("text", "read"),
    [pytest.param(*row, id=str(row[0])) for row in HARD_SERVINGS],
)
def test_servings_in_other_words_are_read(text: str, read: str | None) -> None:
    assert servings(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("30 minutes", "30"),
        ("~30 minutes", "~30"),
        ("about 20 minutes", "~20"),
        ("30 min", "30"),
        ("30 mins.", "30"),
        ("30min", "30"),
        ("30m", "30"),
        ("1 h", "60"),
        ("1 hr", "60"),
        ("one hour", "60"),
        ("half an hour", "30"),
        ("¾ hour", "45"),
        ("1½ hours", "90"),
        ("1.5 hours", "90"),
        ("1 1/2 hours", "90"),
        ("1 hour 15 min", "75"),
        ("1 hour and 15 minutes", "75"),
        ("1 hr, 15 min", "75"),
        ("1h 15m", "75"),
        ("1h15", "75"),
        ("2h30", "150"),
        ("1 day 2 hours", "1560"),
        ("2 days", "2880"),
        ("30 seconds", "1/2"),
        ("45–50 minutes", "45..50"),
        ("45 to 50 minutes", "45..50"),
        ("1–2 hours", "60..120"),
        ("10 minutes (plus 1 hour resting)", "70"),
        ("PT45M", "45"),
        ("PT1H30M", "90"),
        ("P1D", "1440"),
        ("20 Minuten", "20"),
        ("1 Std. 15 Min.", "75"),
        ("1,5 Stunden", "90"),
        ("ca. 20 Min", "~20"),
    ],
)
def test_a_time_is_read_in_every_spelling(text: str, read: str) -> None:
    assert minutes(text) == read


@pytest.mark.parametrize("text", ["1:30", "overnight", "a while", "", "90", "30–40", "PT", "3 eggs", "1/0 minutes"])
def test_what_is_no_time_gives_none(text: str) -> None:
    assert minutes(text) is None


@pytest.mark.parametrize(
    ("text", "read"), [("90", "90"), ("30–40", "30..40"), ("1 hour", "60"), ("0", None), ("1:30", None)]
)
def test_bare_numbers_are_minutes_where_the_field_says_so(text: str, read: str | None) -> None:
    assert minutes(text, bare=True) == read


HARD_TIMES = [
    ("1 hour to 1 hour 15 minutes", "60..75"),
    ("1 hour 20", "80"),
    ("2 x 10 minutes", "20"),
]


@pytest.mark.parametrize(
    ("text", "read"),
    [pytest.param(*row, id=row[0]) for row in HARD_TIMES],
)
def test_a_time_in_other_words_is_read(text: str, read: str) -> None:
    assert minutes(text) in (read, None)


def test_an_hour_and_a_half_is_no_half_minute() -> None:
    assert minutes("an hour and a half", bare=True) in ("90", None)


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("Serves", "serves"),
        ("yield", "serves"),
        ("Prep Time", "prep"),
        ("prep_time", "prep"),
        ("prepTime", "prep"),
        ("cook-time", "cook"),
        ("Backzeit", "cook"),
        ("Total Time", "total"),
        ("Ready in", "total"),
        ("Gesamtzeit", "total"),
        ("Difficulty", None),
        ("Time of year", None),
        ("", None),
    ],
    ids=str,
)
def test_a_label_means_one_fact(label: str, meaning: str | None) -> None:
    assert meaning_of(label) == meaning


@pytest.mark.parametrize(
    ("text", "said"),
    [("Serves: 6-4", "4..6 serving"), ("Serves: 6 – 4 people", "4..6 serving"), ("Makes 24 to 12 cookies", "12..24 cookie"),
     ("Serves: 4-6", "4..6 serving"), ("Serves: 6, or 4 as a main", "6 serving"), ("Serves: 6 (4 as a main)", "6 serving")],
)  # fmt: skip
def test_a_falling_range_is_a_range(text: str, said: str) -> None:
    assert servings(text) == said


@pytest.mark.parametrize("line", [
    "Makes 12 buns. Serves 4.", "Serves 4. Makes 12 buns.", "Serves 4; makes 12 buns", "Yield: 12 buns / Serves 4",
    "Makes 12 buns, serves 4", "Serves 4. Prep: 10 min. Cook: 20 min. Makes 12 buns", "Makes 12 buns · Serves 4",
])  # fmt: skip
def test_a_line_says_several_facts(line: str) -> None:
    recipe = recipekit.read_recipe(f"# Buns\n\n{line}\n\n## Ingredients\n\n- 1 cup rice\n")
    assert recipe.serves
    assert (str(recipe.serves.low), recipe.serves.unit) == ("4", "serving")
    assert [(str(other.low), other.unit) for other in recipe.also_serves] == [("12", "bun")]
    assert (recipe.times.prep is not None) is ("Prep" in line)
