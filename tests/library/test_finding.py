"""Which files of a folder may be recipes."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from libraries import has_git, written

from recipekit.errors import UnreadableRecipeError
from recipekit.library.finding import Skipped, recipes_below


def found(folder: Path) -> list[str]:
    """Return the files that are found, seen from *folder*."""
    return [str(Path(spot.path).relative_to(folder)) for spot in recipes_below(str(folder))]


def test_files_come_in_the_order_of_their_names_those_of_inner_folders_last(tmp_path: Path) -> None:
    written(tmp_path, {"b.md": "", "a/d.markdown": "", "a/c/e.md": "", "a/f.md": "", "z.md": ""})
    assert found(tmp_path) == ["b.md", "z.md", "a/d.markdown", "a/f.md", "a/c/e.md"]


def test_what_is_no_recipe_by_its_name_is_passed_by_and_says_why(tmp_path: Path) -> None:
    names = ("a.md", "README.md", "b.txt", ".c.md", ".obsidian/d.md", "node_modules/e.md", "_index.md", "soup/index.md")
    written(tmp_path, dict.fromkeys(names, ""))
    skipped: list[Skipped] = []
    kept = [Path(spot.path).relative_to(tmp_path) for spot in recipes_below(str(tmp_path), skipped.append)]
    assert kept == [Path("a.md"), Path("soup/index.md")]
    assert {(Path(one.path).name, one.why) for one in skipped} == {
        (".c.md", "it is hidden"),
        (".obsidian", "it is hidden"),
        ("README.md", "by its name it is no recipe"),
        ("_index.md", "by its name it is no recipe"),
        ("node_modules", "packages are no recipes"),
    }


@pytest.mark.parametrize(
    ("rules", "ignored"),
    [
        ("drafts/", {"drafts/a.md"}),
        ("*.bak.md\n!keep.bak.md", {"x.bak.md"}),
        ("/a.md", {"a.md"}),
        ("a.md", {"a.md", "drafts/a.md", "soups/a.md"}),
        ("soups/*\n!soups/b.md", {"soups/a.md"}),
        ("**/b.md", {"soups/b.md"}),
        ("# a.md\n\n   \n", set()),
        ("[", set()),
        ("*a*a*a*a*a*a*b", set()),
    ],
)
def test_what_git_ignores_is_passed_by(tmp_path: Path, rules: str, ignored: set[str]) -> None:
    names = {"a.md", "x.bak.md", "keep.bak.md", "drafts/a.md", "soups/a.md", "soups/b.md"}
    written(tmp_path, {**dict.fromkeys(names, ""), ".gitignore": rules})
    assert set(found(tmp_path)) == names - ignored


def test_a_nearer_gitignore_goes_before_a_farther_one(tmp_path: Path) -> None:
    written(tmp_path, {"a/x.md": "", "b/x.md": "", ".gitignore": "x.md", "a/.gitignore": "!x.md"})
    assert found(tmp_path) == ["a/x.md"]


def test_the_gitignore_of_the_repository_holds_in_a_folder_of_it_and_no_farther(tmp_path: Path) -> None:
    written(tmp_path, {".gitignore": "*.md", "repo/.gitignore": "/soups/old.md", "repo/.git/HEAD": ""})
    written(tmp_path, {"repo/soups/old.md": "", "repo/soups/new.md": ""})
    assert found(tmp_path / "repo" / "soups") == ["new.md"]
    assert found(tmp_path) == []


def test_what_the_repository_and_the_user_exclude_is_passed_by(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    written(tmp_path, {"config/git/ignore": "mine.md\n", "repo/.git/info/exclude": "/soups/old.md\n*.tmp.md\n"})
    written(tmp_path / "repo", dict.fromkeys(("soups/old.md", "soups/mine.md", "soups/new.md", "x.tmp.md", "a.md"), ""))
    written(tmp_path / "repo", {".gitignore": "!mine.md\n"})
    assert found(tmp_path / "repo") == ["a.md", "soups/mine.md", "soups/new.md"]
    assert found(tmp_path / "repo" / "soups") == ["mine.md", "new.md"]
    written(tmp_path, dict.fromkeys(("plain/mine.md",), ""))
    assert found(tmp_path / "plain") == ["mine.md"]


def test_a_gitignore_that_is_no_file_says_nothing(tmp_path: Path) -> None:
    written(tmp_path, {"a/x.md": "", "b/x.md": ""})
    os.mkfifo(tmp_path / "a" / ".gitignore")
    (tmp_path / "b" / ".gitignore").mkdir()
    assert found(tmp_path) == ["a/x.md", "b/x.md"]


PATTERN = st.tuples(
    st.sampled_from(["", "!", "\\"]),
    st.sampled_from(["", "/", "**/", "a/", "b/a/"]),
    st.sampled_from(["a", "b", "a*", "*b", "?", "[ab]", "[!a]", "*", "a.md", "*.md", "b.*", "#a"]),
    st.sampled_from(["", "/", "/*", "/**", "  "]),
).map("".join)
PATTERNS = st.lists(PATTERN, max_size=4).map("\n".join)


@pytest.mark.skipif(not has_git(), reason="no git is here")
@given(rules=PATTERNS)
def test_git_itself_ignores_the_same(tmp_path_factory: pytest.TempPathFactory, rules: str) -> None:
    folder = tmp_path_factory.mktemp("repo")
    names = ["a.md", "b.md", "ab.md", "a/a.md", "a/b.md", "b/a/b.md"]
    written(folder, {**dict.fromkeys(names, ""), ".gitignore": rules})
    subprocess.run(["git", "init", "-q", folder], check=True)  # noqa: S607
    command = ["git", "-C", str(folder), "-c", "core.excludesFile=", "ls-files", "-o", "-z", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\0")
    assert set(found(folder)) == {name for name in listed if name.endswith(".md")}


def test_links_to_folders_are_not_followed_so_that_circles_end(tmp_path: Path) -> None:
    written(tmp_path, {"a/x.md": ""})
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    (tmp_path / "folder.md").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "file.md").symlink_to(tmp_path / "a" / "x.md")
    assert found(tmp_path) == ["file.md", "loop.md", "a/x.md"]


def test_a_link_that_leads_nowhere_is_kept_so_that_reading_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "gone.md").symlink_to("nowhere")
    assert [spot.size for spot in recipes_below(str(tmp_path))] == [-1]


def test_a_pipe_with_the_name_of_a_recipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert found(tmp_path) == []


def test_very_deep_folders_are_noted_and_not_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 210)
    deep.mkdir(parents=True)
    (deep / "a.md").touch()
    skipped: list[Skipped] = []
    assert not list(recipes_below(str(tmp_path), skipped.append))
    assert [one.unread for one in skipped] == [True]


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableRecipeError, match="may not be listed"):
        list(recipes_below(str(tmp_path / "none")))
