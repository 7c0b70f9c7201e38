"""Replacing a file on a real file system: what is refused, what is kept, and what many processes at once do."""

import fcntl
import os
import signal
import stat
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from program import Outcome, environment

from recipekit.errors import ExitCode, UnwritableRecipeError
from recipekit.saving import replace_file, sweep, write_file

OLD = b"- 2 cups beans\r\n"
NEW = b"- 4 cups beans\r\n"
STRAY = ".recipekit-0a1b2c3d.tmp"
ROOT = os.geteuid() == 0

PRELUDE = """\
import os, sys
from recipekit import saving
from recipekit.errors import UnwritableRecipeError
from recipekit.saving import replace_file, sweep, write_file
OLD, NEW = b"- 2 cups beans\\r\\n", b"- 4 cups beans\\r\\n"
"""
AS_ANYONE = """\
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
"""
TOLD = """
try:
    replace_file("soup.md", OLD, NEW)
except UnwritableRecipeError as error:
    sys.exit(str(error))
"""


@pytest.fixture
def soup(tmp_path: Path) -> Path:
    """Return a recipe alone in a folder."""
    path = tmp_path / "soup.md"
    path.write_bytes(OLD)
    path.chmod(0o644)
    return path


@pytest.fixture
def anyones(soup: Path) -> Path:
    """Return a recipe that, with its folder, belongs to somebody who is not root."""
    if ROOT:
        os.chown(soup.parent, 65534, 65534)
        os.chown(soup, 65534, 65534)
    return soup


