"""Measures what a cook waits for: starting, showing one recipe, reading one recipe.

    python benchmarks/run.py [--runs N]

Every figure stands beside a reference that is measured in turn with it, because the clock of a machine drifts: the
ratio means more than the milliseconds. It measures and judges nothing: it ends with 0, whatever the figures.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

import mistune

import recipekit
from recipekit.check.running import FIGURES, compared, findings_in, report_on
from recipekit.edits.notes import notes_on
from recipekit.edits.returning import with_way_back
from recipekit.edits.revising import revise
from recipekit.model import Kind, Quantity
from recipekit.ops.scaling import scale
from recipekit.ops.style import manner_of
from recipekit.parse.found import Found
from recipekit.parse.prose import reading as prose
from recipekit.parse.prose.sentences import NOTHING_LISTED, Listed
from recipekit.parse.recipe import parse_recipe
from recipekit.source import Source

EXAMPLES = Path(__file__).parents[1] / "examples"
AT_HAND = [
    *sorted(EXAMPLES.glob("*.md")),
    *sorted((Path(__file__).parents[1] / "tests" / "reading" / "cases").glob("*.md")),
    *sorted((Path(__file__).parents[2] / "shared" / "recipes").rglob("*.md")),
]
"""Every recipe at hand: the examples, the cases of the reader, and the shared ones where they are present."""
LEAST = 15
"""Fewer runs than this tell little."""
REPEATS = 5
"""How often each example is read in one run, so that a run is long beside the resolution of the clock."""

IMPORTS = "import typer, rich.console, rich.table, frontmatter, mistune"

Task = Callable[[], object]


class Comparison(NamedTuple):
    """What is measured, the reference beside it, how often one call does the work, and the bound of the ratio."""

    name: str
    ours: Task
    reference: Task
    times: int
    bound: float


class Timing(NamedTuple):
    """Seconds for one piece of work, ours and the reference's, measured one right after the other."""

    ours: float
    reference: float


def main(argv: Sequence[str] | None = None) -> None:
    """Measure everything in turn and print the table."""
    parser = argparse.ArgumentParser(description="Measure starting, showing and reading against a reference each.")
    parser.add_argument("--runs", type=int, default=21, metavar="N", help=f"interleaved runs, at least {LEAST} [21]")
    runs = max(parser.parse_args(argv).runs, LEAST)
    comparisons = [*starts(script()), reading(), classifying(), checking(), linting(), writing()]
    print(table(comparisons, measured(comparisons, runs), runs))


def script() -> str:
    """Return the path of the recipekit script that belongs to this Python."""
    found = shutil.which("recipekit", path=str(Path(sys.executable).parent))
    if found is None:
        sys.exit(f"there is no recipekit beside {sys.executable}: pip install it there first")
    return found


def starts(program: str) -> list[Comparison]:
    """Return the comparisons of whole processes: each starts cold, its bytecode written by an earlier run."""
    recipe = str(EXAMPLES / "lentil-soup.md")
    return [
        Comparison("recipekit show FILE", process(program, "show", recipe), python(IMPORTS), 1, 1.35),
        Comparison(
            "recipekit convert",
            process(program, "convert", "1 1/2 cups flour", "g"),
            python("import typer, pint"),
            1,
            1.25,
        ),
        Comparison("recipekit --version", process(program, "--version"), python("import typer"), 1, 1.25),
    ]


def python(code: str) -> Task:
    """Return the running of *code* in a Python of its own."""
    return process(sys.executable, "-c", code)


