"""What is installed is all of it: a plain install holds every module and every data file, not only an editable one."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SETUPTOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
FILES = [path for path in sorted((ROOT / "recipekit").rglob("*")) if path.is_file() and path.suffix != ".pyc"]


def test_packages_are_found_and_not_listed() -> None:
    assert SETUPTOOLS["packages"] == {"find": {"include": ["recipekit*"]}}


@pytest.mark.parametrize(
    "folder", sorted({path.parent for path in FILES if path.suffix == ".py"}), ids=lambda folder: folder.name
)
def test_a_folder_of_modules_is_a_package(folder: Path) -> None:
    assert (folder / "__init__.py").is_file()


def test_every_other_file_is_package_data() -> None:
    known = {path for pattern in SETUPTOOLS["package-data"]["recipekit"] for path in (ROOT / "recipekit").glob(pattern)}
    assert {path for path in FILES if path.suffix != ".py"} == known
