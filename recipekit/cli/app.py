"""The app: finds the command, loads its module, and turns what goes wrong into a sentence and an exit code."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from recipekit import __version__
from recipekit.cli.library import with_library
from recipekit.cli.output import write_error, write_out
from recipekit.cli.streams import guarded_streams
from recipekit.errors import ExitCode, RecipeKitError

COMMANDS = (
    "show", "scale", "calories", "check", "shop", "plan", "list", "search", "tags", "ingredients", "convert", "index",
    "config", "rules", "rule", "schema",
)  # fmt: skip


def _version(wanted: bool) -> None:
    if wanted:
        write_out(f"recipekit {__version__}\n")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read, show, scale and add up the calories of recipes kept as plain Markdown."""


def build_app(names: Sequence[str] = COMMANDS) -> typer.Typer:
    """Return the app with the commands *names*; each command's module is imported here, and only those."""
    app = typer.Typer(
        name="recipekit", rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )  # fmt: skip
    app.callback(epilog=_example("recipekit show examples/lentil-soup.md --serves 2"))(_root)
    for name in names:
        module = import_module(f"recipekit.cli.{name}")
        text = module.help_text() if hasattr(module, "help_text") else None  # else the docstring
        command = getattr(module, name)
        if hasattr(module, "LIBRARY"):
            command = with_library(command, module.LIBRARY)
        app.command(
            name, help=text, epilog=_example(module.EXAMPLE), context_settings=getattr(module, "CONTEXT", None)
        )(command)
    return app


def _example(command: str) -> str:
    """Return a worked example as the end of a help text; \\b is click's mark for lines to keep."""
    return f"\b\nExample:\n  {command}"


def _names(argv: Sequence[str]) -> Sequence[str]:
    """Return the one command that *argv* calls, or all where help or completion wants them."""
    if "_RECIPEKIT_COMPLETE" in os.environ:
        argv = (os.environ.get("_TYPER_COMPLETE_ARGS") or os.environ.get("COMP_WORDS", "")).split()[1:]
        if len(argv) < 2:
            return COMMANDS  # the name of the command itself is being typed
    if argv and argv[0] in COMMANDS:
        return (argv[0],)
    return () if list(argv) == ["--version"] else COMMANDS


def main(argv: Sequence[str]) -> int:
    """Run recipekit with the arguments *argv* and return its exit code."""
    with guarded_streams():
        try:
            return _run(argv)
        except RecipeKitError as error:  # where even the help cannot be written
            write_error(f"recipekit: {error}")
            return error.exit_code


def _run(argv: Sequence[str]) -> int:
    try:
        build_app(_names(argv))(list(argv), prog_name="recipekit")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else ExitCode.DONE
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    return ExitCode.DONE
