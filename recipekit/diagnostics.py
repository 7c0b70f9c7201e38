"""Problems found while reading or working, as values, and the one table of their codes."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from recipekit.source import Edit


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


# -- RK1, the form of the file
UNREADABLE = Problem("RK100", "unreadable-recipe", Severity.ERROR)
FRONT_MATTER_LIST = Problem("RK101", "front-matter-not-a-mapping", Severity.WARNING)
AMBIGUOUS_VALUE = Problem("RK102", "ambiguous-front-matter-value", Severity.INFO)
AMBIGUOUS_KEY = Problem("RK103", "ambiguous-front-matter-key", Severity.INFO)
NO_TITLE = Problem("RK104", "no-title", Severity.WARNING)
NO_DESCRIPTION = Problem("RK105", "no-description", Severity.WARNING)
NO_TAGS = Problem("RK106", "no-tags", Severity.WARNING)
DUPLICATE_ID = Problem("RK107", "duplicate-id", Severity.WARNING)
DUPLICATE_TITLE = Problem("RK108", "duplicate-title", Severity.WARNING)
ID_NO_SLUG = Problem("RK109", "id-not-a-slug", Severity.WARNING)
UNREADABLE_SERVINGS = Problem("RK110", "unreadable-servings", Severity.WARNING)
UNREADABLE_TIME = Problem("RK111", "unreadable-time", Severity.WARNING)
NO_INGREDIENTS = Problem("RK112", "no-ingredients", Severity.WARNING)
RAGGED_TABLE = Problem("RK113", "ragged-table", Severity.WARNING)
UNPLACED_TEXT = Problem("RK114", "unplaced-text", Severity.WARNING)
UNKNOWN_COMMENT = Problem("RK115", "unknown-comment", Severity.WARNING)
NO_SERVINGS = Problem("RK116", "no-servings", Severity.WARNING)
NO_TIMES = Problem("RK117", "no-times", Severity.WARNING)
NO_INSTRUCTIONS = Problem("RK118", "no-instructions", Severity.WARNING)
EMPTY_SECTION = Problem("RK119", "empty-section", Severity.WARNING)
HEADING_SKIPPED = Problem("RK120", "heading-level-skipped", Severity.WARNING)
STEPS_MISNUMBERED = Problem("RK121", "steps-misnumbered", Severity.WARNING)
TOTAL_TIME_SHORT = Problem("RK122", "total-time-too-short", Severity.WARNING)
DUPLICATE_KEY = Problem("RK123", "duplicate-front-matter-key", Severity.WARNING)

# -- RK2, amounts
UNREADABLE_AMOUNT = Problem("RK201", "unreadable-amount", Severity.WARNING)
AMOUNT_WITHOUT_UNIT = Problem("RK202", "amount-without-unit", Severity.WARNING)
UNKNOWN_UNIT = Problem("RK203", "unknown-unit", Severity.WARNING)
AMBIGUOUS_UNIT = Problem("RK204", "ambiguous-unit", Severity.WARNING)
LISTED_MEASURES_DISAGREE = Problem("RK205", "listed-measures-disagree", Severity.WARNING)
RANGE_UPSIDE_DOWN = Problem("RK206", "range-upside-down", Severity.WARNING)
INGREDIENT_TWICE = Problem("RK207", "ingredient-twice", Severity.WARNING)
LIST_UNLIKE_TABLE = Problem("RK208", "list-unlike-table", Severity.WARNING)

# -- RK3, calories
UNREADABLE_CALORIES = Problem("RK301", "unreadable-calories", Severity.WARNING)
UNREAD_COLUMNS = Problem("RK302", "unread-columns", Severity.INFO)
TOTAL_NOT_THE_SUM = Problem("RK303", "total-not-the-sum", Severity.WARNING)
SERVING_NOT_ITS_SHARE = Problem("RK304", "serving-not-its-share", Severity.WARNING)
LABEL_FOR_OTHERS = Problem("RK305", "label-for-other-servings", Severity.WARNING)
MEASURES_DISAGREE = Problem("RK306", "measures-disagree", Severity.WARNING)
IMPOSSIBLE_CALORIES = Problem("RK307", "impossible-calories", Severity.WARNING)
KILOJOULES = Problem("RK308", "kilojoules-as-kilocalories", Severity.WARNING)
INGREDIENT_WITHOUT_ROW = Problem("RK309", "ingredient-without-row", Severity.WARNING)
ROW_WITHOUT_INGREDIENT = Problem("RK310", "row-without-ingredient", Severity.WARNING)
ROW_WITHOUT_CALORIES = Problem("RK311", "row-without-calories", Severity.WARNING)
ROW_WITHOUT_SOURCE = Problem("RK312", "row-without-source", Severity.WARNING)
CALORIES_UNLIKE_OTHERS = Problem("RK313", "calories-unlike-others", Severity.WARNING)
RAW_OR_COOKED = Problem("RK314", "raw-or-cooked", Severity.WARNING)
SOURCE_OF_ANOTHER = Problem("RK315", "source-of-another-food", Severity.WARNING)

# -- RK4, steps
NEVER_USED = Problem("RK401", "ingredient-never-used", Severity.WARNING)
NOT_LISTED = Problem("RK402", "used-but-not-listed", Severity.WARNING)
STEPS_USE_MORE = Problem("RK403", "steps-use-more", Severity.WARNING)
STEPS_USE_LESS = Problem("RK404", "steps-use-less", Severity.WARNING)
REMAINING_OF_NOTHING = Problem("RK405", "remaining-of-nothing", Severity.WARNING)
BARE_TEMPERATURE = Problem("RK406", "temperature-without-unit", Severity.WARNING)
OTHER_SERVINGS = Problem("RK407", "amount-for-other-servings", Severity.WARNING)
OVEN_NOT_PREHEATED = Problem("RK408", "oven-not-preheated", Severity.WARNING)

# -- RK5, links and files
UNDEFINED_REFERENCE = Problem("RK501", "undefined-reference", Severity.WARNING)
UNUSED_DEFINITION = Problem("RK502", "unused-definition", Severity.WARNING)
MALFORMED_URL = Problem("RK503", "malformed-url", Severity.WARNING)
TRACKING_URL = Problem("RK504", "tracking-parameters", Severity.WARNING)
IMAGE_MISSING = Problem("RK505", "image-missing", Severity.WARNING)
IMAGE_OF_ANOTHER = Problem("RK506", "image-of-another-recipe", Severity.WARNING)
EDITING_MARK = Problem("RK507", "editing-mark", Severity.WARNING)
TODO_COMMENT = Problem("RK508", "todo-comment", Severity.WARNING)

# -- RK6, style, off by default
MIXED_FRACTIONS = Problem("RK601", "mixed-fractions", Severity.WARNING)
MIXED_UNIT_SPELLING = Problem("RK602", "mixed-unit-spelling", Severity.WARNING)
TRAILING_BLANKS = Problem("RK603", "trailing-blanks", Severity.WARNING)
TAG_VARIANT = Problem("RK604", "tag-variant", Severity.WARNING)

# -- RK7, worth knowing while cooking, and while a file is written
TIMES_AS_WRITTEN = Problem("RK701", "times-for-the-written-batch", Severity.NOTE)
PANS_AS_WRITTEN = Problem("RK702", "pans-for-the-written-batch", Severity.NOTE)
LEAVENING_SCALED = Problem("RK703", "leavening-and-salt-scaled", Severity.NOTE)
WHOLES_ROUNDED = Problem("RK704", "wholes-rounded", Severity.NOTE)
PAN_TAKEN_AS_ROUND = Problem("RK705", "pan-taken-as-round", Severity.NOTE)
CUPS_ASSUMED = Problem("RK706", "cups-assumed", Severity.NOTE)
AMOUNT_ROUNDED = Problem("RK707", "amount-rounded", Severity.NOTE)
AMOUNT_SWAPPED = Problem("RK708", "amount-swapped", Severity.NOTE)
NOT_TURNED_BACK = Problem("RK709", "not-turned-back", Severity.NOTE)
COLUMNS_LEFT = Problem("RK710", "columns-left", Severity.WARNING)
WRONG_BEFORE = Problem("RK711", "wrong-before-scaling", Severity.WARNING)

AT_THE_STOVE = (TIMES_AS_WRITTEN, PANS_AS_WRITTEN, LEAVENING_SCALED, WHOLES_ROUNDED)
"""What a cook should know who cooks a scaled recipe, and not who writes it."""

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))


class Fix(NamedTuple):
    """How a finding can be mended: *edits* on the text, and in words what they do ("remove the tracking parameters").

    A *safe* one changes neither what the recipe says nor where a link leads. One without edits is about the figures of
    the calories, which are worked out anew when it is made: that takes longer than all the finding.
    """

    edits: tuple[Edit, ...]
    says: str
    safe: bool = True


class Diagnostic(NamedTuple):
    """One finding: what, where (1-based; the column in code points), and how to mend it.

    *end* is the column behind the last character that it is about, None where it is about the place alone.
    """

    problem: Problem
    message: str
    line: int
    column: int = 1
    hint: str | None = None
    end: int | None = None
    fix: Fix | None = None
