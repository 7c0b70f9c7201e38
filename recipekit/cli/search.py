"""``recipekit search``: the recipes in which something stands, or that can be cooked with what is there."""

from __future__ import annotations

from typing import Annotated

import typer

from recipekit.cli.library import JsonLines, Paths
from recipekit.errors import UsageError

EXAMPLE = "recipekit search --library examples 'lentil* time<=1h -ingredient:cream'"
LIBRARY = ("library", "no_index")
CONTEXT = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
"""-tag:soup is no option but refused: no letter behind one dash is one, nor -0, which may stand in "-time<30"."""

_NULL = "-0"

Expression = Annotated[
    list[str] | None, typer.Argument(metavar="[EXPR]...", help="What to look for.", show_default=False)
]
With = Annotated[
    list[str] | None,
    typer.Option(
        "--with", metavar="FOODS", show_default=False,
        help='Rank by what is missing when these foods are in the house: "chicken, rice, lime".',
    ),
]  # fmt: skip
Null = Annotated[bool, typer.Option("--null", help="End each path with a NUL, for xargs -0; also -0.")]
Most = Annotated[int | None, typer.Option("--most", metavar="N", min=1, help="Show the first N alone.")]
Verbose = Annotated[bool, typer.Option("--verbose", help="Say which files are passed by, and why.")]


def search(
    expression: Expression = None, with_: With = None, most: Most = None, json: JsonLines = False, paths: Paths = False,
    null: Null = False, verbose: Verbose = False,
) -> None:  # fmt: skip
    """Find recipes in the library by words, figures and foods.

    The best stands first, each with the line that fits.

    Words search everything: the title counts most, then tags, ingredients, steps, and what else there is. A word stands
    for its singular and plural, capitals and accents aside; chick* is any word that begins so, "soy sauce" two words
    one after the other, /le?mon/ a regular expression.

    \b
    tag:soup  ingredient:"soy sauce"  title: step: note: source: id: path:
    kcal<700  time<=45m  prep: cook: serves>=4  kcal:400..600
    -ingredient:mushroom  not tag:vegan  tag:soup or tag:stew  (rice or noodles) lime

    All of it has to be so, where no "or" stands between. A recipe that does not say a figure fits no comparison.
    """
    from recipekit.cli.searching import Sought, search_recipes  # noqa: PLC0415 - not for help

    words = expression or []
    null = null or _NULL in words
    unknown = [word for word in words if word.startswith("--") or word in ("-h", "-v")]
    if unknown:
        raise UsageError(f"search has no option {unknown[0][:40]}; recipekit search --help lists them")
    asked = " ".join(word for word in words if word != _NULL)
    search_recipes(Sought(asked if words else None, with_ or [], most, json, paths or null, null, verbose))
