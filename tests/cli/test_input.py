"""What cannot be read is refused in one sentence with file and line; what is merely odd is read all the same."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from program import RECIPE, is_one_sentence, recipekit

from recipekit.cli.app import main

Recipe = Callable[[bytes], str]
Capture = pytest.CaptureFixture[str]

BODY = "# Toast\n\n> - **Serves:** 4\n\n## Ingredients\n\n- 1 egg\n"
MIB = 1 << 20


@pytest.fixture
def recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recipe:
    """Write bytes to ``soup.md`` of an empty current folder and return the name."""
    monkeypatch.chdir(tmp_path)

    def write(data: bytes) -> str:
        Path("soup.md").write_bytes(data)
        return "soup.md"

    return write


def refusal(capsys: Capture, *argv: str, code: int = 3) -> str:
    """Require that *argv* is refused with *code* and one sentence, and return the sentence."""
    assert main(argv) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert is_one_sentence(err), err
    return err.removeprefix("recipekit: ").rstrip("\n")


def document(capsys: Capture, *argv: str) -> Any:
    """Return the document that *argv* prints."""
    assert main([*argv, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def front(matter: str) -> bytes:
    return f"---\n{matter}\n---\n{BODY}".encode()


def ingredients(*lines: str) -> bytes:
    return "\n".join(
        ("# Toast", "", "> - **Serves:** 4", "", "## Ingredients", "", *(f"- {line}" for line in lines))
    ).encode()


# -- files that are none


UNREADABLE = {
    "empty": (b"", "soup.md: the file is empty"),
    "only-blanks": (b" \n\t\n", "soup.md: the file is empty"),
    "only-a-byte-order-mark": (b"\xef\xbb\xbf", "soup.md: the file is empty"),
    "only-carriage-returns": (b"\r\r\r", "soup.md: the file is empty"),
    "nul": (b"\x00soup", "soup.md: this is a binary file"),
    "nul-behind-8-kB": (b"a" * 9000 + b"\n\x00\n", "soup.md: this is a binary file"),
    "utf-16": ("# Soup".encode("utf-16"), "soup.md: this is a binary file"),
    "not-utf-8": (b"# Soup\n\n\xff\n", "soup.md:3:1: the byte 0xff is not UTF-8"),
    "not-utf-8-behind-crlf": (b"# Soup\r\n\r\nx\xff", "soup.md:3:2: the byte 0xff is not UTF-8"),
    "latin-1": ("# Crème".encode("latin-1"), "soup.md:1:5: the byte 0xe8 is not UTF-8"),
    "encoded-surrogate": (b"# Soup\n\xed\xa0\x80", "soup.md:2:1: the byte 0xed is not UTF-8"),
    "overlong": (b"\xc0\xaf", "soup.md:1:1: the byte 0xc0 is not UTF-8"),
    "over-1-MiB": (b"a" * (MIB + 1), "soup.md: this is longer than 1 MiB"),
    "line-of-20-MB": (b"a" * 20_000_000, "soup.md: this is longer than 1 MiB"),
}


@pytest.mark.parametrize(("data", "sentence"), UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("command", ["show", "calories"])
def test_what_is_no_text_is_refused(command: str, data: bytes, sentence: str, recipe: Recipe, capsys: Capture) -> None:
    assert refusal(capsys, command, recipe(data)).startswith(sentence)


@pytest.mark.parametrize("argv", [["show"], ["show", "--json"], ["scale", "--times", "2"], ["calories"]], ids=" ".join)
def test_every_command_refuses_in_the_same_words(argv: list[str], recipe: Recipe, capsys: Capture) -> None:
    name = recipe(b"---\ntitle: soup\n")
    said = "soup.md:1:1: the front matter that opens here never ends; close it with a line ---"
    assert refusal(capsys, argv[0], name, *argv[1:]) == said


MISSING = {
    "missing": ("nope.md", "nope.md: there is no such file"),
    "below-a-file": ("soup.md/x.md", "soup.md/x.md: there is no such file"),
    "a-folder": (".", ".: this is a folder"),
    "endless": ("/dev/zero", "/dev/zero: this is longer than 1 MiB"),
    "nothing-in-it": ("/dev/null", "/dev/null: the file is empty"),
    "binary-proc": ("/proc/self/cmdline", "/proc/self/cmdline: this is a binary file"),
    "unreadable-proc": ("/proc/self/mem", "/proc/self/mem: the file cannot be read"),
    "name-too-long": ("a" * 5000, "a" * 5000 + ": the file cannot be read"),
    "missing-document": ("nope.json", "nope.json: there is no such file"),
}


@pytest.mark.parametrize(("name", "sentence"), MISSING.values(), ids=MISSING)
def test_what_is_no_file_is_refused(name: str, sentence: str, recipe: Recipe, capsys: Capture) -> None:
    recipe(BODY.encode())
    assert refusal(capsys, "show", name).startswith(sentence)


def test_a_link_to_itself_is_refused(recipe: Recipe, capsys: Capture) -> None:
    recipe(b"")
    Path("loop.md").symlink_to("loop.md")
    assert refusal(capsys, "show", "loop.md").startswith("loop.md: the file cannot be read")


def test_an_empty_name_is_no_folder_on_standard_input(recipe: Recipe, capsys: Capture) -> None:
    recipe(b"")
    assert "<stdin>" not in refusal(capsys, "show", "")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(recipe: Recipe, capsys: Capture) -> None:
    Path(recipe(b"# Soup\n")).chmod(0)
    assert refusal(capsys, "show", "soup.md") == "soup.md: the file may not be read; check its permissions"


@pytest.mark.parametrize("name", ["two\nlines.md", "bell\x07.md", "esc\x1b[2J.md", "bidi\u202egpj.md"])
def test_a_strange_name_stays_on_one_line(name: str, recipe: Recipe, capsys: Capture) -> None:
    recipe(b"")
    sentence = refusal(capsys, "show", name)
    assert sentence.isprintable()


def test_a_name_that_is_not_utf_8_can_be_read(tmp_path: Path) -> None:
    name = os.fsdecode(b"s\xffp.md")
    (tmp_path / name).write_text(BODY)
    shown = recipekit("show", name, folder=tmp_path)
    assert (shown.code, shown.err) == (0, "")
    assert json.loads(recipekit("show", name, "--json", folder=tmp_path).out)["path"] == name


# -- front matter


BROKEN_FRONT = {
    "never-ends": (b"---\ntitle: soup\n\n## Ingredients\n", "soup.md:1:1: the front matter that opens here never ends"),
    "toml-never-ends": (b'+++\ntitle = "soup"\n', "soup.md:1:1: the front matter that opens here never ends"),
    "unparseable": (front("title: a: b"), "soup.md:2:9: the YAML front matter does not parse"),
    "open-bracket": (front("tags: [a"), "soup.md:3:1: the YAML front matter does not parse"),
    "tab": (front("tags:\n\t- a"), "soup.md:3:1: the YAML front matter does not parse"),
    "control-character": (front("title: a\x1bb"), "soup.md:2:"),
    "unknown-escape": (front('title: "\\q"'), "soup.md:2:9: the YAML front matter does not parse"),
    "lone-surrogate": (front('title: "\\ud800"'), "soup.md:2:"),
    "alias": (front("a: &x 1\nb: *x"), "soup.md:3:4: the front matter uses the YAML alias *x"),
    "bomb": (
        front("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"),
        "soup.md:3:8: the front matter uses the YAML alias *a",
    ),
    "python-object": (
        front("a: !!python/object/apply:os.system [id]"),
        "soup.md:2:4: the YAML front matter does not parse",
    ),
    "python-name": (front("a: !!python/name:os.system"), "soup.md:2:4: the YAML front matter does not parse"),
    "unknown-tag": (front("a: !soup b"), "soup.md:2:4: the YAML front matter does not parse"),
    "tag-that-lies": (front("a: !!map []"), "soup.md:2:4: the YAML front matter does not parse"),
    "key-that-is-a-list": (front("? [a, b]\n: c"), "soup.md:2:3: the YAML front matter does not parse"),
    "two-documents": (front("a: 1\n...\nb: 2"), "soup.md:4:1: the YAML front matter does not parse"),
    "deep-brackets": (front("a: " + "[" * 200 + "]" * 200), "soup.md:2:35: the front matter is nested deeper than 32"),
    "deep-and-open": (front("a: " + "[" * 100_000), "soup.md:2:35: the front matter is nested deeper than 32"),
    "deep-braces": (front("a: " + "{a: " * 5000), "soup.md:2:128: the front matter is nested deeper than 32"),
    "deep-blocks": (
        front("\n".join(" " * n + "a:" for n in range(200))),
        "soup.md:34:33: the front matter is nested deeper",
    ),
    "deep-dashes": (front("- " * 5000 + "a"), "soup.md:2:65: the front matter is nested deeper than 32"),
    "toml-unparseable": (f"+++\ntitle = \n+++\n{BODY}".encode(), "soup.md:2:9: the TOML front matter does not parse"),
    "toml-twice": (f"+++\na = 1\na = 2\n+++\n{BODY}".encode(), "soup.md:3:"),
    "toml-deep": (f"+++\na = {'[' * 5000}\n+++\n{BODY}".encode(), "soup.md:2:"),
}


@pytest.mark.parametrize(("data", "sentence"), BROKEN_FRONT.values(), ids=BROKEN_FRONT)
def test_front_matter_that_does_not_parse_is_refused(
    data: bytes, sentence: str, recipe: Recipe, capsys: Capture
) -> None:
    said = refusal(capsys, "show", recipe(data))
    assert said.startswith(sentence)
    assert "; " in said


TYPED_LIES: dict[str, Any] = {
    "int-of-words": "a: !!int soup",
    "int-of-nothing": 'a: !!int ""',
    "float-of-words": "a: !!float soup",
    "bool-of-words": "a: !!bool soup",
    "date-of-words": "a: !!timestamp soup",
    "binary-of-words": 'a: !!binary "ü"',
    "merge-of-a-number": "<<: 5",
    "map-in-a-text": "a: !!str {b: c}",
    "number-of-5000-digits": "a: " + "9" * 5000,
}


@pytest.mark.parametrize("matter", TYPED_LIES.values(), ids=TYPED_LIES)
def test_a_value_that_its_tag_belies_is_no_traceback(matter: str, recipe: Recipe, capsys: Capture) -> None:
    code = main(["show", recipe(front(matter))])
    out, err = capsys.readouterr()
    assert code in (0, 3)
    assert code == 0 or (is_one_sentence(err) and "soup.md:2:" in err)
    assert bool(out) is (code == 0)


def test_a_line_separator_in_yaml_does_not_shift_the_line(recipe: Recipe, capsys: Capture) -> None:
    assert refusal(capsys, "show", recipe(front('a: "\u2028"\ntags: *x'))).startswith("soup.md:3:7: ")


READ_FRONT = {
    "sexagesimal": ("time: 1:30", {"time": "1:30"}),
    "key-no": ("no: 1", {"no": 1}),
    "yes-and-no": ("yes: no\non: off", {"yes": "no", "on": "off"}),
    "date": ("date: 2020-01-31", {"date": "2020-01-31"}),
    "impossible-date": ("date: 2020-13-45", {"date": "2020-13-45"}),
    "infinity": ("a: .inf\nb: -.inf\nc: .nan", {"a": ".inf", "b": "-.inf", "c": ".nan"}),
    "float-too-large": ("a: 1e999", {"a": "inf"}),
    "octal": ("id: 010", {"id": "010"}),
    "leading-nought": ("id: 06", {"id": "06"}),
    "twice": ("a: 1\na: 2", {"a": 2}),
    "anchor-without-alias": ("a: &x 1", {"a": 1}),
    "merge-key": ("<<: 1", {"<<": 1}),
    "nothing": ("", {}),
    "only-a-comment": ("# soup", {}),
}


@pytest.mark.parametrize(("matter", "values"), READ_FRONT.values(), ids=READ_FRONT)
def test_front_matter_is_read_as_it_looks(matter: str, values: dict[str, Any], recipe: Recipe, capsys: Capture) -> None:
    assert document(capsys, "show", recipe(front(matter)))["front_matter"] == values


@pytest.mark.parametrize("matter", ["- a\n- b", "soup", "42"], ids=["list", "word", "number"])
def test_front_matter_without_keys_is_left_out_and_reported(matter: str, recipe: Recipe, capsys: Capture) -> None:
    found = document(capsys, "show", recipe(front(matter)))
    assert (found["title"], found["front_matter"]) == ("Toast", {})
    assert [problem["name"] for problem in found["diagnostics"]] == ["front-matter-not-a-mapping"]


NO_FRONT = {
    "only-a-fence": b"---",
    "two-fences": b"---\n---\n",
    "three-fences": b"---\n\n---\n\n---\n",
    "a-rule-opens-the-file": b"---\n\nSoup\n",
    "toml-fences": b"+++\n+++\n",
}


@pytest.mark.parametrize("data", NO_FRONT.values(), ids=NO_FRONT)
def test_a_rule_is_no_front_matter(data: bytes, recipe: Recipe, capsys: Capture) -> None:
    assert document(capsys, "show", recipe(data))["front_matter"] == {}


ODD_VALUES = {
    "title-list": "title: [a, b]",
    "title-map": "title: {a: b}",
    "title-null": "title: ~",
    "title-number": "title: 42",
    "title-lines": "title: |\n  a\n  b",
    "tags-of-everything": "tags: [1, true, ~, {a: b}, [c]]",
    "image-number": "image: 5",
    "image-list": "image: [~]",
    "image-map": "image: {}",
    "serves-list": "serves: [4, 6]",
    "serves-map": "serves: {a: {b: 4}}",
    "serves-huge": "serves: 1e300",
    "key-number": "1: c",
    "key-null": "~: c",
    "set": "a: !!set {x, y}",
    "pairs": "a: !!pairs [x: 1]",
    "bytes": "a: !!binary aGVsbG8=",
    "date": "a: !!timestamp 2020-01-01",
    "steps-of-everything": 'directions: [~, "", [a], {b: [c]}]',
    "ingredients-number": "ingredients: 5",
}


@pytest.mark.parametrize("matter", ODD_VALUES.values(), ids=ODD_VALUES)
def test_an_odd_value_is_shown_and_comes_back_from_json(matter: str, recipe: Recipe, capsys: Capture) -> None:
    name = recipe(front(matter))
    assert main(["show", name]) == 0
    capsys.readouterr()
    first = document(capsys, "show", name)
    Path("soup.json").write_text(json.dumps(first))
    assert document(capsys, "show", "soup.json") == first


TOML = {
    "dates-and-times": "a = 2020-01-01\nb = 12:00:00\nc = 2020-01-01T00:00:00Z",
    "infinities": "a = inf\nb = nan",
    "serves-infinite": "serves = inf\nprep_time = nan",
    "serves-list": "serves = [4]\ncook_time = 12:30:00",
    "nested": "[times]\nprep = 10\n[[x]]\na = 1",
    "mixed-list": 'ingredients = ["1 egg", 5, 2020-01-01, {a = 1}]',
}


@pytest.mark.parametrize("matter", TOML.values(), ids=TOML)
def test_toml_of_every_type_is_read(matter: str, recipe: Recipe, capsys: Capture) -> None:
    assert document(capsys, "show", recipe(f"+++\n{matter}\n+++\n{BODY}".encode()))["serves"]["text"]


@pytest.mark.parametrize(
    "matter", ["a = " + "9" * 5000, ".".join(["a"] * 2000) + " = 1"], ids=["5000-digits", "2000-keys-deep"]
)
def test_toml_that_python_cannot_hold_is_refused(matter: str, recipe: Recipe, capsys: Capture) -> None:
    said = refusal(capsys, "show", recipe(f"+++\n{matter}\n+++\n{BODY}".encode()), "--json")
    assert said.startswith("soup.md:2:")


def test_a_toml_key_of_100000_parts_does_not_hang(recipe: Recipe, capsys: Capture) -> None:
    matter = ".".join(["a"] * 100_000)
    assert refusal(capsys, "show", recipe(f"+++\n{matter} = 1\n+++\n{BODY}".encode())).startswith("soup.md:2:")


# -- nesting and length


DEEP = {
    "200-lists": "\n".join("  " * depth + "- a" for depth in range(200)),
    "33-lists": "\n".join("  " * depth + "- a" for depth in range(33)),
    "200-lists-by-tabs": "\n".join("\t" * depth + "- a" for depth in range(200)),
    "5000-lists-in-a-line": "- " * 5000 + "a",
    "200-numbers-in-a-line": "1. " * 200 + "a",
    "5000-quotes": "> " * 5000 + "a",
    "5000-quotes-without-blanks": ">" * 5000 + "a",
    "quotes-and-lists": "> - " * 100 + "a",
    "growing-quotes": "\n".join(">" * depth + " a" for depth in range(100)),
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_nesting_beyond_32_is_refused_with_its_line(text: str, recipe: Recipe, capsys: Capture) -> None:
    said = refusal(capsys, "show", recipe(text.encode()))
    place, _, problem = said.partition(": ")
    assert problem == "lists and quotes are nested deeper than 32 levels; flatten them"
    name, line, _ = place.split(":")
    assert name == "soup.md"
    assert 1 <= int(line) <= text.count("\n") + 1


@pytest.mark.parametrize("depth", [2, 16, 31, 32])
def test_nesting_up_to_32_is_read(depth: int, recipe: Recipe, capsys: Capture) -> None:
    steps = "\n".join("   " * level + "1. add 1 cup" for level in range(depth))
    assert main(["scale", recipe(f"# Soup\n\n## Instructions\n\n{steps}\n".encode()), "--times", "2"]) == 0
    assert capsys.readouterr().out.count("add 2 cups") == depth


def test_a_rule_of_200_stars_is_no_nesting(recipe: Recipe) -> None:
    assert main(["show", recipe(BODY.encode() + b"\n" + b"* " * 200 + b"\n")]) == 0


PIECES = (
    "*", "**", "_", "[", "[]", "]", "`", "|", "<!--", "<", "<a ", "&", "&#x", "![", "[a](", "(", "\\", "~", "=", "1", "½",
    "*a ", "*a **b ", "a*b_", "[a]", "](", "<a@b", "1. ", "- ", "> ", "#", "(a ", "1/", "1.", "2-", "1,000,", "1 to ",
    "1 1/2 ", "Add 1 cup. ", "1 cup (1 oz) ", "minced, ", "each 1 cup ", "for 4 servings 1 cup ", "1% ", "1° ", "2x", "~1 ",
    "half a ", "a pinch ", "1 g; ", " - ", "\u2028", "\u202e", "e\u0301", "\r",
)  # fmt: skip
PLACES = {
    "bare": "{}",
    "note": "# T\n\n## Ingredients\n\n- 1 egg\n\n## Notes\n\n{}\n",
    "ingredient": "# T\n\n## Ingredients\n\n- 1 cup {}\n",
    "step": "# T\n\n## Instructions\n\n1. Add {}\n",
    "cell": "# T\n\n## Calories\n\n| Ingredient | Quantity | kcal |\n|---|---|---|\n| a | {} | 1 |\n",
    "total": "# T\n\n## Calories\n\n| Ingredient | kcal |\n|---|---|\n| a | 1 |\n\nTotal {}\n",
    "heading": "# T\n\n## {}\n",
    "serves": "# T\n\n> - **Serves:** {}\n",
    "title": "---\ntitle: '{}'\n---\n",
}


def _repeated(place: str, piece: str, size: int) -> bytes:
    return PLACES[place].format(piece * (size // len(piece.encode()))).encode()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_repeated_for_20_kB_is_read(piece: str, place: str, recipe: Recipe, capsys: Capture) -> None:
    code = main(["show", recipe(_repeated(place, piece, 20_000)), "--json"])
    out, err = capsys.readouterr()
    assert code in (0, 3)
    assert is_one_sentence(err) if code else json.loads(out)


LONG = ("*", "[", "`", "|", "<!--", "(", "1", "½", "1/", "1 cup ", "Add 1 cup. ", "1. ", "- ", "> ", "\\", "&")


@pytest.mark.parametrize("place", ["bare", "note", "ingredient", "step", "cell", "heading"])
@pytest.mark.parametrize("piece", LONG)
def test_a_piece_repeated_for_a_mebibyte_is_read(piece: str, place: str, recipe: Recipe, capsys: Capture) -> None:
    code = main(["show", recipe(_repeated(place, piece, MIB - 200))])
    out, err = capsys.readouterr()
    assert code in (0, 3)
    assert is_one_sentence(err) if code else out


@pytest.mark.parametrize(
    ("piece", "place"),
    [("half a ", "note"), ("half a ", "step"), ("half a ", "serves"), ("\u2028", "heading")],
    ids=["number-words-in-a-note", "number-words-in-a-step", "number-words-in-the-servings", "blanks-in-a-heading"],
)
def test_a_mebibyte_of_number_words_or_blanks_does_not_hang(piece: str, place: str, recipe: Recipe) -> None:
    assert main(["show", recipe(_repeated(place, piece, MIB - 200))]) in (0, 3)


def test_5000_items_scale(recipe: Recipe, capsys: Capture) -> None:
    assert main(["scale", recipe(ingredients(*["1 egg"] * 5000)), "--serves", "8"]) == 0
    assert capsys.readouterr().out.count("2  eggs") == 5000


# -- numbers


UNMEANT = {
    "zero-below": "1/0 cup",
    "nothing-of-nothing": "0/0 cup",
    "mixed-zero-below": "1 1/0 cup",
    "5000-digits": "9" * 5000 + " cups",
    "13-digits": "1" * 13 + " cups",
}


@pytest.mark.parametrize("line", UNMEANT.values(), ids=UNMEANT)
def test_a_number_no_cook_can_mean_is_kept_as_text_and_reported(line: str, recipe: Recipe, capsys: Capture) -> None:
    name = recipe(ingredients(line))
    item = document(capsys, "show", name)["ingredients"][0]["items"][0]
    assert (item["text"], item["quantities"]) == (line, [])
    assert main(["scale", name, "--times", "3"]) == 0
    out, err = capsys.readouterr()
    assert f"    {line}\n" in f"{out}\n"
    assert err.startswith("soup.md:7:3: RK201 unreadable-amount ")


TWICE = {
    "0 eggs": "0 eggs",
    "0-2 eggs": "0-4 eggs",
    "1e9 g": "1e9 g",
    "inf cups": "inf cups",
    "nan g": "nan g",
    "٣ cups": "٣ cups",
    "² cups": "² cups",
    "1½½ cups": "1½½ cups",
    "11/2 cups": "11 cups",
    "½ cup\u20281 cup": "1 cup 2 cups",
    "1 cup cre\u0300me": "2 cups cre\u0300me",
    "[bold]1 cup[/bold] x": "[bold]2 cups[/bold] x",
}


@pytest.mark.parametrize(("line", "doubled"), TWICE.items(), ids=list(TWICE))
def test_an_odd_number_scales_by_its_value_or_stays(line: str, doubled: str, recipe: Recipe, capsys: Capture) -> None:
    item = document(capsys, "scale", recipe(ingredients(line)), "--times", "2")["ingredients"][0]["items"][0]
    assert item["text"] == doubled


NONSENSE = ("1½½ cups", "½/2 cup", "2--3 cups", "1/2/3 cups", "1//2", "1..5 g", "½½", "1½1 cup", "1/½ cup", "3-2 cups", "-3 cups",
            "2-3-4 cups", "1-", "1/", "/2", ".", "1.5.2 g", "1,5,2 g", "1/1" * 5000, "1/999999999999 cup", "0.000000001 g")  # fmt: skip


@pytest.mark.parametrize("line", NONSENSE, ids=lambda line: line[:12])
def test_nonsense_scales_without_a_traceback_and_back_to_itself(line: str, recipe: Recipe, capsys: Capture) -> None:
    name = recipe(ingredients(line))
    before = document(capsys, "show", name)
    Path("third.json").write_text(json.dumps(document(capsys, "scale", name, "--times", "1/3")))
    assert document(capsys, "scale", "third.json", "--times", "3") == before


@pytest.mark.parametrize("serves", ["0", "1/0", "none", ""])
def test_a_recipe_without_servings_cannot_be_scaled_to_some(serves: str, recipe: Recipe, capsys: Capture) -> None:
    name = recipe(BODY.replace("4", serves, 1).encode())
    said = refusal(capsys, "scale", name, "--serves", "2")
    assert said.startswith("soup.md does not say how many it serves")


@pytest.mark.parametrize(
    "time",
    ["PT" + "9" * 5000 + "H", "P" + "9" * 30 + "D", "1/0 hours", "1:30", "soon", "0"],
    ids=lambda time: time[:12],
)
def test_a_time_that_cannot_be_meant_is_reported(time: str, recipe: Recipe, capsys: Capture) -> None:
    text = BODY.replace("**Serves:** 4", f"**Prep Time:** {time}")
    assert main(["show", recipe(text.encode())]) == 0
    assert "soup.md:3:" in capsys.readouterr().err


def test_a_recipe_without_ingredients_is_shown_and_reported(recipe: Recipe, capsys: Capture) -> None:
    assert main(["show", recipe(b"# Toast\n")]) == 0
    out, err = capsys.readouterr()
    assert out.strip() == "Toast"
    assert err.startswith("soup.md:1:1: RK112 no-ingredients ")


# -- the command line


WRONG_NUMBERS = (
    "0", "0.0", "-1", "", " ", "nan", "inf", "-inf", "two", "1/0", "0/5", "½/2", "1/1/1", "1½½", "2-3", "2..5", "0x10", "²", "3 g",
    "1e400", "1e99999999", "1e-99999999", "999999999999", "9" * 5000, "1/" + "9" * 5000, "\x1b[2J", "2\n3",
)  # fmt: skip


@pytest.mark.parametrize("option", ["--serves", "--times", "--yield"])
@pytest.mark.parametrize("number", WRONG_NUMBERS, ids=lambda number: repr(number[:12]))
def test_a_wrong_number_is_the_command_lines_fault(number: str, option: str, recipe: Recipe, capsys: Capture) -> None:
    said = refusal(capsys, "scale", recipe(BODY.encode()), option, number, code=2)
    assert said.startswith(f"{option} wants a number above 0")
    assert said.isprintable()


@pytest.mark.parametrize(
    ("number", "eggs"),
    [
        ("8", "2"),
        (" 8 ", "2"),
        ("½", "1/8"),
        ("1/2", "1/8"),
        ("2.5", "5/8"),
        ("2,5", "5/8"),
        ("1 1/2", "3/8"),
        ("1½", "3/8"),
        ("11/2", "11/8"),
    ],
)
def test_servings_may_be_any_number_above_nought(number: str, eggs: str, recipe: Recipe, capsys: Capture) -> None:
    found = document(capsys, "scale", recipe(BODY.encode()), "--serves", number)
    assert found["ingredients"][0]["items"][0]["quantities"][0]["exact"][0] == eggs


WRONG_LINES = {
    "unknown-option": ["show", "soup.md", "--nope"],
    "unknown-command": ["fry"],
    "no-wish": ["scale", "soup.md"],
    "two-wishes": ["scale", "soup.md", "--serves", "2", "--times", "3"],
    "option-without-value": ["scale", "soup.md", "--serves"],
    "unknown-part": ["show", "soup.md", "--only", "dessert"],
    "argument-of-schema": ["schema", "soup.md"],
}


@pytest.mark.parametrize("argv", WRONG_LINES.values(), ids=WRONG_LINES)
def test_a_wrong_command_line_ends_with_2(argv: list[str], recipe: Recipe, capsys: Capture) -> None:
    recipe(BODY.encode())
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err
    assert "Traceback" not in err


def test_a_recipe_without_a_calories_table_cannot_be_added_up(recipe: Recipe, capsys: Capture) -> None:
    assert refusal(capsys, "calories", recipe(BODY.encode())).startswith("soup.md has no calories table")


# -- no RECIPE


def test_without_a_recipe_the_one_of_the_folder_is_taken(recipe: Recipe, capsys: Capture) -> None:
    recipe(BODY.encode())
    Path("README.md").write_text("# About\n")
    assert document(capsys, "show")["path"] == "soup.md"


@pytest.mark.parametrize("names", [[], ["README.md"], ["a.md", "b.md"]], ids=["none", "only-a-readme", "two"])
def test_without_a_recipe_to_take_the_sentence_says_what_to_type(
    names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in names:
        Path(name).write_text(BODY)
    assert "say which one" in refusal(capsys, "show", code=2)


# -- documents that lie


@pytest.fixture
def whole(recipe: Recipe, capsys: Capture) -> Any:
    """Return the document of a whole recipe."""
    return document(capsys, "show", recipe(RECIPE.encode()))


def _nodes(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the places in a document, of each list its first item only."""
    items = value.items() if isinstance(value, dict) else list(enumerate(value))[:1] if isinstance(value, list) else ()
    return [path, *(place for key, item in items for place in _nodes(item, (*path, key)))]