def script(code: str, folder: Path) -> Outcome:
    """Run *code* behind the prelude in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", PRELUDE + code], capture_output=True, check=False, cwd=folder, env=environment()
    )
    return Outcome(done.returncode, done.stdout, done.stderr.decode())


def refused(save: Callable[[], None]) -> str:
    """Return the sentence with which *save* is refused."""
    with pytest.raises(UnwritableRecipeError) as caught:
        save()
    sentence = str(caught.value)
    assert caught.value.exit_code == ExitCode.IMPOSSIBLE
    assert sentence == f"{caught.value.where}: {caught.value.problem}; {caught.value.hint}"
    assert "\n" not in sentence
    assert caught.value.problem[0].islower()
    return sentence.removeprefix(f"{caught.value.where}: ")


def mode_of(path: Path) -> int:
    """Return the permissions of *path*."""
    return stat.S_IMODE(path.lstat().st_mode)


def alone(path: Path, content: bytes = OLD) -> bool:
    """Tell whether *path* holds *content* and nothing else is in its folder."""
    return path.read_bytes() == content and list(path.parent.iterdir()) == [path]


@contextmanager
def closed(folder: Path, mode: int = 0o555) -> Iterator[None]:
    """Take the permission to write from *folder* for a while."""
    folder.chmod(mode)
    try:
        yield
    finally:
        folder.chmod(0o755)


# What is saved


def test_the_new_bytes_take_the_place_of_the_old(soup: Path) -> None:
    replace_file(str(soup), OLD, NEW)
    assert alone(soup, NEW)


def test_an_empty_file_is_filled_and_emptied(soup: Path) -> None:
    soup.write_bytes(b"")
    replace_file(str(soup), b"", NEW)
    replace_file(str(soup), NEW, b"")
    assert alone(soup, b"")


def test_a_large_file_arrives_whole(soup: Path) -> None:
    large = os.urandom(5 << 20)
    replace_file(str(soup), OLD, large)
    assert alone(soup, large)


def test_a_bare_name_is_one_in_this_folder(soup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(soup.parent)
    replace_file("soup.md", OLD, NEW)
    assert alone(soup, NEW)


def test_a_reader_keeps_the_file_that_it_has_opened(soup: Path) -> None:
    with soup.open("rb") as reader:
        replace_file(str(soup), OLD, NEW)
        assert reader.read() == OLD


def test_output_makes_a_new_file(tmp_path: Path) -> None:
    write_file(str(tmp_path / "soup.md"), NEW)
    assert alone(tmp_path / "soup.md", NEW)


def test_output_replaces_a_file_whatever_it_holds(soup: Path) -> None:
    write_file(str(soup), NEW)
    assert alone(soup, NEW)


@pytest.mark.parametrize("name", ["x" * 255, "ü" * 127 + "x", "soup\nof the day.md", " ", "-", "\\", "[bold].md"])
def test_any_name_that_the_file_system_takes_is_taken(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_file(str(path), OLD)
    replace_file(str(path), OLD, NEW)
    assert alone(path, NEW)


def test_a_name_that_is_not_utf8_is_taken(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"s\xfcppchen-\xff.md")
    try:
        path.write_bytes(OLD)
    except OSError:
        pytest.skip("this file system knows only UTF-8")
    replace_file(str(path), OLD, NEW)
    assert alone(path, NEW)


def test_a_folder_may_be_a_link(soup: Path) -> None:
    link = soup.parent.parent / f"{soup.parent.name}-link"
    link.symlink_to(soup.parent)
    replace_file(str(link / "soup.md"), OLD, NEW)
    assert alone(soup, NEW)


def test_a_folder_that_cannot_be_listed_is_written(anyones: Path) -> None:
    with closed(anyones.parent, 0o300):
        run = script(AS_ANYONE + TOLD, anyones.parent)
    assert (run.code, run.err) == (0, "")
    assert alone(anyones, NEW)


# What is refused


@pytest.mark.parametrize("there", [True, False], ids=["to a file", "to nothing"])
def test_a_symbolic_link_is_refused(soup: Path, *, there: bool) -> None:
    link = soup.parent / "link.md"
    link.symlink_to("soup.md" if there else "gone.md")
    aim = soup.parent / ("soup.md" if there else "gone.md")
    for save in (lambda: replace_file(str(link), OLD, NEW), lambda: write_file(str(link), NEW)):
        assert refused(save) == f"this is a symbolic link; name the file that it points to, {aim}"
    assert link.is_symlink()
    assert soup.read_bytes() == OLD
    assert sorted(soup.parent.iterdir()) == [link, soup]


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555, 0o000], ids=oct)
def test_a_file_that_nobody_may_write_is_refused(soup: Path, mode: int) -> None:
    soup.chmod(mode)
    for save in (lambda: replace_file(str(soup), OLD, NEW), lambda: write_file(str(soup), NEW)):
        assert refused(save) == "the file may not be written; check its permissions"
    assert mode_of(soup) == mode
    soup.chmod(0o600)
    assert alone(soup)


def test_a_file_that_only_others_may_write_is_refused(anyones: Path) -> None:
    anyones.chmod(0o464)
    run = script(AS_ANYONE + TOLD, anyones.parent)
    assert (run.code, run.err) == (1, "soup.md: the file may not be written; check its permissions\n")
    assert alone(anyones)


def test_a_folder_that_nobody_may_write_is_refused(soup: Path) -> None:
    new = soup.parent / "new.md"
    with closed(soup.parent):
        for save in (lambda: replace_file(str(soup), OLD, NEW), lambda: write_file(str(new), NEW)):
            assert refused(save) == "its folder may not be written; check the permissions of the folder"
    assert alone(soup)


def test_a_folder_that_only_others_may_write_is_refused(anyones: Path) -> None:
    with closed(anyones.parent, 0o577):
        run = script(AS_ANYONE + TOLD, anyones.parent)
    assert (run.code, run.err) == (1, "soup.md: its folder may not be written; check the permissions of the folder\n")
    assert alone(anyones)


@pytest.mark.parametrize("now", [b"", NEW, OLD + b"\n", OLD[:-1], OLD.replace(b"2", b"3")])
def test_a_file_that_changed_since_it_was_read_is_refused(soup: Path, now: bytes) -> None:
    soup.write_bytes(now)
    sentence = refused(lambda: replace_file(str(soup), OLD, NEW))
    assert sentence == "the file changed since it was read; run the command again"
    assert alone(soup, now)


def test_a_file_that_is_gone_is_refused(soup: Path) -> None:
    soup.unlink()
    assert refused(lambda: replace_file(str(soup), OLD, NEW)) == "the file is gone; check the name"
    assert not list(soup.parent.iterdir())


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "soup.md").mkdir()
    for path in (str(tmp_path / "soup.md"), str(tmp_path), "/", ".", ""):
        for save in (lambda path=path: replace_file(path, OLD, NEW), lambda path=path: write_file(path, NEW)):
            assert refused(save) == "this is a folder; name a file in it"
    assert list(tmp_path.iterdir()) == [tmp_path / "soup.md"]
    assert not list((tmp_path / "soup.md").iterdir())


def test_a_name_that_ends_like_that_of_a_folder_is_refused(tmp_path: Path) -> None:
    assert refused(lambda: write_file(f"{tmp_path}/new/", NEW)) == "this names a folder; name a file in it"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("folder", ["gone", "soup.md"])
def test_a_folder_that_is_none_is_refused(soup: Path, folder: str) -> None:
    path = str(soup.parent / folder / "new.md")
    assert refused(lambda: write_file(path, NEW)) == "there is no such folder; make it first, or name another one"
    assert refused(lambda: replace_file(path, OLD, NEW)) == "the file is gone; check the name"
    assert alone(soup)


def test_a_named_pipe_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "soup.md"
    os.mkfifo(pipe)
    for save in (lambda: replace_file(str(pipe), OLD, NEW), lambda: write_file(str(pipe), NEW)):
        assert refused(save) == "this is no regular file; name one, or print to standard output"
    assert list(tmp_path.iterdir()) == [pipe]
    assert pipe.is_fifo()


def test_a_device_is_refused() -> None:
    assert refused(lambda: write_file("/dev/null", NEW)).startswith("this is no regular file; ")
    assert Path("/dev/null").is_char_device()


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    for save in (lambda: replace_file(f"{tmp_path}/{'x' * 256}", OLD, NEW), lambda: write_file("x" * 256, NEW)):
        assert refused(save) == "the file cannot be written: file name too long; choose a shorter name"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["a\0b", "\udc80\ud800"], ids=["null", "lone surrogate"])
def test_a_name_that_cannot_be_one_is_refused(tmp_path: Path, name: str) -> None:
    assert refused(lambda: write_file(f"{tmp_path}/{name}", NEW)).startswith("the file cannot be written: ")
    assert not list(tmp_path.iterdir())


def test_a_name_that_a_sweep_would_take_is_refused(tmp_path: Path) -> None:
    path = tmp_path / STRAY
    path.write_bytes(OLD)
    for save in (lambda: replace_file(str(path), OLD, NEW), lambda: write_file(str(path), NEW)):
        assert refused(save) == "recipekit sweeps files of such names away; choose another name"
    assert alone(path)


def test_a_disk_without_room_leaves_everything_as_it_was(soup: Path) -> None:
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\nNEW = NEW * 100\n"
    sentence = (
        "the file cannot be written: file too large; raise the limit on the size of files, and run the command again"
    )
    for save in (TOLD, TOLD.replace('replace_file("soup.md", OLD,', 'write_file("soup.md",')):
        assert "NEW)" in save
        run = script(limit + save, soup.parent)
        assert (run.code, run.err) == (1, f"soup.md: {sentence}\n")
        assert alone(soup)


# What is kept


@pytest.mark.parametrize("mode", [0o640, 0o755, 0o600, 0o666, 0o200 | 0o444, 0o2644], ids=oct)
def test_permissions_are_kept(soup: Path, mode: int) -> None:
    soup.chmod(mode)
    replace_file(str(soup), OLD, NEW)
    assert mode_of(soup) == mode
    write_file(str(soup), OLD)
    assert mode_of(soup) == mode


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002, 0o000], ids=oct)
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_file(str(tmp_path / "ours.md"), NEW)
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert mode_of(tmp_path / "ours.md") == 0o666 & ~mask


@pytest.mark.skipif(not ROOT, reason="only root gives files away")
def test_the_owner_is_kept(soup: Path) -> None:
    os.chown(soup, 1234, 1235)
    soup.chmod(0o4751)  # the bit that a new owner would take away
    replace_file(str(soup), OLD, NEW)
    assert (soup.stat().st_uid, soup.stat().st_gid, mode_of(soup)) == (1234, 1235, 0o4751)
    assert alone(soup, NEW)


@pytest.mark.skipif(not ROOT, reason="needs the file of another user")
def test_an_owner_who_cannot_be_kept_is_no_obstacle(soup: Path) -> None:
    os.chown(soup.parent, 65534, 65534)
    soup.chmod(0o666)
    run = script(AS_ANYONE + TOLD, soup.parent)
    assert (run.code, run.err) == (0, "")
    assert alone(soup, NEW)
    assert (soup.stat().st_uid, mode_of(soup)) == (65534, 0o666)


def attribute(path: Path, name: str, value: bytes) -> None:
    """Set an extended attribute, or skip the test."""
    try:
        os.setxattr(path, name, value)
    except (AttributeError, OSError):
        pytest.skip("this file system has no such attributes")


def test_extended_attributes_are_kept(soup: Path) -> None:
    attribute(soup, "user.origin", b"grandma")
    replace_file(str(soup), OLD, NEW)
    assert os.getxattr(soup, "user.origin") == b"grandma"


def access_list(*, mask: int) -> bytes:
    """Return an access list that lets user 1234 read: version 2, then a tag, the permissions and a number each."""
    entries = [(1, 6, -1), (2, 4, 1234), (4, 4, -1), (16, mask, -1), (32, 4, -1)]
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries)


def test_an_access_list_is_kept(soup: Path) -> None:
    attribute(soup, "system.posix_acl_access", access_list(mask=4))
    replace_file(str(soup), OLD, NEW)
    assert os.getxattr(soup, "system.posix_acl_access") == access_list(mask=4)


def test_the_access_list_of_the_folder_does_not_open_an_old_file(soup: Path) -> None:
    attribute(soup.parent, "system.posix_acl_default", access_list(mask=6))
    replace_file(str(soup), OLD, NEW)
    assert "system.posix_acl_access" not in os.listxattr(soup)
    assert mode_of(soup) == 0o644


# What a sweep removes


def test_a_stray_file_is_swept_away(soup: Path) -> None:
    for save in (
        lambda: sweep(soup.parent),
        lambda: sweep(str(soup.parent)),
        lambda: replace_file(str(soup), OLD, NEW),
        lambda: write_file(str(soup), OLD),
        lambda: refused(lambda: replace_file(str(soup), NEW, NEW)),
    ):
        (soup.parent / STRAY).write_bytes(b"- 4 cu")
        save()
        assert list(soup.parent.iterdir()) == [soup]


@pytest.mark.parametrize(
    "name",
    ["recipekit-0a1b2c3d.tmp", ".recipekit-0a1b2c3.tmp", ".recipekit-0a1b2c3d4.tmp", ".recipekit-0A1B2C3D.tmp",
     ".recipekit-0a1b2c3d.tmp~", ".recipekit-0a1b2c3d.tmp\n", ".recipekit-0a1b_c3d.tmp", ".recipekit-０a1b2c3d.tmp",
     ".recipekit.toml", "soup.tmp"],
)  # fmt: skip
def test_a_file_of_another_name_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(OLD)
    sweep(tmp_path)
    assert alone(tmp_path / name)


def test_only_regular_files_are_swept_away(soup: Path) -> None:
    (soup.parent / ".recipekit-00000001.tmp").symlink_to("soup.md")
    (soup.parent / ".recipekit-00000002.tmp").mkdir()
    os.mkfifo(soup.parent / ".recipekit-00000003.tmp")
    sweep(soup.parent)
    assert len(list(soup.parent.iterdir())) == 4
    assert soup.read_bytes() == OLD


def test_the_temporary_file_of_a_living_process_is_left_alone(soup: Path) -> None:
    stray = soup.parent / STRAY
    with stray.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        sweep(soup.parent)
        replace_file(str(soup), OLD, NEW)
        assert stray.exists()
    sweep(soup.parent)
    assert alone(soup, NEW)


def test_a_sweep_leaves_a_folder_that_nobody_may_write(soup: Path) -> None:
    (soup.parent / STRAY).write_bytes(b"")
    with closed(soup.parent):
        sweep(soup.parent)
    assert (soup.parent / STRAY).exists()


@pytest.mark.parametrize("folder", ["gone", "soup.md", "a\0b", "x" * 5000])
def test_a_sweep_of_what_is_no_folder_does_nothing(soup: Path, folder: str) -> None:
    sweep(soup.parent / folder)
    assert alone(soup)


# Several at once

COUNTING = """
successes = refusals = 0
while successes < 10:
    with open("count", "rb") as file:
        was = file.read()
    try:
        replace_file("count", was, b"%d" % (int(was) + 1))
        successes += 1
    except UnwritableRecipeError as error:
        assert str(error) == "count: the file changed since it was read; run the command again", error
        refusals += 1