def process(*command: str) -> Task:
    """Return the running of *command*, its output read through a pipe."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run() -> object:
        return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True)

    return run


def reading() -> Comparison:
    """Return the comparison of reading in this process: recipekit's whole recipe, mistune's tokens alone."""
    texts = [path.read_bytes().decode() for path in sorted(EXAMPLES.glob("*.md"))]
    tokens = mistune.create_markdown(renderer="ast", plugins=["table"])

    def ours() -> None:
        for text in texts:
            recipekit.read_recipe(text)

    def reference() -> None:
        for text in texts:
            tokens(text)

    return Comparison("reading one recipe, warm", repeated(ours), repeated(reference), REPEATS * len(texts), 1.6)


def classifying() -> Comparison:
    """Return the comparison of reading with and without telling what each number of a sentence is."""
    texts = [path.read_bytes().decode() for path in sorted(EXAMPLES.glob("*.md"))]
    known = prose.classified

    def unclassified(text: str, numbers: list[Found], listed: Listed = NOTHING_LISTED) -> list[Quantity]:  # noqa: ARG001
        return [number.quantity(text, Kind.OTHER, "", scales=False) for number in numbers]

    def ours() -> None:
        for text in texts:
            recipekit.read_recipe(text)

    def reference() -> None:
        prose.classified = unclassified
        try:
            ours()
        finally:
            prose.classified = known

    return Comparison("with numbers told apart", repeated(ours), repeated(reference), REPEATS * len(texts), 1.3)


def writing() -> Comparison:
    """Return the comparison of what `scale -i` works out for a file, its way back included, with reading that file."""
    texts = [path.read_bytes().decode() for path in sorted(EXAMPLES.glob("*.md"))]
    recipes = [parse_recipe(Source(text)) for text in texts]

    def ours() -> None:
        for recipe in recipes:
            way = with_way_back(recipe, scale(recipe, 2), manner_of(recipe))
            notes_on(recipe, way, revise(way.scaled))

    def reference() -> None:
        for text in texts:
            recipekit.read_recipe(text)

    return Comparison("writing one scaled", repeated(ours), repeated(reference), REPEATS * len(texts), 25)


def checking() -> Comparison:
    """Return the comparison of reading a recipe and running the rules with reading it alone."""
    sources = [Source(path.read_bytes().decode()) for path in sorted(EXAMPLES.glob("*.md"))]

    def ours() -> None:
        for source in sources:
            findings_in(Source(source.raw), FIGURES)

    def reference() -> None:
        for source in sources:
            recipekit.read_recipe(source.raw)

    return Comparison("with calories checked", repeated(ours), repeated(reference), REPEATS * len(sources), 1.15)


def linting() -> Comparison:
    """Return the comparison of reading every recipe at hand and running every rule with reading them alone."""
    sources = [Source(path.read_bytes().decode("utf-8", "replace"), str(path)) for path in AT_HAND]

    def ours() -> None:
        compared([report_on(Source(source.raw, source.path)) for source in sources])

    def reference() -> None:
        for source in sources:
            recipekit.read_recipe(source.raw)

    return Comparison("checking all at hand", repeated(ours), repeated(reference), REPEATS * len(sources), 2.0)


def repeated(task: Task) -> Task:
    """Return *task* done REPEATS times."""

    def run() -> None:
        for _ in range(REPEATS):
            task()

    return run


def measured(comparisons: Sequence[Comparison], runs: int) -> list[list[Timing]]:
    """Return the timings of each comparison; every run goes through all of them, every second one backwards."""
    for comparison in comparisons:  # one run each to warm up: bytecode, file cache, tables built on first use
        comparison.ours()
        comparison.reference()
    timings: list[list[Timing]] = [[] for _ in comparisons]
    for run in range(runs):
        for comparison, sofar in zip(comparisons, timings, strict=True):
            sofar.append(timed(comparison, backwards=run % 2 == 1))
    return timings


def timed(comparison: Comparison, *, backwards: bool) -> Timing:
    """Return how long one piece of work takes, ours and the reference's; *backwards* does the reference first."""
    if backwards:
        reference = seconds(comparison.reference)
        ours = seconds(comparison.ours)
    else:
        ours = seconds(comparison.ours)
        reference = seconds(comparison.reference)
    return Timing(ours / comparison.times, reference / comparison.times)


def seconds(task: Task) -> float:
    """Return how long *task* takes, in seconds."""
    start = perf_counter()
    task()
    return perf_counter() - start


def table(comparisons: Sequence[Comparison], timings: Sequence[Sequence[Timing]], runs: int) -> str:
    """Return the table: milliseconds as median and minimum, and the ratio as the median of the runs' own ratios."""
    title = f"milliseconds over {runs} interleaved runs, Python {sys.version.split()[0]}"
    head = f"{'':26}{'median':>9}{'min':>9}{'reference':>12}{'min':>9}{'ratio':>8}{'of mins':>9}{'bound':>7}"
    rows = [row(comparison, sofar) for comparison, sofar in zip(comparisons, timings, strict=True)]
    return "\n".join([title, "", head, *rows])


def row(comparison: Comparison, timings: Sequence[Timing]) -> str:
    """Return one row of the table."""
    ours = [timing.ours * 1000 for timing in timings]
    reference = [timing.reference * 1000 for timing in timings]
    ratio = median(timing.ours / timing.reference for timing in timings)
    verdict = "" if ratio <= comparison.bound else "  over"
    return (
        f"{comparison.name:26}{median(ours):9.2f}{min(ours):9.2f}{median(reference):12.2f}{min(reference):9.2f}"
        f"{ratio:8.2f}{min(ours) / min(reference):9.2f}{comparison.bound:7.2f}{verdict}"
    )


if __name__ == "__main__":
    main()
