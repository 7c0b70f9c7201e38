"""The diff is one that `git apply` and `patch` take, whatever the name, the line ends and the last line."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from patched import patched

from recipekit.edits.diff import unified_diff

GIT = shutil.which("git") or ""
lines = st.lists(
    st.text(alphabet=st.sampled_from("ab½ \t|\r\x0c\u2028-+@\\"), max_size=6), max_size=12
).map("\n".join)  # fmt: skip


@given(lines, lines)
def test_applied_it_gives_the_new_text(old: str, new: str) -> None:
    assert patched(old, unified_diff("soup.md", old, new)) == new


@given(lines, st.integers(0, 400), lines)
def test_far_from_the_start_too(old: str, far: int, new: str) -> None:
    head = "".join(f"{number}\n" for number in range(far))
    assert patched(head + old, unified_diff("soup.md", head + old, head + new)) == head + new


def test_equal_texts_have_none() -> None:
    assert unified_diff("soup.md", "a\n", "a\n") == ""


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("soup.md", "--- a/soup.md\n"),
        ("my soup.md", "--- a/my soup.md\t\n"),
        ("folder/./soup.md", "--- a/folder/soup.md\n"),
        ("Crème.md", '--- "a/Cr\\303\\250me.md"\n'),
        ('a"b\\c.md', '--- "a/a\\"b\\\\c.md"\n'),
        ("a\tb\n.md", '--- "a/a\\tb\\n.md"\n'),
        (None, "--- a/recipe.md\n"),
        ("/elsewhere/soup.md", "--- a/soup.md\n"),
    ],
)
def test_names_are_written_as_git_writes_them(name: str | None, header: str) -> None:
    assert unified_diff(name, "a\n", "b\n").startswith(header)


NAMES = [
    "soup.md",
    "my soup.md",
    "Crème brûlée.md",
    "日本.md",
    'a"b.md',
    "a\\b.md",
    "tab\there.md",
    "deep/in here/soup.md",
]
TEXTS = {
    "plain": ("Serves 6\n\n- 2 cups\n", "Serves 2\n\n- ⅔ cup\n"),
    "no-last-end": ("a\nb", "a\nc"),
    "an-end-is-added": ("a", "a\n\nb\n"),
    "crlf": ("a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n"),
    "byte-order-mark": ("\ufeffa\n", "\ufeffb\n"),
    "far-apart": ("1\n" * 50 + "a\n" + "2\n" * 50 + "b", "1\n" * 50 + "A\n" + "2\n" * 50 + "B"),
}


@pytest.mark.parametrize("tool", [["git", "apply"], ["patch", "-p1", "--binary"]], ids=lambda tool: tool[0])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("old", "new"), TEXTS.values(), ids=TEXTS)
def test_the_tools_take_it(
    old: str, new: str, name: str, tool: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which(tool[0]) is None:
        pytest.skip(f"there is no {tool[0]}")
    monkeypatch.chdir(tmp_path)
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(old.encode())
    diff = unified_diff(str(path), old, new)
    done = subprocess.run(tool, input=diff.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode() + diff
    assert path.read_bytes().decode() == new


def test_below_the_root_of_a_repository_it_is_applied_from_where_it_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not GIT:
        pytest.skip("there is no git")
    folder = tmp_path / "recipes"
    folder.mkdir()
    subprocess.run([GIT, "init", "-q", "."], cwd=tmp_path, check=True)
    (folder / "soup.md").write_text("a\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    subprocess.run([GIT, "apply"], input=unified_diff("soup.md", "a\n", "b\n").encode(), check=True)
    assert (folder / "soup.md").read_text(encoding="utf-8") == "b\n"


def test_a_path_through_a_link_is_seen_from_the_folder_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real" / "soups").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    monkeypatch.chdir(tmp_path / "real")
    path = tmp_path / "link" / "soups" / "dal.md"
    assert unified_diff(str(path), "a\n", "b\n").startswith("--- a/soups/dal.md\n")


def test_with_p1_git_does_not_guess_which_file_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not GIT:
        pytest.skip("there is no git")
    below = tmp_path / "soups" / "soups"
    below.mkdir(parents=True)
    subprocess.run([GIT, "init", "-q", "."], cwd=tmp_path, check=True)
    for folder in (below, below.parent):
        (folder / "dal.md").write_text("a\n", encoding="utf-8")
    monkeypatch.chdir(below.parent)
    diff = unified_diff("soups/dal.md", "a\n", "b\n")
    subprocess.run([GIT, "apply", "-p1"], input=diff.encode(), check=True)
    assert (below / "dal.md").read_text(encoding="utf-8") == "b\n"
    assert (below.parent / "dal.md").read_text(encoding="utf-8") == "a\n"


@settings(max_examples=25)
@given(lines, lines)
def test_patch_agrees_with_the_book(tmp_path_factory: pytest.TempPathFactory, old: str, new: str) -> None:
    if not GIT:
        pytest.skip("there is no git")
    folder = tmp_path_factory.mktemp("patch")
    (folder / "recipe.md").write_bytes(old.encode())
    diff = unified_diff(None, old, new)
    if diff and old and new:  # git takes an empty file for one that is not there
        done = subprocess.run(
            [GIT, "apply", "--unidiff-zero"], input=diff.encode(), cwd=folder, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert (folder / "recipe.md").read_bytes().decode() == new
