"""Standard output and standard error that may be closed, full, or broken off, without a traceback in any case."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from recipekit.errors import RecipeKitError


class UnwritableOutputError(RecipeKitError):
    """Standard output takes no more: the disk is full, say."""


class _Guarded:
    """A stream whose reader may have gone: a closed pipe ends the process quietly with 0."""

    def __init__(self, stream: TextIO, *, silent: bool) -> None:
        self._stream = stream
        self._silent = silent
        self._broken: UnwritableOutputError | None = None

    def write(self, text: Any) -> int:
        """Write *text*, or find out that nobody reads it."""
        return int(self._tried(self._stream.write, text) or 0)

    def flush(self) -> None:
        """Send off what is held back."""
        self._tried(self._stream.flush)

    def _tried(self, write: Any, *text: Any) -> Any:
        if self._broken is not None:
            raise self._broken  # typer tries a stream out, and forgets what it learns
        try:
            return write(*text)
        except BrokenPipeError:
            _forget(self._stream)
            if not self._silent:
                raise SystemExit(0) from None
        except OSError as error:
            _forget(self._stream)
            if not self._silent:
                reason = (error.strerror or str(error)).lower()
                sentence = f"standard output cannot be written: {reason}; write elsewhere"
                self._broken = UnwritableOutputError(sentence)
                raise self._broken from error
        return None

    @property
    def buffer(self) -> _Guarded:
        """The stream of bytes below, guarded too."""
        return _Guarded(self._stream.buffer, silent=self._silent)  # type: ignore[arg-type]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _forget(stream: TextIO) -> None:
    """Point a stream at nothing, so that the interpreter does not complain when it closes it."""
    with suppress(OSError, ValueError):  # a test's stream has no file behind it
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextmanager
def guarded_streams() -> Iterator[None]:
    """Guard both streams while a command runs; one that is closed from the start is nothing."""
    out, error = sys.stdout, sys.stderr
    with open(os.devnull, "w", encoding="utf-8") as nothing:  # noqa: PTH123 - a device, no path
        guards: tuple[Any, Any] = (_Guarded(out or nothing, silent=False), _Guarded(error or nothing, silent=True))
        sys.stdout, sys.stderr = guards
        try:
            yield
        finally:
            sys.stdout, sys.stderr = out, error
