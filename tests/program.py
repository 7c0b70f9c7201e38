"""Runs the program the way a shell does: a process of its own, with its own standard streams."""

import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "recipekit"]

RECIPE = """\
---
title: Bean Stew
---

> - **Serves:** 4

## Calories

| Ingredient | Quantity        | Calories |
| ---------- | --------------- | -------- |
| Beans      | 2 cups (360 g)  | 440 kcal |
| Oil        | 1 tbsp (14 g)   | 120 kcal |

## Ingredients

- 2 cups beans
- ½ cup broth
- 1 tbsp oil

## Instructions

1. Fry the beans in **1 tbsp oil** for 3 minutes.
2. Add ½ cup broth and simmer.
"""
"""A whole recipe with a word, a fraction and a bold amount to scale."""


class Outcome(NamedTuple):
    """What a process left: its exit code, and what it wrote."""

    code: int
    out: bytes
    err: str


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a process that finds this recipekit, writes UTF-8 and knows no terminal."""
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **(extra or {})}


def recipekit(*arguments: str, given: bytes = b"", folder: Path | None = None, **extra: str) -> Outcome:
    """Run recipekit with *arguments* and *given* piped in; *extra* are environment variables."""
    done = subprocess.run(
        [*COMMAND, *arguments], input=given, capture_output=True, check=False, cwd=folder, env=environment(extra)
    )
    return Outcome(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))


def shell(line: str, folder: Path, **extra: str) -> Outcome:
    """Run a line of bash in *folder*; ``$R`` is recipekit, and a pipe fails where one of its parts does."""
    done = subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", line], stdin=subprocess.DEVNULL, capture_output=True, check=False,
        cwd=folder, env=environment({"R": " ".join(COMMAND), **extra}),
    )  # fmt: skip
    return Outcome(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))


def terminal(*arguments: str, folder: Path, **extra: str) -> str:
    """Return what recipekit writes to a terminal of 80 columns."""
    return on_terminal(*COMMAND, *arguments, folder=folder, **extra)


def on_terminal(*command: str, folder: Path, **extra: str) -> str:
    """Return what a command writes to a terminal of 80 columns."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave, cwd=folder,
        env=environment({"TERM": "xterm-256color", "COLUMNS": "80", **extra}),
    ):  # fmt: skip
        os.close(slave)
        pieces = []
        try:
            while piece := os.read(master, 1 << 16):
                pieces.append(piece)
        except OSError:  # Linux's way to say that the other side has closed
            pass
    os.close(master)
    return b"".join(pieces).decode()


def is_one_sentence(err: str) -> bool:
    """Tell whether standard error holds one line of ours and nothing else."""
    return err.startswith("recipekit: ") and err.count("\n") == 1 and err.endswith("\n") and "Traceback" not in err
