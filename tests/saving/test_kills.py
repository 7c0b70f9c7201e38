"""A save that is killed, interrupted or stopped at any moment leaves a whole recipe, and nothing that stays.

Run as a script, this file is the process that forks the victims: a fork is safe only where there are no threads.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from program import environment

from recipekit import saving
from recipekit.saving import replace_file, sweep, write_file

CONTENTS = (b"- 2 cups beans\r\n" * 6_000, b"- 400 g Bohnen\n" * 9_000)
"""What the recipe holds in turn: long enough for a kill within the writing."""
ROUNDS = {"kill": 300, "create": 100, "interrupt": 100, "stop": 60}
SIGNALS = {"interrupt": signal.SIGINT, "stop": signal.SIGSTOP}


def swap(path: Path) -> None:
    """Put the other content into *path*."""
    was = path.read_bytes()
    replace_file(str(path), was, CONTENTS[1 - CONTENTS.index(was)])


def create(path: Path) -> None:
    """Make *path* a new file."""
    path.unlink(missing_ok=True)
    write_file(str(path), CONTENTS[1])


def forked(act: Callable[[], None]) -> int:
    """Return a child that does *act* and leaves with 0: with 130 if interrupted, with 1 and its reason if that fails."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        act()
        code = 0
    except KeyboardInterrupt:
        code = 130
    except BaseException:  # noqa: BLE001 - a child that went on would be a second parent
        traceback.print_exc()
    os._exit(code)


def saving_for_ever(save: Callable[[Path], None], path: Path) -> int:
    """Return a child that saves again and again, and has begun with it."""
    reader, writer = os.pipe()

    def act() -> None:
        os.write(writer, b".")
        while True:
            save(path)

    child = forked(act)
    os.close(writer)
    os.read(reader, 1)
    os.close(reader)
    return child


def others(path: Path) -> list[Path]:
    """Return what else is in the folder of *path*."""
    return [other for other in path.parent.iterdir() if other != path]


def goes_on(child: int, path: Path) -> bool:
    """Tell whether a child that has been stopped saves again."""
    before = path.stat().st_ctime_ns
    os.kill(child, signal.SIGCONT)
    until = time.monotonic() + 20
    while time.monotonic() < until and os.waitpid(child, os.WNOHANG) == (0, 0):
        if path.stat().st_ctime_ns != before:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return True
    return False


def findings(path: Path) -> Counter[str]:
    """Count what there is in the folder of *path*, and then what is left when the next run has saved."""
    now = path.read_bytes() if path.exists() else None
    left = [stray.stat().st_size for stray in others(path)]
    found = Counter(rounds=1, strays=len(left), empty=left.count(0))
    found["whole"] = sum(size in map(len, CONTENTS) for size in left)
    found.update(first=now == CONTENTS[0], second=now == CONTENTS[1], gone=now is None)
    found["damaged"] = now not in (None, *CONTENTS)
    write_file(str(path), CONTENTS[0])
    found["unswept"] = len(others(path))
    return found


def one_moment(path: Path, how: str, delay: float) -> Counter[str]:
    """Hit a child after *delay* seconds of saving, and count what is found then."""
    child = saving_for_ever(create if how == "create" else swap, path)
    time.sleep(delay)
    os.kill(child, SIGNALS.get(how, signal.SIGKILL))
    _, status = os.waitpid(child, os.WUNTRACED)
    if how != "stop":
        return findings(path) + Counter(failed=how == "interrupt" and os.waitstatus_to_exitcode(status) != 130)
    met = len(others(path))
    sweep(path.parent)
    spared = len(others(path))
    return Counter(failed=not goes_on(child, path), met=met, spared=spared) + findings(path)


def span(save: Callable[[Path], None], path: Path) -> float:
    """Return how long a child takes for three saves, in seconds; its first one is its slowest."""

    def act() -> None:
        for _ in range(3):
            save(path)

    start = time.perf_counter()
    for _ in range(5):
        os.waitpid(forked(act), 0)
    return (time.perf_counter() - start) / 5


