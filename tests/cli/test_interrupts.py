"""Ctrl-C ends the program with 130 and without a word, whenever it comes; other signals do what they always do."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from program import ROOT, environment

RECIPE = str(ROOT / "examples" / "lentil-soup.md")
RUN = """
import os, signal, sys

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            sys.meta_path.remove(self)
            {act}

class Dropped:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        for _ in range(1000):
            pass

sys.meta_path.insert(0, Watch())
sys.argv[1:] = {argv!r}
from recipekit.__main__ import run
run()
"""
MODULES = (
    "typer",
    "recipekit.cli.app",
    "recipekit.cli.show",
    "recipekit.parse.recipe",
    "mistune",
    "yaml",
    "rich.console",
)


def run_until(module: str, act: str) -> "subprocess.CompletedProcess[str]":
    """Run ``recipekit show`` and do *act* where it first looks for *module*."""
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a CI job may ignore it
    code = heard + RUN.format(module=module, act=act, argv=["show", RECIPE])
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment())


@pytest.mark.parametrize("module", MODULES)
def test_an_interrupt_while_a_module_loads_is_quiet(module: str) -> None:
    done = run_until(module, "os.kill(os.getpid(), signal.SIGINT)")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("module", MODULES)
def test_an_interrupt_within_a_callback_is_quiet(module: str) -> None:
    done = run_until(module, "Dropped()")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_an_interrupt_at_the_very_end_is_quiet() -> None:
    done = run_until("rich.console", "import atexit; atexit.register(os.kill, os.getpid(), signal.SIGINT)")
    assert (done.returncode, done.stderr) == (130, "")


def test_a_termination_does_what_it_always_does() -> None:
    done = run_until("rich.console", "os.kill(os.getpid(), signal.SIGTERM)")
    assert (done.returncode, done.stderr) == (-signal.SIGTERM, "")


def test_an_interrupt_that_the_shell_ignores_stays_ignored() -> None:
    line = f"trap '' INT; {sys.executable} -c \"$CODE\""
    code = RUN.format(module="mistune", act="os.kill(os.getpid(), signal.SIGINT)", argv=["show", RECIPE])
    done = subprocess.run(
        ["/bin/sh", "-c", line], capture_output=True, text=True, check=False, env=environment({"CODE": code})
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Smoky Lentil Soup")


def test_other_mistakes_are_still_told() -> None:
    done = run_until("mistune", "1 / 0")
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr


def test_the_module_and_the_script_are_one_program(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "recipekit", "--version"],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env=environment(),
    )
    assert done.stdout.startswith(b"recipekit ")
