"""The library on the command line: which folder it is, and how it is opened."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from recipekit.errors import UnreadableRecipeError, UsageError
from recipekit.files import is_folder

if TYPE_CHECKING:
    from recipekit.library.entry import Entry
    from recipekit.library.library import Library
    from recipekit.library.query import Query

VARIABLE = "RECIPEKIT_LIBRARY"
Folder = Annotated[
    str | None,
    typer.Option(
        "--library", metavar="DIR", show_default=False,
        help=f"The folder of the recipes; else {VARIABLE}, the configuration, or this folder.",
    ),
]  # fmt: skip
NoIndex = Annotated[bool, typer.Option("--no-index", help="Read every file, and neither use nor write the index.")]
Where = Annotated[
    str | None,
    typer.Option(
        "--where", metavar="EXPR", show_default=False,
        help='Only recipes for which this is so, as for search: "tag:soup kcal<500".',
    ),
]  # fmt: skip
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say which files are passed by, and why.")]
JsonLines = Annotated[bool, typer.Option("--json", help="Print a JSON document a line.")]
Paths = Annotated[bool, typer.Option("--paths", help="Print the paths alone.")]
Null = Annotated[bool, typer.Option("-0", "--null", help="End each path with a NUL, for xargs -0.")]
OPTIONS: dict[str, tuple[object, object]] = {"library": (Folder, None), "no_index": (NoIndex, False)}


class Choice(NamedTuple):
    """What the command line says of the library: its folder, None where it says nothing, and whether to index it."""

    folder: str | None = None
    indexed: bool = True


_chosen = [Choice()]


def with_library(command: Callable[..., None], options: Sequence[str]) -> Callable[..., None]:
    """Return *command* with the *options* of the library, which hold as long as it runs."""

    @wraps(command)
    def run(**values: Any) -> None:
        """Remember what the options say, and run the command."""
        given = {name: values.pop(name) for name in options}
        _chosen.append(Choice(given.get("library") or None, not given.get("no_index", False)))
        try:
            command(**values)
        finally:
            _chosen.pop()

    more = [
        Parameter(name, Parameter.KEYWORD_ONLY, annotation=OPTIONS[name][0], default=OPTIONS[name][1])
        for name in options
    ]
    own = signature(command, eval_str=True)
    run.__signature__ = own.replace(parameters=[*own.parameters.values(), *more])  # type: ignore[attr-defined]
    return run


@contextmanager
def library_of(path: str) -> Iterator[None]:
    """Let the library meanwhile be the one that the file *path* is in, unless the command line or `VARIABLE` names one.

    Without a configuration it is this folder, if the file is in it, else the folder of the file.

    Raises:
        ConfigurationError: the configuration that may name it cannot be read.
    """
    choice = _chosen[-1]
    if choice.folder is None and not os.environ.get(VARIABLE):
        from recipekit.config import library_folder as configured  # noqa: PLC0415 - not where it is said

        home, here = Path(path).absolute().parent, Path.cwd()
        folder = os.path.relpath(configured(home) or (here if home.is_relative_to(here) else home))
        choice = choice._replace(folder=folder)
    _chosen.append(choice)
    try:
        yield
    finally:
        _chosen.pop()


def chosen_folder() -> str | None:
    """Return the folder that the command line names as the library; None where it names none."""
    return _chosen[-1].folder


def library_folder() -> str:
    """Return the folder of the library, as seen from here where it is one above.

    Raises:
        UnreadableRecipeError: there is no such folder.
        ConfigurationError: the configuration that may name it cannot be read.
    """
    folder = os.path.expanduser(chosen_folder() or os.environ.get(VARIABLE) or "")  # noqa: PTH111 - never fails
    try:
        here = os.path.abspath(".")  # noqa: PTH100 - as for every path of the library
    except OSError as error:
        raise UnreadableRecipeError(".", "the current folder is there no more", "go to another one") from error
    if not folder:
        from recipekit.config import library_folder as configured  # noqa: PLC0415 - not where it is said

        folder = os.path.relpath(configured() or here, here)
    if not is_folder(folder):
        hint = f"name another with --library, {VARIABLE} or in the configuration"
        raise UnreadableRecipeError(folder, "the library is no folder", hint)
    return os.path.normpath(folder)


def opened(folder: str | None = None, *, verbose: bool = False) -> Library:
    """Return the library, or that of *folder*; with *verbose* it says what it passes by, folders and files.

    Raises:
        UnreadableRecipeError: it may not be listed.
    """
    from recipekit.cli.output import write_error  # noqa: PLC0415 - not for help
    from recipekit.cli.paths import watched  # noqa: PLC0415
    from recipekit.library.finding import Skipped  # noqa: PLC0415
    from recipekit.library.library import Library  # noqa: PLC0415

    def note(skipped: Skipped) -> None:
        """Say that a folder cannot be read; of others, where that is asked for."""
        if verbose or skipped.unread:
            write_error(f"{skipped.path.removeprefix('./')}: passed by: {skipped.why}")

    return Library(
        library_folder() if folder is None else os.path.normpath(folder), indexed=_chosen[-1].indexed, note=note,
        watch=lambda tasks: watched(tasks, "Reading recipes"),
    )  # fmt: skip


def report_passed(library: Library, *, verbose: bool) -> int:
    """Say which files of *library* cannot be read, with *verbose* also which are no recipes; return an exit code."""
    from recipekit.cli.output import write_error  # noqa: PLC0415 - not for help
    from recipekit.errors import ExitCode  # noqa: PLC0415

    failed = ExitCode.DONE
    for path, why, unread in library.passed():
        if unread:
            write_error(f"recipekit: {shown_path(library, path)}{why.removeprefix(path)}")
            failed = ExitCode.IMPOSSIBLE
        elif verbose:
            write_error(f"{shown_path(library, path)}: passed by: {why}")
    return failed


def shown_folder(library: Library) -> str:
    """Return the folder of *library* in words."""
    return "this folder" if library.folder == "." else library.folder


def shown_path(library: Library, path: str) -> str:
    """Return the *path* of a recipe in *library* as seen from here."""
    folder = library.folder
    return path if folder == "." else f"{folder}{path}" if folder.endswith(os.sep) else f"{folder}{os.sep}{path}"


def seen_from_here(library: Library, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield *entries* with their paths as seen from here."""
    return (entry._replace(path=shown_path(library, entry.path)) for entry in entries)