def _lie(value: Any, path: tuple[str | int, ...], lie: Any) -> Any:
    copy = json.loads(json.dumps(value))
    target = copy
    for key in path[:-1]:
        target = target[key]
    if lie is KeyError:
        del target[path[-1]]
    else:
        target[path[-1]] = lie
    return copy


LIES: dict[str, Any] = {
    "missing": KeyError, "null": None, "true": True, "nought": 0, "minus": -1, "huge": 10**400, "infinite": float("inf"),
    "nan": float("nan"), "empty": "", "word": "soup", "1/0": "1/0", "0": "0", "-1": "-1", "60-digits": "9" * 60, "61-digits": "9" * 61,
    "surrogate": "\ud800", "escape": "\x1b[2J", "list": [], "map": {}, "nulls": [None, None], "falling": ["2", "1"], "number": [5],
}  # fmt: skip


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_document_that_lies_is_refused_or_read_but_never_a_traceback(lie: Any, whole: Any, capsys: Capture) -> None:
    for path in _nodes(whole)[1:]:
        Path("lie.json").write_text(json.dumps(_lie(whole, path, lie)))
        for argv in (
            ["show"],
            ["show", "--json"],
            ["scale", "--serves", "3"],
            ["scale", "--times", "2", "--json"],
            ["calories"],
        ):
            code = main([argv[0], "lie.json", *argv[1:]])
            out, err = capsys.readouterr()
            assert code in (0, 3), path
            assert "\x1b" not in out + err, path
            if code:
                assert is_one_sentence(err), (path, err)
            elif "--json" in argv:
                assert json.loads(out, parse_constant=pytest.fail), path


