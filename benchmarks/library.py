"""Measures a library of 10,000 recipes: the first index, a warm list, a warm search, and a list after one change.

    python benchmarks/library.py [--count 10000] [--seed 1] [--runs 15] [--folder DIR]

The recipes are made by kitchen.py, the index lies in a folder of its own. It measures and fails nothing.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

import kitchen
import mistune
from run import script

SEARCHES = ("lentil* lime", "ingredient:garlic kcal<600", "garlic")
PATIENCE_MS = 150
"""How much longer than ``recipekit --version`` a warm list and a warm search may take."""
MEMORY_MB = 150
_CHUNK = 32
_BETWEEN = """
import os, sys, time
start = time.perf_counter()
out, into = os.pipe()
child = os.fork()
if not child:
    os.dup2(into, 1)
    os.execv(sys.argv[1], sys.argv[1:])
os.close(into)
while os.read(out, 1 << 16):
    pass
_, status, usage = os.wait4(child, 0)
print(time.perf_counter() - start, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""

_TOKENS = mistune.create_markdown(renderer="ast", plugins=["table"])


class Ran(NamedTuple):
    """What a process took: seconds, and the memory of it and of its own processes at most, in MB."""

    seconds: float
    megabytes: float


def main(argv: Sequence[str] | None = None) -> None:
    """Make the library, measure it, and print what came out."""
    parser = argparse.ArgumentParser(description="Measure a library of many recipes.")
    parser.add_argument("--count", type=int, default=10_000, metavar="N", help="recipes to make [10000]")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which recipes [1]")
    parser.add_argument("--runs", type=int, default=15, metavar="N", help="interleaved runs of the warm commands [15]")
    parser.add_argument("--folder", metavar="DIR", help="where the library is made; else a temporary folder")
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(asked.folder or temporary) / f"library-{asked.count}-{asked.seed}"
        os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = str(Path(temporary) / "cache")
        count = kitchen.write_library(folder, asked.count, asked.seed) if not folder.exists() else asked.count
        size = size_of(folder) / 1e6
        print(f"{count:,} recipes, {size:.0f} MB, {os.cpu_count()} cores, Python {sys.version.split()[0]}\n")
        first_index(folder, count)
        warm(folder, asked.runs)


def size_of(folder: Path) -> int:
    """Return how many bytes of Markdown lie in *folder*."""
    return sum(path.stat().st_size for path in folder.rglob("*.md"))


def first_index(folder: Path, count: int) -> None:
    """Print how long the first index takes, beside mistune's bare parse of the same bytes on as many cores."""
    reference = seconds(lambda: parse_bare(folder))
    ours = process("index", "--library", str(folder))
    print(f"{'first index':38}{ours.seconds:8.2f} s  {count / ours.seconds:7.0f} recipes/s  {ours.megabytes:5.0f} MB")
    print(f"{'mistune alone, same bytes and cores':38}{reference:8.2f} s  ratio {ours.seconds / reference:.2f}\n")


def parse_bare(folder: Path) -> None:
    """Parse every file below *folder* with mistune alone, on every core."""
    with ProcessPoolExecutor() as pool:
        for _ in pool.map(tokens_of, map(str, sorted(folder.rglob("*.md"))), chunksize=_CHUNK):
            pass


def tokens_of(path: str) -> int:
    """Return how many blocks mistune finds in the file *path*."""
    return len(_TOKENS(Path(path).read_bytes().decode("utf-8")))


def warm(folder: Path, runs: int) -> None:
    """Print how long commands take that find the library as they left it, beside the start of the program."""
    library = ("--library", str(folder))
    commands = {"recipekit --version": ("--version",), "recipekit list": ("list", *library)}
    commands |= {f"recipekit search '{text}'": ("search", *library, text) for text in SEARCHES}
    changed = next(path for path in sorted(folder.rglob("*.md")) if is_recipe(path, folder))
    times: dict[str, list[Ran]] = {name: [] for name in (*commands, "recipekit list, one file changed")}
    for run in range(runs + 1):
        for name, command in commands.items():
            times[name].append(process(*command))
        changed.write_bytes(changed.read_bytes() + b"\n")
        times["recipekit list, one file changed"].append(process("list", *library))
        if run == 0:  # one run to warm up: bytecode and file cache
            times = {name: [] for name in times}
    print_warm(times)


def is_recipe(path: Path, folder: Path) -> bool:
    """Tell whether recipekit lists the file *path* of the library *folder*."""
    command = [script(), "list", "--paths", "--library", str(folder), "--where", f'path:"{path.relative_to(folder)}"']
    return bool(subprocess.run(command, capture_output=True, check=True).stdout)


def print_warm(times: dict[str, list[Ran]]) -> None:
    """Print the table of the warm commands."""
    (_, start), (_, listed), *_ = times.items()
    print(f"{'milliseconds, median':38}{'':>8}{'beyond --version':>18}{'bound':>8}{'MB':>7}")
    for name, ran in times.items():
        middle = median(one.seconds for one in ran) * 1000
        beyond = median(one.seconds - base.seconds for one, base in zip(ran, start, strict=True)) * 1000
        bound = f"{PATIENCE_MS}" if ran is not start and "changed" not in name else ""
        print(f"{name:38}{middle:8.0f}{beyond:18.0f}{bound:>8}{max(one.megabytes for one in ran):7.0f}")
    ratio = median(
        one.seconds / base.seconds for one, base in zip(times["recipekit list, one file changed"], listed, strict=True)
    )
    print(f"\nafter one change: {ratio:.2f} of a warm list (bound 2); memory bound {MEMORY_MB} MB")


def process(*arguments: str) -> Ran:
    """Return how long recipekit runs with *arguments*, its output read through a pipe, and its memory.

    A small process stands between, because a new process begins with the memory of the one that starts it.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-S", "-c", _BETWEEN, script(), *arguments]
    ran = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True, env=environment)
    took, kilobytes = ran.stdout.split()[-2:]
    return Ran(float(took), int(kilobytes) / 1024)


def seconds(task: Callable[[], object]) -> float:
    """Return how long *task* takes."""
    start = perf_counter()
    task()
    return perf_counter() - start


if __name__ == "__main__":
    main()
