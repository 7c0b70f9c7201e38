"""Recipe text is untrusted: it prints as it is written, never as codes, markup or a link that a terminal obeys."""

import json
import re
from pathlib import Path

import pytest
from program import terminal

from recipekit.cli.app import main

Capture = pytest.CaptureFixture[str]

STYLE = re.compile(r"\x1b\[[0-9;]*m")
LINK = re.compile(r"\x1b\]8;[^;]*;([^\x1b\x07]*)(?:\x1b\\|\x07)")
CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Whatever moves, hides or reorders; line ends and a terminal's carriage returns are ours."""

CODES = {
    "clear": "\x1b[2J",
    "title": "\x1b]0;pwned\x07",
    "hyperlink": "\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\",
    "csi-in-one-byte": "\x9b2J",
    "osc-in-one-byte": "\x9d0;pwned\x9c",
    "backspace": "safe\x08\x08\x08\x08",
    "delete": "\x7f",
    "bell": "\x07",
    "form-feed": "\x0c",
    "vertical-tab": "\x0b",
    "shift-out": "\x0e",
    "right-to-left": "\u202egpj.exe\u202c",
    "isolate": "\u2067abc\u2069",
    "marks": "a\u200e\u200f\u061cb",
    "line-separator": "a\u2028b\u2029c",
    "next-line": "a\x85b",
    "interlinear": "\ufff9a\ufffbb",
}
PLACES = {
    "title": "# Soup {}\n\n## Ingredients\n\n- 1 egg\n",
    "overview": "# Soup\n\nGood {} soup\n\n## Ingredients\n\n- 1 egg\n",
    "serves": "# Soup\n\n> - **Serves:** 4 {} people\n\n## Ingredients\n\n- 1 egg\n",
    "time": "# Soup\n\n> - **Prep Time:** 5 {} minutes\n\n## Ingredients\n\n- 1 egg\n",
    "group": "# Soup\n\n## Ingredients\n\n### For {} it\n\n- 1 egg\n",
    "amount": "# Soup\n\n## Ingredients\n\n- 1 {} cup milk\n",
    "name": "# Soup\n\n## Ingredients\n\n- 1 cup {} milk\n",
    "note": "# Soup\n\n## Ingredients\n\n- 1 cup milk ({} warm)\n",
    "step": "# Soup\n\n## Instructions\n\n1. Add {} 1 cup milk\n",
    "step-title": "# Soup\n\n## Instructions\n\n### Step 1: Add {} it\n\n1. Add 1 cup milk\n",
    "notes": "# Soup\n\n## Notes\n\n- Keeps {} 2 days\n",
    "section": "# Soup\n\n## Storage {} now\n\nCold {} only\n",
    "link": "# Soup\n\n- [a]\n\n[a]: <http://x/{}>\n",
    "label": "# Soup\n\n- [a{}b]\n\n[a{}b]: http://x/\n",
    "cell": "# Soup\n\n## Calories\n\n| Ingredient | Quantity | kcal | Source |\n|---|---|---|---|\n| a {} b | 1 {} cup | 5 {} | s {} t |\n",
    "row": "# Soup\n\n## Calories\n\n| Ingredient | kcal |\n|---|---|\n| a | soon {} |\n\nTotal: 5 {} kcal\n",
}  # fmt: skip


def _controls(text: str) -> list[str]:
    return CONTROL.findall(STYLE.sub("", text))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("code", CODES)