print(refusals)
"""


def together(code: str, arguments: str, folder: Path) -> list[Outcome]:
    """Run *code* once for each of the *arguments*, all from the same moment on."""
    reader, writer = os.pipe()
    code = PRELUDE + "print(flush=True)\nsys.stdin.read()\n" + code
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, argument], cwd=folder, env=environment(),
            stdin=reader, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for argument in arguments
    ]  # fmt: skip
    os.close(reader)
    for process in processes:
        assert process.stdout is not None
        process.stdout.readline()
    os.close(writer)
    told = [process.communicate() for process in processes]
    return [Outcome(process.returncode, out, err.decode()) for process, (out, err) in zip(processes, told, strict=True)]


def test_no_update_of_many_processes_is_lost(tmp_path: Path) -> None:
    (tmp_path / "count").write_bytes(b"0")
    runs = together(COUNTING, "abcdefgh", tmp_path)
    assert [(run.code, run.err) for run in runs] == [(0, "")] * 8
    assert alone(tmp_path / "count", b"80")
    assert sum(int(run.out) for run in runs) > 0  # they did meet


def test_of_those_that_read_the_same_one_wins_and_the_others_are_refused(soup: Path) -> None:
    runs = together("NEW += sys.argv[1].encode()\n" + TOLD, "abcd", soup.parent)
    assert sorted(run.code for run in runs) == [0, 1, 1, 1]
    sentence = "soup.md: the file changed since it was read; run the command again\n"
    assert sorted(run.err for run in runs) == ["", sentence, sentence, sentence]
    winner = next(name for name, run in zip("abcd", runs, strict=True) if run.code == 0)
    assert alone(soup, NEW + winner.encode())


def test_who_waited_for_a_file_that_was_replaced_starts_again_from_the_new_one(soup: Path) -> None:
    with soup.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        waiting = subprocess.Popen(
            [sys.executable, "-c", PRELUDE + "print(flush=True)" + TOLD], cwd=soup.parent, env=environment(),
            stdout=subprocess.PIPE,
        )  # fmt: skip
        assert waiting.stdout is not None
        waiting.stdout.readline()
        time.sleep(0.1)
        assert waiting.poll() is None
        other = soup.with_name("other.md")
        other.write_bytes(OLD)
        other.chmod(0o640)
        other.replace(soup)
    waiting.communicate()
    assert waiting.returncode == 0
    assert alone(soup, NEW)
    assert mode_of(soup) == 0o640


def test_a_lock_that_stays_is_told_in_the_end(soup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recipekit.saving.PATIENCE", 0.05)
    with soup.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        sentence = refused(lambda: replace_file(str(soup), OLD, NEW))
    assert sentence == "another program has locked the file; try again when it is done"
    assert alone(soup)


def test_an_interrupt_ends_the_wait_for_a_lock(soup: Path) -> None:
    with soup.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        waiting = subprocess.Popen(
            [sys.executable, "-c", PRELUDE + "print(flush=True)" + TOLD], cwd=soup.parent, env=environment(),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert waiting.stdout is not None
        waiting.stdout.readline()
        time.sleep(0.1)
        waiting.send_signal(signal.SIGINT)
        assert waiting.communicate()[1].endswith(b"KeyboardInterrupt\n")
    assert alone(soup)


def test_without_locks_a_file_is_compared_and_replaced_all_the_same(soup: Path) -> None:
    (soup.parent / STRAY).write_bytes(b"")
    assert script("sys.modules['fcntl'] = None" + TOLD, soup.parent).code == 0
    assert soup.read_bytes() == NEW
    run = script("sys.modules['fcntl'] = None" + TOLD, soup.parent)
    assert run.err == "soup.md: the file changed since it was read; run the command again\n"
    assert sorted(soup.parent.iterdir()) == [soup.parent / STRAY, soup]  # which may still be another's
