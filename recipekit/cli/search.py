"""``recipekit search``: the recipes in which something stands, or that can be cooked with what is there."""

from __future__ import annotations

from typing import Annotated

import typer

from recipekit.cli.library import JsonLines, Null, Paths

EXAMPLE = "recipekit search --library examples 'lentil* time<=1h -ingredient:cream'"
LIBRARY = ("library", "no_index")
CONTEXT = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
"""-tag:soup is no option: what an option begins with, short of --most, is asked for."""

Expression = Annotated[
    list[str] | None, typer.Argument(metavar="[EXPR]...", help="What to look for.", show_default=False)
]
With = Annotated[
    str | None,
    typer.Option(
        "--with", metavar="FOODS", show_default=False,
        help='Rank by what is missing when these foods are in the house: "chicken, rice, lime".',
    ),
]  # fmt: skip
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

    words = " ".join(expression) if expression else None
    search_recipes(Sought(words, with_, most, json, paths or null, null, verbose))
