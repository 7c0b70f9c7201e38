"""Measures one shopping list for many recipes against reading them.

    python benchmarks/shopping.py [--count 50] [--seed 1] [--runs 15]

The recipes are made by kitchen.py, and every other one is wanted for 3. Every run is a new process, in which nothing is
remembered and the tables of foods have still to be built. It measures and fails nothing.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import kitchen

BOUND = 1.5
"""How many times as long as reading the merging may take."""
_RUN = """
import sys
from pathlib import Path
from time import perf_counter
from recipekit.source import Source
from recipekit.parse.recipe import parse_recipe
from fractions import Fraction
from recipekit.ops.overview import is_recipe
from recipekit.ops.shopping import shopping_list
from recipekit.ops.shopping.portions import portion, to_buy
texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.md"))]
texts = [text for text in texts if is_recipe(parse_recipe(Source(text)))]
for _ in range(2):
    start = perf_counter()
    recipes = [parse_recipe(Source(text)) for text in texts]
    read = perf_counter()
    bought = [to_buy(recipe) for recipe in recipes]
    scaled = [portion(recipe, Fraction(3)) if at % 2 and recipe.serves else recipe for at, recipe in enumerate(bought)]
    found = shopping_list(scaled)
    done = perf_counter()
    items = sum(len(part.items) for part in found.parts)
    print(read - start, done - read, items)
"""


def main(argv: Sequence[str] | None = None) -> None:
    """Make the recipes, measure, and print what came out."""
    parser = argparse.ArgumentParser(description="Measure a shopping list for many recipes.")
    parser.add_argument("--count", type=int, default=50, metavar="N", help="recipes to make [50]")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which recipes [1]")
    parser.add_argument("--runs", type=int, default=15, metavar="N", help="runs of each [15]")
    wanted = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        kitchen.write_library(Path(folder), wanted.count, wanted.seed)
        runs = [measured(folder) for _ in range(wanted.runs)]
    print(f"{wanted.count} recipes, {runs[0][0][2]:.0f} foods on the list, {wanted.runs} runs, Python "
          f"{sys.version.split()[0]}; milliseconds, median")  # fmt: skip
    print(f"{'':24}{'reading':>9}{'merging':>9}{'ratio':>8}{'both':>8}   bound {BOUND}")
    for at, name in enumerate(("first list of a process", "second list")):
        reading, merging = (median(run[at][part] for run in runs) * 1000 for part in (0, 1))
        ratio = median(run[at][1] / run[at][0] for run in runs)
        print(f"{name:24}{reading:9.0f}{merging:9.0f}{ratio:8.2f}{1 + ratio:8.2f}")


def measured(folder: str) -> list[tuple[float, float, float]]:
    """Return the seconds that reading took and that merging took, and the foods, for the first list and a second."""
    done = subprocess.run([sys.executable, "-c", _RUN, folder], capture_output=True, text=True, check=True)
    return [tuple(map(float, line.split())) for line in done.stdout.splitlines()]  # type: ignore[misc]


if __name__ == "__main__":
    main()
