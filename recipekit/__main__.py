"""The program: ``recipekit``, also ``python -m recipekit``."""

import gc
import sys


def run() -> None:
    """Run recipekit with the arguments of the process and leave with its exit code."""
    # A command lives for a moment: collecting garbage while its modules load is a tenth of that moment for nothing.
    gc.set_threshold(200_000)
    from recipekit.cli.app import main  # noqa: PLC0415 - behind the line above

    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
