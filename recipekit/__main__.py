"""The program: ``recipekit``, also ``python -m recipekit``."""

import gc
import os
import sys
from typing import Any


def run() -> None:
    """Run recipekit with the arguments of the process and leave with its exit code."""
    # A command lives for a moment: collecting garbage while its modules load is a tenth of that moment for nothing.
    gc.set_threshold(200_000)
    # An interrupt may come while a module loads, or within a callback that cannot raise, where no `except` is.
    sys.excepthook = _quietly(sys.excepthook)
    sys.unraisablehook = _quietly(sys.unraisablehook)
    from recipekit.cli.app import main  # noqa: PLC0415 - behind the lines above

    code = main(sys.argv[1:])
    gc.freeze()  # so that nothing is collected on the way out either, another sixth of the moment
    sys.exit(code)


def _quietly(hook: Any) -> Any:
    """Return *hook*, which reports an exception, but for an interrupt: that ends the process without a word."""

    def reported(*what: Any) -> None:
        """Report what came, unless it is an interrupt."""
        if any(isinstance(part, KeyboardInterrupt) for part in (*what, getattr(what[0], "exc_value", None))):
            os._exit(130)
        hook(*what)

    return reported


if __name__ == "__main__":
    run()