def test_a_control_code_is_shown_and_not_sent(code: str, place: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "soup.md"
    path.write_text(PLACES[place].replace("{}", CODES[code]), newline="")
    for argv in (["show"], ["show", "--json"], ["scale", "--times", "2"], ["calories"]):
        assert main([argv[0], str(path), *argv[1:]]) in (0, 3)
        out, err = capsys.readouterr()
        assert _controls(out if "--json" not in argv else out.replace("\\u", "")) == []
        assert _controls(err) == []


ENTITIES = ("&#27;[2J", "&#x1b;]0;x&#7;", "&#155;2J", "&#x202e;abc", "&#0;", "&#x110000;", "&#xD800;", "&#8232;")


@pytest.mark.parametrize("entity", ENTITIES)
def test_a_control_code_spelled_as_an_entity_is_not_sent(entity: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "soup.md"
    path.write_text(f"# Soup {entity}\n\n## Ingredients\n\n- 1 cup {entity} milk\n")
    for options in ([], ["--json"]):
        assert main(["show", str(path), *options]) == 0
        out, err = capsys.readouterr()
        assert _controls(out) + _controls(err) == []


@pytest.mark.parametrize("text", ["\x1b[2J", "\ud800", "\x9b2J", "\u202eabc", "a\nb\x07"])
def test_a_control_code_from_json_is_not_sent(text: str, tmp_path: Path, capsys: Capture) -> None:
    source = tmp_path / "soup.md"
    source.write_text("# Soup\n\n## Ingredients\n\n- 1 cup milk\n\n## Notes\n\n- Good\n")
    assert main(["show", str(source), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    document["title"] = document["path"] = document["notes"][0]["text"] = document["ingredients"][0]["items"][0][
        "name"
    ] = text
    path = tmp_path / "soup.json"
    path.write_text(json.dumps(document))
    for argv in (["show"], ["show", "--json"], ["scale", "--serves", "2"], ["calories"]):
        assert main([argv[0], str(path), *argv[1:]]) in (0, 3)
        out, err = capsys.readouterr()
        assert _controls(out) + _controls(err) == []


@pytest.mark.parametrize("name", ["esc\x1b[2J.md", "csi\x9b2J.md", "bidi\u202egpj.md", "bell\x07.md"])
def test_a_file_name_is_shown_and_not_sent(name: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / name
    path.write_text("Soup\n")
    for argv in (["show"], ["show", "--json"], ["scale", "--serves", "2"], ["calories"]):
        assert main([argv[0], str(path), *argv[1:]]) in (0, 3)
        out, err = capsys.readouterr()
        assert _controls(out) + _controls(err) == []


MARKUP = ("[bold]", "[/bold]", "[/notes]", "[bold]x[/bold]", "[link=http://evil.example]x[/link]", "[optional]", "[red on blue]",
          "[/]", "[@click=app.quit]x[/]", ":smile:", "[not closed", "[[double]]", "\\[escaped]")  # fmt: skip


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_of_rich_prints_as_it_is_written(markup: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "soup.md"
    path.write_text(
        f"# Soup `{markup}` for two\n\n## Ingredients\n\n### For `{markup}` it\n\n- 1 cup milk `{markup}`\n\n"
        f"## Instructions\n\n1. Stir `{markup}`\n\n## Notes\n\n- Good `{markup}`\n\n## Storage\n\nCold {markup}\n\n"
        f"## Calories\n\n| Ingredient | kcal | Source |\n|---|---|---|\n| a `{markup}` | 5 | s `{markup}` |\n"
    )
    assert main(["show", str(path)]) == 0
    assert capsys.readouterr().out.count(markup) == 8
    assert main(["calories", str(path)]) == 0
    assert capsys.readouterr().out.count(markup) == 2


SAFE_URLS = ("http://a.example/x", "https://a.example/x?y=1#z", "HTTPS://a.example", "mailto:a@b.example")
UNSAFE_URLS = (
    "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ssh://a", "vscode://a", "/img/x.jpg", "a.example",
    "//a.example", "http:a", "x-http://a", "http://a\x07b", "http://a\x1bb", "http://a\u202eb",
)  # fmt: skip


def _linked(folder: Path, url: str) -> set[str]:
    """Return the addresses that are clickable when a recipe that names *url* is shown on a terminal."""
    text = (
        "# Soup\n\nSee [here].\n\n## Calories\n\n| Ingredient | kcal | Source |\n|---|---|---|\n"
        f"| a | 5 | [s](<{url}>) |\n\n## Ingredients\n\n- 1 egg\n\n[here]: <{url}>\n"
    )
    (folder / "soup.md").write_text(text)
    shown = terminal("show", "soup.md", folder=folder)
    assert _controls(LINK.sub("", shown)) == []
    return {address for address in LINK.findall(shown) if address}


@pytest.mark.parametrize("url", SAFE_URLS)
def test_http_and_mail_are_clickable(url: str, tmp_path: Path) -> None:
    assert _linked(tmp_path, url) == {url}


@pytest.mark.parametrize("url", UNSAFE_URLS, ids=repr)
def test_other_addresses_are_not_clickable(url: str, tmp_path: Path) -> None:
    assert _linked(tmp_path, url) == set()


@pytest.mark.parametrize("term", ["dumb", "linux"])
def test_a_terminal_without_links_gets_none(term: str, tmp_path: Path) -> None:
    (tmp_path / "soup.md").write_text("# Soup\n\n[a]\n\n[a]: http://a.example\n")
    assert LINK.findall(terminal("show", "soup.md", folder=tmp_path, TERM=term)) == []


def test_no_color_leaves_no_colour(tmp_path: Path) -> None:
    (tmp_path / "soup.md").write_text("# Soup\n\n> - **Serves:** 4\n\n## Ingredients\n\n- 1 egg\n")
    shown = terminal("show", "soup.md", folder=tmp_path, NO_COLOR="1")
    colours = [number for style in STYLE.findall(shown) for number in style[2:-1].split(";") if number]
    assert not [number for number in colours if 30 <= int(number) <= 49 or 90 <= int(number) <= 107]


@pytest.mark.parametrize("columns", ["1", "2", "12", "40", "500", "0", "-1", "soup", ""])
def test_no_width_loses_a_word(columns: str, tmp_path: Path) -> None:
    (tmp_path / "soup.md").write_text(
        "# Soup\n\n## Ingredients\n\n- 1 cup milk (warm)\n\n## Instructions\n\n1. Stir it well\n"
    )
    shown = re.sub(r"\s", "", STYLE.sub("", terminal("show", "soup.md", folder=tmp_path, COLUMNS=columns)))
    assert all(word in shown for word in ("Soup", "1cup", "milk", "(warm)", "Stir", "well"))


def test_a_pipe_gets_no_codes_and_whole_lines(tmp_path: Path, capsys: Capture) -> None:
    words = "word " * 400
    path = tmp_path / "soup.md"
    path.write_text(f"# Soup\n\n## Ingredients\n\n- 1 cup {words}\n\n## Instructions\n\n1. Stir {words}\n")
    assert main(["show", str(path)]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert [line.count("word") for line in out.split("\n") if "word" in line] == [400, 400]