BAD_JSON = {
    "nothing": ("", 1),
    "cut-off": ('{"schema": "recipekit.recipe/1",\n "path"', 2),
    "no-object": ("[1]", None),
    "no-schema": ('{"title": "soup"}', None),
    "another-schema": ('{"schema": "recipekit.recipe/2"}', None),
    "only-the-schema": ('{"schema": "recipekit.recipe/1"}', None),
    "10000-deep": ('{"schema": ' * 10_000, None),
    "10000-brackets": ('{"schema": "recipekit.recipe/1", "x": ' + "[" * 10_000 + "]" * 10_000 + "}", None),
    "5000-digits": ('{"schema": "recipekit.recipe/1", "x": ' + "9" * 5000 + "}", None),
}


@pytest.mark.parametrize(("text", "line"), BAD_JSON.values(), ids=BAD_JSON)
def test_json_that_is_no_document_is_refused(text: str, line: int | None, recipe: Recipe, capsys: Capture) -> None:
    recipe(b"")
    Path("soup.json").write_text(text)
    said = refusal(capsys, "show", "soup.json")
    assert said.startswith(f"soup.json:{line}:" if line else "soup.json: ")


@pytest.mark.parametrize("keys", ["sorted", "as-written"])
@pytest.mark.parametrize("indent", [None, 2], ids=["one-line", "indented"])
def test_a_document_is_known_wherever_its_schema_stands(keys: str, indent: int | None, whole: Any) -> None:
    text = json.dumps(whole, sort_keys=keys == "sorted", indent=indent)
    shown = recipekit("show", "-", "--json", given=text.encode())
    assert shown.code == 0
    assert json.loads(shown.out) == whole


