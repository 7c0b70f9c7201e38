"""Pictures are looked for on the disk, and what a recipe leads to is gathered once and in time."""

from pathlib import Path
from time import perf_counter

import pytest

from recipekit.check.links.targets import Kind, targets_of
from recipekit.check.rule import Settings, Subject
from recipekit.check.running import report_on
from recipekit.parse.recipe import parse_recipe
from recipekit.source import Source

MISSING = frozenset(("RK505",))
EVERY = frozenset(f"RK50{number}" for number in range(1, 9))


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    for name in ("soups/img/Cover.PNG", "soups/a pot.jpg", "soups/only.webp", "static/img/soup.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return tmp_path


def hints(kitchen: Path, text: str, *, root: Path | None = None) -> list[str | None]:
    source = Source(f"{text}\n", str(kitchen / "soups" / "pea.md"))
    return [found.hint for found in report_on(source, MISSING, Settings(site_root=root)).findings]


@pytest.mark.parametrize(
    "url",
    ["img/Cover.PNG", "./img/Cover.PNG", "../soups/img/Cover.PNG", "a%20pot.jpg", "<a pot.jpg>", "only.webp?raw=1#top"],
)
def test_a_picture_that_is_there_is_left_alone(kitchen: Path, url: str) -> None:
    assert hints(kitchen, f"![A pot]({url})") == []


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("img/cover.png", "did you mean Cover.PNG?"),
        ("only.png", "did you mean only.webp?"),
        ("gone.png", "put the file there, or mend the path"),
        ("no/folder.png", "put the file there, or mend the path"),
    ],
)
def test_a_picture_that_is_missing_is_found(kitchen: Path, url: str, hint: str) -> None:
    if (kitchen / "soups" / "IMG").exists():
        pytest.skip("this disk takes upper and lower case for the same")
    assert hints(kitchen, f"![A pot]({url})") == [hint]


@pytest.mark.parametrize("url", ["%00.png", "a" * 5000 + ".png", "img/Cover.PNG/x.png"])
def test_names_that_no_disk_takes_are_no_trouble(kitchen: Path, url: str) -> None:
    assert len(hints(kitchen, f"![A pot]({url})")) <= 1


def test_paths_of_the_site_begin_at_its_root(kitchen: Path) -> None:
    text = "![A](/img/soup.png)\n\n![B](/img/stew.png)"
    assert hints(kitchen, text) == []
    assert len(hints(kitchen, text, root=kitchen / "static")) == 1
    assert hints(kitchen, text, root=kitchen / "no such folder") == []


@pytest.mark.parametrize(
    ("cover", "count"),
    [
        ("gone.png", 1),
        ("img/gone.png", 1),
        ("img/Cover.PNG", 0),
        ("images/gone.png", 0),
        ("https://example.com/a.png", 0),
    ],
)
def test_a_cover_of_the_front_matter_is_looked_for_where_its_folder_is(kitchen: Path, cover: str, count: int) -> None:
    assert len(hints(kitchen, f"---\ntitle: Soup\nimage: {cover}\n---\n")) == count


def test_a_recipe_from_nowhere_has_no_folder() -> None:
    assert report_on(Source("![A pot](gone.png)\n"), MISSING).findings == ()


def test_everything_that_leads_somewhere_is_gathered() -> None:
    text = (
        "---\nsource: https://a.example/\n---\n"
        "[b](b.md) ![c](<c d.png> 'C') <https://d.example/> https://e.example/(x)). [f](https://f.example/ f)\n\n"
        "[g][] [h][H] [i] ![j]\n\n[g]: g.md\n[H]:\n  <h.md> (H)\n"
    )
    found = targets_of(Subject(parse_recipe(Source(text))))
    assert [(target.kind, target.url) for target in found.urls] == [
        (Kind.FRONT, "https://a.example/"),
        (Kind.LINK, "b.md"),
        (Kind.IMAGE, "c d.png"),
        (Kind.ANGLES, "https://d.example/"),
        (Kind.BARE, "https://e.example/(x)"),
        (Kind.BROKEN_LINK, "https://f.example/ f"),
        (Kind.DEFINITION, "g.md"),
        (Kind.DEFINITION, "h.md"),
    ]
    assert all(text[target.start : target.end] == target.url for target in found.urls)
    assert [(each.label, each.text, each.image) for each in found.references] == [
        ("g", "g", False),
        ("h", "h", False),
        ("i", None, False),
        ("j", None, True),
    ]
    assert [each.line is None for each in found.definitions] == [False, True]


@pytest.mark.parametrize(
    "text",
    ["[" * 40000, "[](a" * 10000, "[](a(b)" * 7000, '[x](a "' * 7000, "[a]: " * 9000, "{{ " * 15000, "{% " * 15000, "【1†" * 4000,
     "<https://a" * 4500, "{++" * 15000, "[a](https://a b " * 3000, "https://a.example/" + ")" * 40000, "by [Ab Cd] " * 4000,
     "<<<<<<< x\n" * 9000, "TODO: x\n" * 9000, "[A b]: https://a.example/\n" * 9000],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_odd_files_take_no_longer_than_long_ones(text: str) -> None:
    source = Source(f"# Soup\n\n{text}\n", "soup.md")
    started = perf_counter()
    report_on(source, EVERY)
    assert perf_counter() - started < 5
