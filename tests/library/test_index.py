"""The index never matters to an answer: killed, damaged, locked, on a full disk, or while the folder changes."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from libraries import KITCHEN, recipe, written
from program import COMMAND, environment, recipekit

from recipekit.cores import ENOUGH
from recipekit.library import refreshing
from recipekit.library.expression import parse_query
from recipekit.library.index import Index
from recipekit.library.library import Library
from recipekit.library.store import index_file, stored_index

QUERIES = ("soup", "tomato*", "ingredient:rice", "kcal<500", "/e/", "-tag:soup", "path:mains or step:garlic")


@pytest.fixture
def kitchen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of five recipes, with a cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return written(tmp_path / "kitchen", KITCHEN)


def answers(folder: Path, *, indexed: bool = True) -> list[object]:
    """Return all that a library says."""
    library = Library(str(folder), indexed=indexed)
    listed = sorted(library.entries())
    said: list[object] = [listed, sorted(library.entries(details=True)), library.passed()]
    said += [library.search(parse_query(query), details=True) for query in QUERIES]
    library.close()
    return said


def read_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that are read when the library is asked."""
    read: list[str] = []
    genuine = refreshing._read  # noqa: SLF001 - what it is given is what is read

    def noted(index, folder, files, watch, gone):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        read.extend(spot.path for spot in files)
        return genuine(index, folder, files, watch, gone)

    with monkeypatch.context() as patch:
        patch.setattr(refreshing, "_read", noted)
        Library(str(folder)).entries()
    return read


def age(folder: Path) -> None:
    """Make every file of *folder* an hour old, so that nothing is too fresh to be sure of."""
    for path in folder.rglob("*.md"):
        os.utime(path, (time.time() - 3600,) * 2)


def test_the_answers_are_the_same_with_an_index_and_without(kitchen: Path) -> None:
    without = answers(kitchen, indexed=False)
    assert not index_file(str(kitchen)).exists()
    assert answers(kitchen) == without
    assert index_file(str(kitchen)).exists()
    assert answers(kitchen) == without


