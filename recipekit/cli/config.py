"""``recipekit config``: which settings hold, and which file says so."""

from __future__ import annotations

import json as writer
from collections.abc import Mapping
from pathlib import Path

from recipekit.cli.options import Json
from recipekit.cli.output import write_out
from recipekit.config import Setting, keys, settings
from recipekit.render.safe import visible
from recipekit.settings_files import OWN, SHARED

EXAMPLE = "recipekit config"


def help_text() -> str:
    """Return the help with every key, so that none is forgotten."""
    width = max(len(key.name) for key in keys())
    rows = [
        f"  {key.name:{width}}  {key.help.rstrip('.')}{': ' + ', '.join(key.allowed) if key.allowed else ''}."
        for key in keys()
    ]
    where = (
        f"The nearest {OWN}, or {SHARED} with a table [tool.recipekit], from the current folder upwards, says what "
        "holds; without one it is the default. Files that it names stand beside it."
    )
    return "\n".join(("Print which settings hold, and which file says so.", "", where, "", "\b", "Keys:", *rows))


def config(json: Json = False) -> None:
    """Print which settings hold, and which file says so."""
    found = settings()
    if json:
        document = {one.key: {"value": _plain(one.value), "from": _origin(one)} for one in found}
        write_out(writer.dumps(document, indent=2) + "\n")
        return
    rows = [(one.key, _shown(one.value), _shown(_origin(one))) for one in found]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    write_out("".join(f"{key:{widths[0]}}  {value:{widths[1]}}  {origin}\n" for key, value, origin in rows))


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: list(listed) if isinstance(listed, tuple) else listed or True for key, listed in value.items()}
    return str(value) if isinstance(value, Path) else value


def _shown(value: object) -> str:
    if isinstance(value, (tuple, Mapping)):
        value = writer.dumps(_plain(value), ensure_ascii=False) if value else None
    return "not set" if value is None else visible(str(value)).replace("\n", "\\n").replace("\t", "\\t")


def _origin(setting: Setting) -> str:
    return "default" if setting.origin is None else str(setting.origin)