def query_of(where: str | None) -> Query | None:
    """Return what ``--where`` asks for; None where it asks for nothing.

    Raises:
        ExpressionError: it cannot be read.
    """
    if where is None:
        return None
    from recipekit.library.expression import parse_query  # noqa: PLC0415 - most commands ask for nothing

    return parse_query(where)


def files_where(names: Sequence[str], where: str) -> list[str]:
    """Return the files of *names*, folders and recipes, for which *where* is so; of the library without any.

    Raises:
        UsageError: *where* cannot be read, or standard input is named.
        UnreadableRecipeError: a folder may not be listed.
        Exit: for none of them it is so, which is said.
    """
    from recipekit.cli.output import write_error  # noqa: PLC0415 - few commands ask

    found = matching(names, where)
    if not found:
        write_error("there is no such recipe")
        raise typer.Exit
    return found


def matching(names: Sequence[str], where: str) -> list[str]:
    """Return what `files_where` does, nothing where there is no such recipe.

    Raises:
        UsageError: *where* cannot be read, or standard input is named.
        UnreadableRecipeError: a folder may not be listed.
    """
    from recipekit.cli.paths import files_of  # noqa: PLC0415 - few commands ask

    query = query_of(where)
    if "-" in names:
        raise UsageError("--where chooses among files: name files or folders, not standard input")
    found: list[str] = []
    for name in names or (library_folder(),):
        if is_folder(name):
            library = opened(name)
            found += sorted(shown_path(library, entry.path) for entry in library.entries(query))
            library.close()
        else:
            found += (path for path in files_of([name]) if _is_meant(path, query))
    return list(dict.fromkeys(found))


def _is_meant(path: str, query: Query | None) -> bool:
    from recipekit.files import MAX_RECIPE, read_bytes  # noqa: PLC0415 - few files are asked about by name
    from recipekit.library.answering import Told, matches  # noqa: PLC0415
    from recipekit.library.reading import read_card  # noqa: PLC0415

    card = read_card(read_bytes(path, MAX_RECIPE), path)
    if card.entry is None or card.texts is None:
        return card.unread  # what is wrong with it is said when it is read again
    texts = card.texts
    return query is None or matches(query, Told(card.entry, texts.words(), lambda: texts))
