"""Checks many files, on every core where there are enough of them, and compares what they say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from recipekit.check.rule import Settings
from recipekit.check.running import Report, compared, report_on
from recipekit.check.selecting import Selection
from recipekit.cores import Watch, each_of
from recipekit.errors import RecipeKitError
from recipekit.files import read_source


class Unread(NamedTuple):
    """A file that cannot be read: the sentence about it, and its exit code."""

    path: str
    said: str
    exit_code: int


def check_file(path: str, selection: Selection, settings: Settings) -> Report | Unread:
    """Return what is found in the file *path* alone: a pure function of its bytes, for whatever maps it."""
    try:
        return report_on(read_source(path), selection.of(path), settings)
    except RecipeKitError as error:
        return Unread(path, str(error), error.exit_code)


def check_files(
    paths: Sequence[str], selection: Selection, settings: Settings, watch: Watch[str] = iter
) -> tuple[list[Report], list[Unread]]:
    """Return a report on each of *paths*, in their order, and what could not be read."""
    reports: list[Report] = []
    unread: list[Unread] = []
    for each in each_of(paths, partial(check_file, selection=selection, settings=settings), watch):
        if isinstance(each, Unread):
            unread.append(each)
        else:
            reports.append(each)
    return _chosen(compared(reports, selection.codes), selection), unread


def _chosen(reports: list[Report], selection: Selection) -> list[Report]:
    """Return *reports* without what the rules that compare found in files for which they are left out."""
    if not selection.per_file:
        return reports
    kept = []
    for report in reports:
        codes = selection.of(report.path)
        kept.append(report._replace(findings=tuple(each for each in report.findings if each.problem.code in codes)))
    return kept