def test_a_document_in_a_file_of_another_name_is_known(whole: Any, capsys: Capture) -> None:
    Path("document.txt").write_text(json.dumps(whole))
    assert document(capsys, "show", "document.txt") == whole


def test_front_matter_nested_as_deep_as_json_reads_it_is_written_again(whole: Any, capsys: Capture) -> None:
    text = json.dumps({**whole, "front_matter": {"x": "DEEP"}}).replace('"DEEP"', "[" * 900 + "]" * 900)
    Path("deep.json").write_text(text)
    code = main(["show", "deep.json", "--json"])
    out, err = capsys.readouterr()
    assert code in (0, 3)
    assert is_one_sentence(err) if code else json.loads(out)


def test_quantities_that_overlap_are_refused_when_they_scale(whole: Any, capsys: Capture) -> None:
    item = whole["ingredients"][0]["items"][0]
    item["quantities"] = [{**item["quantities"][0], "span": span} for span in ([0, 6], [0, 3], [1, 4])]
    Path("overlap.json").write_text(json.dumps(whole))
    refusal(capsys, "scale", "overlap.json", "--times", "2")


IMPOSSIBLE = {
    "a-time-that-scales": ("instructions", 0, "steps", 0, "quantities", 1, {"scales": True}),
    "a-range-that-falls": ("ingredients", 0, "items", 0, "quantities", 0, {"exact": ["3", "1"]}),
    "less-than-nothing": ("ingredients", 0, "items", 0, "quantities", 0, {"exact": ["-3", "-3"]}),
}