def test_what_has_not_changed_is_not_read_again(kitchen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    age(kitchen)
    time.sleep(0.15)  # the change of the times has to lie back as well
    assert len(read_anew(kitchen, monkeypatch)) == 6
    assert read_anew(kitchen, monkeypatch) == []


def change(folder: Path) -> None:
    (folder / "soups/lentil-soup.md").write_text(recipe("Green Lentil Soup", "1 cup green lentils"))


def change_within_its_size_and_times(folder: Path) -> None:
    path = folder / "soups/lentil-soup.md"
    before = path.stat()
    path.write_text(path.read_text().replace("Red", "Raw"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def add(folder: Path) -> None:
    (folder / "soups/new.md").write_text(recipe("New Soup", "1 egg", tags="soup"))


def remove(folder: Path) -> None:
    (folder / "soups/lentil-soup.md").unlink()


def rename(folder: Path) -> None:
    (folder / "soups").rename(folder / "stews")


def swap(folder: Path) -> None:
    one, other = folder / "soups/lentil-soup.md", folder / "soups/tomato-soup.md"
    one.rename(folder / "x")
    other.rename(one)
    (folder / "x").rename(other)


def break_it(folder: Path) -> None:
    (folder / "soups/lentil-soup.md").write_bytes(b"\xff\xfe soup")


def make_it_no_recipe(folder: Path) -> None:
    (folder / "soups/lentil-soup.md").write_text("# Nothing\n")


def ignore(folder: Path) -> None:
    (folder / ".gitignore").write_text("soups/")


@pytest.mark.parametrize(
    "altered",
    [change, change_within_its_size_and_times, add, remove, rename, swap, break_it, make_it_no_recipe, ignore],
)
def test_what_has_changed_is_seen(kitchen: Path, altered: Callable[[Path], None]) -> None:
    before = answers(kitchen)
    altered(kitchen)
    after = answers(kitchen)
    assert after == answers(kitchen, indexed=False)
    assert after != before


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def zeroed(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    path.write_bytes(data)


def scrambled(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(2000, len(data), 97):
        data[at] ^= 0x5A
    path.write_bytes(data)


def of_another_version(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("UPDATE about SET version = '0.0.1/0'")


def without_a_table(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE lines")


def of_another_layout(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE about (x)")


@pytest.mark.parametrize(
    "damage",
    [
        cut_short, zeroed, scrambled, of_another_version, without_a_table, of_another_layout,
        lambda path: path.write_bytes(b""), lambda path: path.write_bytes(b"no index at all" * 1000),
        lambda path: path.with_name(path.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + b"x" * 600),
    ],
)  # fmt: skip
def test_a_damaged_index_is_made_anew_without_a_word(
    kitchen: Path, damage: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    truth = answers(kitchen)
    age(kitchen)
    damage(index_file(str(kitchen)))
    ran = recipekit("list", folder=kitchen, XDG_CACHE_HOME=os.environ["XDG_CACHE_HOME"])
    assert (ran.code, ran.err) == (0, "")
    assert answers(kitchen) == truth
    time.sleep(0.15)
    read_anew(kitchen, monkeypatch)
    assert read_anew(kitchen, monkeypatch) == []


def test_a_folder_in_the_place_of_the_index_does_no_harm(kitchen: Path) -> None:
    truth = answers(kitchen, indexed=False)
    index_file(str(kitchen)).mkdir(parents=True)
    assert answers(kitchen) == truth


def test_a_cache_folder_that_cannot_be_written_does_no_harm(kitchen: Path, tmp_path: Path) -> None:
    truth = answers(kitchen, indexed=False)
    (tmp_path / "cache").write_text("a file")
    assert answers(kitchen) == truth
    ran = recipekit("index", folder=kitchen, XDG_CACHE_HOME=os.environ["XDG_CACHE_HOME"])
    assert b"cannot be written" in ran.out


def test_a_locked_index_does_no_harm(kitchen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(kitchen)
    add(kitchen)
    truth = answers(kitchen, indexed=False)
    monkeypatch.setattr("recipekit.library.index._PATIENCE", 0.1)
    other = stored_index(str(kitchen))
    with other._writing():  # noqa: SLF001 - as another process would
        assert answers(kitchen) == truth
    other.close()


class FullError(sqlite3.OperationalError):
    """What SQLite raises when nothing more can be written."""

    sqlite_errorcode = sqlite3.SQLITE_FULL


def test_a_sqlite_without_full_text_search_answers_all_the_same(kitchen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    truth = answers(kitchen, indexed=False)
    monkeypatch.setattr("recipekit.library.index._SEARCHED", "CREATE VIRTUAL TABLE words USING no_such_search(title)")
    assert answers(kitchen, indexed=False) == truth
    assert answers(kitchen) == truth
    assert answers(kitchen) == truth


@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_full_disk_does_no_harm(kitchen: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    truth = answers(kitchen, indexed=False)
    count = 0
    genuine = Index._insert  # noqa: SLF001 - the writing itself fails

    def full(self: Index, *rest: object) -> None:
        nonlocal count
        count += 1
        if self.is_stored and count > after:
            raise FullError("database or disk is full")
        genuine(self, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Index, "_insert", full)
    assert answers(kitchen) == truth


def test_a_small_disk_does_no_harm(kitchen: Path) -> None:
    limited = f"ulimit -f 8; exec {' '.join(COMMAND)} list"
    ran = subprocess.run(
        ["/bin/bash", "-c", limited], capture_output=True, check=False, cwd=kitchen,
        env=environment({"XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]}),
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout == recipekit("list", "--no-index", folder=kitchen).out


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library so large that it is read by several processes."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    files = {f"r{number:04}.md": recipe(f"Dish {number}", f"{number} eggs", "salt") for number in range(ENOUGH + 300)}
    return written(tmp_path / "many", files)


def test_a_build_that_is_killed_loses_nothing(many: Path) -> None:
    truth = recipekit("list", "--json", "--no-index", folder=many).out
    for wait in (0.2, 0.5, 0.8, 1.1):
        with subprocess.Popen([*COMMAND, "index"], cwd=many, env=environment(), start_new_session=True) as build:
            time.sleep(wait)
            os.killpg(build.pid, signal.SIGKILL)
    ran = recipekit("list", "--json", folder=many)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == truth


def test_an_interrupted_build_ends_with_130_and_loses_nothing(many: Path) -> None:
    with subprocess.Popen([*COMMAND, "index"], cwd=many, env=environment(), stderr=subprocess.PIPE) as build:
        time.sleep(0.7)
        build.send_signal(signal.SIGINT)
        _, err = build.communicate(timeout=60)
    assert build.returncode in (130, 0)
    assert err == b""
    assert len(recipekit("list", folder=many).out.splitlines()) == ENOUGH + 300


def test_two_builds_at_once_end_in_the_same_index(many: Path) -> None:
    command = [*COMMAND, "list", "--json"]
    runs = [subprocess.Popen(command, cwd=many, env=environment(), stdout=subprocess.PIPE) for _ in range(3)]
    outs = {run.communicate(timeout=120)[0] for run in runs}
    assert outs == {recipekit("list", "--json", "--no-index", folder=many).out}
    assert {run.returncode for run in runs} == {0}


def test_a_folder_that_changes_while_it_is_read_is_read_without_a_word_of_complaint(many: Path) -> None:
    script = (
        "import pathlib, time\nfor n in range(400):\n"
        "    p = pathlib.Path(f'r{n:04}.md'); q = pathlib.Path(f'new{n}.md')\n"
        "    p.unlink() if n % 2 else q.write_text(p.read_text())\n    time.sleep(0.002)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], cwd=many) as changing:
        while changing.poll() is None:
            ran = recipekit("list", folder=many)
            assert (ran.code, ran.err) == (0, "")
    assert recipekit("list", folder=many).out == recipekit("list", "--no-index", folder=many).out


def test_files_that_cannot_be_read_are_told_and_the_rest_is_listed(kitchen: Path) -> None:
    (kitchen / "latin.md").write_bytes(b"# Cr\xe8me\n")
    (kitchen / "broken.md").write_text("---\ntitle: [\n---\n")
    (kitchen / "gone.md").symlink_to("nowhere")
    (kitchen / "loop.md").symlink_to("loop.md")
    for arguments in (("list",), ("list", "--no-index"), ("search", "soup"), ("tags",), ("ingredients",), ("index",)):
        ran = recipekit(*arguments, folder=kitchen)
        assert ran.code == 3
        assert ran.err.count("\n") == 4
        assert all(line.startswith("recipekit: ") for line in ran.err.splitlines())
        assert ran.out


def test_a_folder_that_may_not_be_listed_is_told(kitchen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    genuine = os.scandir

    def refused(path: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
        if str(path).endswith("mains"):
            raise PermissionError(13, "Permission denied", path)
        return genuine(path)

    monkeypatch.setattr(os, "scandir", refused)
    noted: list[object] = []
    library = Library(str(kitchen), note=noted.append)
    assert len(library.entries()) == 3
    assert len(noted) == 1


ODD = [
    b"new\nline.md",
    b"tab\there.md",
    b"\xff\xfe.md",
    b"esc\x1b[31m.md",
    "crème.md".encode(),
    b" .md",
    b"-rf.md",
    b"a'b\"c.md",
]


def test_names_of_any_bytes_are_listed_and_can_be_piped(tmp_path: Path) -> None:
    for number, name in enumerate(ODD):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(recipe(f"Dish {number}", "1 egg"))
    for arguments in ((), ("--no-index",)):
        ran = recipekit("list", "-0", *arguments, folder=tmp_path)
        assert sorted(ran.out.split(b"\0")[:-1]) == sorted(ODD)
    listed = recipekit("list", "--columns", "title,path", folder=tmp_path)
    assert listed.out.count(b"\n") == len(ODD)
    assert b"\x1b" not in listed.out
    assert len(recipekit("list", "--json", folder=tmp_path).out.splitlines()) == len(ODD)
    ran = recipekit("search", "egg", folder=tmp_path)
    assert (ran.code, ran.out.count(b"\n")) == (0, len(ODD))


def test_an_index_is_no_one_elses_business(kitchen: Path) -> None:
    answers(kitchen)
    assert index_file(str(kitchen)).parent.stat().st_mode & 0o077 == 0
