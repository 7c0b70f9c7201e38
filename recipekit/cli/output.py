"""Writes results to standard output and everything else to standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from recipekit.render.safe import fitting, visible, writing_in

if TYPE_CHECKING:
    from rich.console import RenderableType

    from recipekit.diagnostics import Diagnostic


def write_out(text: str) -> None:
    """Write *text* to standard output, fitted to its encoding."""
    sys.stdout.write(fitting(text, sys.stdout.encoding or "utf-8"))
    sys.stdout.flush()


def write_sheet(text: str) -> None:
    """Write CSV to standard output; a terminal gets no control characters."""
    write_out(visible(text) if sys.stdout.isatty() else text)


def write_raw(text: str) -> None:
    """Write a file's own text to standard output, byte for byte in UTF-8; a terminal gets no control characters."""
    if sys.stdout.isatty():
        write_out(visible(text.removeprefix("\ufeff").replace("\r\n", "\n")))
        return
    sys.stdout.flush()
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None:  # a stream of text alone, as in a test
        sys.stdout.write(text)
    else:
        raw.write(text.encode("utf-8", "surrogateescape"))
    sys.stdout.flush()


def write_paths(paths: Iterable[str], end: str) -> None:
    """Write *paths* to standard output, *end* behind each, byte for byte as the file system has them.

    On a terminal control characters in them are shown instead.
    """
    if sys.stdout.isatty():
        write_out("".join(visible(path).replace("\n", "\\n") + "\n" for path in paths))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(os.fsencode("".join(path + end for path in paths)))
    sys.stdout.flush()


def write_document(document: dict[str, Any], *, compact: bool = False) -> None:
    """Write a JSON document to standard output, on one line where it is *compact*; what is no Unicode gets ASCII."""
    from recipekit.render.document import dump  # noqa: PLC0415 - few commands print one

    plain = (sys.stdout.encoding or "utf-8").lower().replace("-", "") not in ("utf8", "utf16", "utf32")
    write_out(dump(document, compact=compact, ascii_only=plain) + "\n")


def counted(number: int, noun: str) -> str:
    """Return *number* of a *noun* in words.

    >>> counted(1, "file"), counted(2040, "file")
    ('1 file', '2,040 files')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def write_error(text: str) -> None:
    """Write one line to standard error, control characters and line ends shown."""
    line = visible(text).replace("\n", "\\n").replace("\t", " ")
    sys.stderr.write(fitting(line, sys.stderr.encoding or "utf-8") + "\n")
    sys.stderr.flush()


def report(path: str | None, problems: Iterable[Diagnostic], *, quiet: bool = False) -> None:
    """Write what was found, a line each, to standard error, without what only programs care for; *quiet*: no notes."""
    silent = ("info", "note") if quiet else ("info",)
    told = [problem for problem in problems if problem.problem.severity not in silent]
    if not told:
        return
    from recipekit.render.findings import Placed, concise  # noqa: PLC0415 - few recipes have any

    for problem in told:
        write_error(concise(Placed(path, problem)))


class _Sink:
    """A file that gathers what rich prints, and answers for the real standard output."""

    def __init__(self) -> None:
        self.pieces: list[str] = []

    def write(self, text: str) -> int:
        """Gather *text* and return its length."""
        self.pieces.append(text)
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""

    def isatty(self) -> bool:
        """Tell whether the real one is a terminal."""
        return sys.stdout.isatty()

    def fileno(self) -> int:
        """Return the file descriptor of the real one."""
        return sys.stdout.fileno()

    @property
    def encoding(self) -> str:
        """The encoding of the real one."""
        return sys.stdout.encoding or "utf-8"


def show(view: Callable[[int, bool], RenderableType]) -> None:
    """Print what *view* returns for a width and for whether links are clickable; a pipe gets plain, uncut lines."""
    from rich.console import Console  # noqa: PLC0415 - `--json` never imports rich

    from recipekit.render.layout import UNLIMITED  # noqa: PLC0415

    sink = _Sink()
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else UNLIMITED
    console = Console(file=sink, width=width, highlight=False, emoji=False, markup=False, soft_wrap=False)  # type: ignore[arg-type]
    with writing_in(sink.encoding):
        console.print(view(width, terminal and os.environ.get("TERM") not in ("dumb", "linux")))
    text = "".join(sink.pieces)
    if not terminal:
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    write_out(text)