@pytest.mark.parametrize("lie", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_quantity_that_cannot_be_is_refused(lie: tuple[Any, ...], whole: Any, capsys: Capture) -> None:
    *path, change = lie
    quantity = whole
    for key in path:
        quantity = quantity[key]
    quantity.update(change)
    Path("lie.json").write_text(json.dumps(whole))
    refusal(capsys, "scale", "lie.json", "--times", "2")


def test_an_array_of_documents_is_no_recipe_in_markdown(whole: Any) -> None:
    said = recipekit("show", "-", given=json.dumps([whole, whole], indent=2).encode())
    assert (said.code, said.out) == (3, b"")
    assert is_one_sentence(said.err)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may list everything")
def test_a_folder_that_may_not_be_listed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.chmod(0)
    refusal(capsys, "show")


@pytest.mark.parametrize("factor", ["1e-50", "1e-70", "1/999983"])
def test_what_scale_writes_show_can_read(factor: str, whole: Any, capsys: Capture) -> None:
    Path("whole.json").write_text(json.dumps(whole))
    for _ in range(8):
        if main(["scale", "whole.json", "--times", factor, "--json"]):
            assert is_one_sentence(capsys.readouterr().err)
            break
        Path("whole.json").write_text(capsys.readouterr().out)
        assert document(capsys, "show", "whole.json")
