"""Problems found while reading or working, as values, and the one table of their codes."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding matters to a cook."""

    ERROR = "error"  #: something of the recipe could not be read
    WARNING = "warning"  #: probably not what the author meant
    NOTE = "note"  #: worth knowing while cooking
    INFO = "info"  #: good to know; shown in the JSON only


class Problem(NamedTuple):
    """One line of the table of codes: a stable code, a name that reads aloud, how much it matters."""

    code: str
    name: str
    severity: Severity


UNREADABLE = Problem("RK100", "unreadable-recipe", Severity.ERROR)
FRONT_MATTER_LIST = Problem("RK101", "front-matter-not-a-mapping", Severity.WARNING)
AMBIGUOUS_VALUE = Problem("RK102", "ambiguous-front-matter-value", Severity.INFO)
AMBIGUOUS_KEY = Problem("RK103", "ambiguous-front-matter-key", Severity.INFO)
NO_TITLE = Problem("RK104", "no-title", Severity.WARNING)
UNREADABLE_SERVINGS = Problem("RK110", "unreadable-servings", Severity.WARNING)
UNREADABLE_TIME = Problem("RK111", "unreadable-time", Severity.WARNING)
NO_INGREDIENTS = Problem("RK112", "no-ingredients", Severity.WARNING)
RAGGED_TABLE = Problem("RK113", "ragged-table", Severity.WARNING)
UNPLACED_TEXT = Problem("RK114", "unplaced-text", Severity.WARNING)
UNKNOWN_COMMENT = Problem("RK115", "unknown-comment", Severity.WARNING)
UNREADABLE_AMOUNT = Problem("RK201", "unreadable-amount", Severity.WARNING)
UNREADABLE_CALORIES = Problem("RK301", "unreadable-calories", Severity.WARNING)
TOTAL_NOT_THE_SUM = Problem("RK303", "total-not-the-sum", Severity.WARNING)
SERVING_NOT_ITS_SHARE = Problem("RK304", "serving-not-its-share", Severity.WARNING)
LABEL_FOR_OTHERS = Problem("RK305", "label-for-other-servings", Severity.WARNING)
MEASURES_DISAGREE = Problem("RK306", "measures-disagree", Severity.WARNING)
IMPOSSIBLE_CALORIES = Problem("RK307", "impossible-calories", Severity.WARNING)
KILOJOULES = Problem("RK308", "kilojoules-as-kilocalories", Severity.WARNING)
UNREAD_COLUMNS = Problem("RK302", "unread-columns", Severity.INFO)
OTHER_SERVINGS = Problem("RK407", "amount-for-other-servings", Severity.WARNING)
TIMES_AS_WRITTEN = Problem("RK701", "times-for-the-written-batch", Severity.NOTE)
PANS_AS_WRITTEN = Problem("RK702", "pans-for-the-written-batch", Severity.NOTE)
LEAVENING_SCALED = Problem("RK703", "leavening-and-salt-scaled", Severity.NOTE)
WHOLES_ROUNDED = Problem("RK704", "wholes-rounded", Severity.NOTE)
CUPS_ASSUMED = Problem("RK706", "cups-assumed", Severity.NOTE)
AMOUNT_ROUNDED = Problem("RK707", "amount-rounded", Severity.NOTE)
AMOUNT_SWAPPED = Problem("RK708", "amount-swapped", Severity.NOTE)
NOT_TURNED_BACK = Problem("RK709", "not-turned-back", Severity.NOTE)
WRONG_BEFORE = Problem("RK711", "wrong-before-scaling", Severity.WARNING)
COLUMNS_LEFT = Problem("RK710", "columns-left", Severity.WARNING)
PAN_TAKEN_AS_ROUND = Problem("RK705", "pan-taken-as-round", Severity.NOTE)

AT_THE_STOVE = (TIMES_AS_WRITTEN, PANS_AS_WRITTEN, LEAVENING_SCALED, WHOLES_ROUNDED)
"""What a cook should know who cooks a scaled recipe, and not who writes it."""

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))


class Diagnostic(NamedTuple):
    """One finding: what, where (1-based; the column in code points), and how to mend it."""

    problem: Problem
    message: str
    line: int
    column: int = 1
    hint: str | None = None