def moments(path: Path, how: str) -> Counter[str]:
    """Hit children at moments that are spread over three saves."""
    longest = span(create if how == "create" else swap, path)
    chance = random.Random(how)  # noqa: S311 - moments, no secrets
    return sum((one_moment(path, how, chance.uniform(0, longest)) for _ in range(ROUNDS[how])), Counter())


def hit_at(number: int, hit: Callable[[], None]) -> Callable[[FrameType, str, Any], Any]:
    """Return a trace function that does *hit* before the line *number* of those of saving.py that run."""
    seen = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal seen
        seen += event == "line" and frame.f_code.co_filename == saving.__file__
        if seen == number:
            hit()
        return trace

    return trace


def killed() -> None:
    """Die at once."""
    os.kill(os.getpid(), signal.SIGKILL)


def interrupted() -> None:
    """Be interrupted from the keyboard at once."""
    raise KeyboardInterrupt


def lines(path: Path, how: str) -> Counter[str]:
    """Hit a child at the first line of a save, the next one at the second, and so on until one gets through."""
    found: Counter[str] = Counter()
    hit = killed if how == "kill-lines" else interrupted
    save = create if how == "create-lines" else swap

    def act() -> None:
        sys.settrace(hit_at(found["rounds"] + 1, hit))
        save(path)

    while os.waitstatus_to_exitcode(os.waitpid(forked(act), 0)[1]) != 0:
        found += findings(path)
    return found


def found_in(folder: Path, how: str) -> Counter[str]:
    """Return what the process that forks has found in all its rounds together."""
    kept = environment()
    path = os.pathsep.join([kept["PYTHONPATH"], str(Path(__file__).parents[1])])
    command = [sys.executable, __file__, str(folder / "soup.md"), how]
    done = subprocess.run(command, capture_output=True, check=False, env={**kept, "PYTHONPATH": path})
    assert (done.returncode, done.stderr.decode()[-2000:]) == (0, "")
    found = Counter(json.loads(done.stdout))
    assert found["rounds"] >= ROUNDS.get(how, 50)
    return found


@pytest.mark.parametrize("how", ["kill", "kill-lines", "create"])
def test_a_kill_at_any_moment_leaves_a_whole_recipe_and_nothing_that_stays(tmp_path: Path, how: str) -> None:
    found = found_in(tmp_path, how)
    assert (found["damaged"], found["unswept"]) == (0, 0)
    assert found["gone"] == 0 or how == "create"
    # The kills hit every phase: before there is a temporary file, before and when it is written, and behind that.
    assert 0 < found["strays"] < found["rounds"]
    if how == "kill-lines":
        assert min(found["empty"], found["whole"]) > 0
    if how != "create":
        assert min(found["first"], found["second"]) > 0


@pytest.mark.parametrize("how", ["interrupt", "interrupt-lines"])
def test_an_interrupt_at_any_moment_leaves_nothing(tmp_path: Path, how: str) -> None:
    found = found_in(tmp_path, how)
    assert (found["damaged"], found["gone"], found["strays"], found["failed"]) == (0, 0, 0, 0)
    assert found["first"] > 0
    assert found["second"] > 0


def test_a_sweep_at_any_moment_of_a_save_does_it_no_harm(tmp_path: Path) -> None:
    found = found_in(tmp_path, "stop")
    assert (found["damaged"], found["gone"], found["unswept"], found["failed"]) == (0, 0, 0, 0)
    assert 0 < found["spared"] <= found["met"]


if __name__ == "__main__":
    recipe = Path(sys.argv[1])
    recipe.write_bytes(CONTENTS[0])
    sys.stdout.write(json.dumps((lines if sys.argv[2].endswith("lines") else moments)(recipe, sys.argv[2])))
