"""How ``check`` goes about it: what runs over which files, what is mended, and what is printed of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import typer

from recipekit.check.collection import Unread, check_files
from recipekit.check.fixing import Mended, fixable, fixed
from recipekit.check.rule import Settings
from recipekit.check.running import Report, compared, report_on
from recipekit.check.selecting import Selection, selection
from recipekit.cli.options import one_of
from recipekit.cli.output import counted, write_error, write_raw
from recipekit.cli.paths import files_of, watched
from recipekit.cli.reporting import FORMATS, print_findings, print_statistics
from recipekit.config import load_config, settings
from recipekit.errors import ExitCode, RecipeKitError, UsageError
from recipekit.files import is_folder, read_piped, read_source
from recipekit.render.findings import Placed
from recipekit.source import Source

PIPE = "-"


class Asked(NamedTuple):
    """What the command line asks for; without *paths* it is the current folder."""

    paths: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fix: bool
    unsafe: bool
    diff: bool
    form: str
    statistics: bool
    exit_zero: bool
    quiet: bool


class _Checked(NamedTuple):
    """What was checked: reports, files that could not be read, and how many turned out to be no recipes."""

    reports: list[Report]
    unread: list[Unread]
    others: int
    piped: Source | None

    @property
    def found(self) -> int:
        """How many findings there are."""
        return sum(len(report.findings) for report in self.reports)


def lint(asked: Asked) -> None:
    """Check the files that are *asked* for, mend them where that is asked, and print what was found.

    Raises:
        UsageError: options that cannot be meant together, or a rule that does not exist.
        Exit: something was found, or a file could not be read or written.
    """
    _refuse_clashes(asked)
    chosen, rules = _configured(asked)
    checked = _checked(asked, chosen, rules)
    failed = 0
    changed = 0
    if asked.fix:
        changed, failed = _mend(asked, checked, chosen, rules)
    if asked.fix and not asked.diff and changed and checked.piped is None:
        checked = _checked(asked, chosen, rules)
    for each in checked.unread:
        write_error(f"recipekit: {each.said}")
        failed = failed or each.exit_code
    if not asked.diff and not (asked.fix and checked.piped is not None):
        _print(asked, checked)
    if not asked.quiet:
        write_error(_summary(asked, checked, changed))
    if failed or (checked.found and not asked.exit_zero):
        raise typer.Exit(failed or ExitCode.FINDINGS)


def _refuse_clashes(asked: Asked) -> None:
    one_of("--format", asked.form, FORMATS)
    if asked.statistics and asked.form in ("github", "sarif"):
        raise UsageError(f"say one of --statistics and --format {asked.form}, not both")
    if asked.statistics and asked.diff:
        raise UsageError("say one of --statistics and --diff, not both")
    if PIPE in asked.paths and len(asked.paths) > 1:
        raise UsageError("- is standard input alone: name it, or files and folders")


def _configured(asked: Asked) -> tuple[Selection, Settings]:
    config = load_config()
    here = Path.cwd() if config.check_per_file_ignores else None
    home = next((each.origin for each in settings() if each.key == "check.per-file-ignores"), None) if here else None
    chosen = selection(
        asked.select or config.check_select, (*config.check_ignore, *asked.ignore), config.check_per_file_ignores,
        home.parent if home else None,
    )  # fmt: skip
    root = config.check_site_root
    if root is not None and not is_folder(str(root)):
        raise UsageError(f"check.site-root: there is no folder {root}; mend it in the configuration")
    return chosen, Settings(config.check_free, root)


def _checked(asked: Asked, chosen: Selection, rules: Settings) -> _Checked:
    if asked.paths == (PIPE,):
        source = read_piped()
        return _Checked(compared([report_on(source, chosen.codes, rules)], chosen.codes), [], 0, source)
    names = asked.paths or (".",)
    paths = files_of(names)
    reports, unread = check_files(paths, chosen, rules, partial(watched, doing="Checking"))
    named = {name for name in names if not is_folder(name)}
    kept = [report for report in reports if report.is_recipe or report.path in named]
    return _Checked(kept, unread, len(reports) - len(kept), None)


def _mend(asked: Asked, checked: _Checked, chosen: Selection, rules: Settings) -> tuple[int, int]:
    """Make the fixes; return how many findings were mended, and the exit code where a file could not be written."""
    count = failed = 0
    for report in checked.reports:
        if not fixable(report.findings, unsafe=asked.unsafe) and checked.piped is None:
            continue
        try:
            source = checked.piped or read_source(report.path or "")
            mended = fixed(source, report.findings, chosen.of(report.path), rules, unsafe=asked.unsafe)
            count += len(mended.done)
            _write(asked, report.path, source, mended)
        except RecipeKitError as error:
            write_error(f"recipekit: {error}")
            failed = failed or error.exit_code
    return count, failed


def _write(asked: Asked, path: str | None, source: Source, mended: Mended) -> None:
    if asked.diff:
        from recipekit.edits.diff import unified_diff  # noqa: PLC0415 - few runs show one

        write_raw(unified_diff(path, source.raw, mended.raw))
    elif path is None:
        write_raw(mended.raw)
    else:
        from recipekit.saving import replace_file  # noqa: PLC0415 - few runs write

        replace_file(path, source.raw.encode(), mended.raw.encode())


def _print(asked: Asked, checked: _Checked) -> None:
    found = list(_placed(checked, rows=asked.form == "text" and not asked.statistics))
    if asked.statistics:
        print_statistics(found, asked.form)
    else:
        print_findings(found, asked.form)


def _placed(checked: _Checked, *, rows: bool) -> Iterator[Placed]:
    for report in checked.reports:
        source = _source(report, checked.piped) if rows and report.findings else None
        for finding in report.findings:
            yield Placed(report.path, finding, _row(source, finding.line))


def _source(report: Report, piped: Source | None) -> Source | None:
    """Return the text of a file once more, for showing its lines; None where it has gone since."""
    try:
        return piped or read_source(report.path or "")
    except RecipeKitError:
        return None


def _row(source: Source | None, line: int) -> str:
    if source is None or line > source.line_at(len(source.text)):
        return ""
    return source.line_text(line)


def _summary(asked: Asked, checked: _Checked, changed: int) -> str:
    files = counted(len(checked.reports), "file")
    left = [each for report in checked.reports for each in report.findings]
    if not checked.reports and not checked.unread:
        return f"no recipe found in {', '.join(asked.paths) or 'this folder'}"
    said = f"{counted(len(left), 'finding')} in {files}"
    if asked.fix:
        said = f"{counted(changed, 'finding')} {'would be mended' if asked.diff else 'mended'}; {said}"
    elif more := _offer(each.fix.safe for each in left if each.fix is not None):
        said += f", {more}"
    return said + (f"; {counted(checked.others, 'other file')} without a recipe" if checked.others else "")


def _offer(safe: Iterable[bool]) -> str:
    fixes = list(safe)
    offers = {"--fix": fixes.count(True), "--unsafe-fixes": fixes.count(False)}
    return " and ".join(f"{count:,} can be mended with {option}" for option, count in offers.items() if count)
