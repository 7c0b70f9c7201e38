"""Each room imports only from rooms above its own, and only its home knows a library."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "recipekit"
ROOMS = (
    "errors", "saving", "source", "files", "cores", "toml_files", "settings_files", "config", "diagnostics", "model", "amounts", "words", "grammar", "menu", "units",
    "foods", "parse", "ops", "edits", "check", "library", "render", "api", "cli", "__main__",
)  # fmt: skip
HOMES = {
    "platformdirs": "library", "sqlite3": "library", "typer": "cli", "mistune": "parse", "frontmatter": "parse", "yaml": "parse", "pint": "units", "rich": "render",
}  # fmt: skip
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    """Return the room of a module: its folder below the package, or its own name."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imported(path: Path) -> Iterator[str]:
    """Yield the dotted names that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are absolute"
            yield node.module or ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_from_above(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    for name in imported(path):
        package, _, rest = name.partition(".")
        if package == "recipekit" and rest:
            assert ROOMS.index(rest.split(".")[0]) <= ROOMS.index(room), f"{room} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_stays_in_its_home(path: Path) -> None:
    for name in imported(path):
        home = HOMES.get(name.split(".")[0])
        shared = name.startswith("rich") and room_of(path) == "cli"
        measured = name == "rich.cells" and room_of(path) == "edits"  # how wide a cell of a table is shown
        if home is not None and not shared and not measured:
            assert room_of(path) == home


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_and_functions_stay_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 300
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
            assert length <= 40, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_everything_public_says_what_it_is(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef) or (isinstance(node, ast.FunctionDef) and node.name[0] != "_"):
            assert ast.get_docstring(node), f"{path}:{node.lineno}: {node.name} has no docstring"


def test_every_room_stands_in_the_list() -> None:
    rooms = {room_of(path) for path in MODULES} - {"__init__"}
    assert rooms == set(ROOMS)
