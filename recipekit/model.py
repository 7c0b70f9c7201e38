"""The recipe as values: frozen, exact, and each knowing where in the source it stands.

They are named tuples and not dataclasses because twenty dataclasses cost 10 ms at every start, named tuples 2 ms.
"""

from bisect import bisect_right
from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from recipekit.diagnostics import Diagnostic
from recipekit.source import Edit, Source, Span, composed


class Kind(StrEnum):
    """What a number in a recipe is; only an amount can scale, and not every one does."""

    AMOUNT = "amount"
    TIME = "time"
    TEMPERATURE = "temperature"
    SIZE = "size"
    PER_SERVING = "per_serving"
    FRACTION = "fraction"
    OTHER = "other"


class Written(NamedTuple):
    """What the author wrote for an amount that has since been scaled by *factor*."""

    number: str
    low: Fraction
    high: Fraction
    unit: str | None
    word: str | None
    factor: Fraction


class Rounding(NamedTuple):
    """What stands in the text for an amount that no cook can measure, and the exact one *beside* it: "75 g"."""

    low: Fraction
    high: Fraction
    beside: str | None = None


class Quantity(NamedTuple):
    """A number of a text with its unit: "1½ cups", "2–3 minutes", "half".

    *start* and *end* count in the text beside it, from the first character of the number to the last of its unit;
    *number_end* is where the number itself ends. *word* is the unit or the counted noun, which agrees with the number
    ("3 Cloves", "1 Clove"); for a bare count before a name it lies outside ("3 Shallots"). A unit without a *word* is a
    compound, all of it in the number: "2 lb 3 oz". *rounding* is None where the text says the exact amount.
    """

    text: str
    low: Fraction
    high: Fraction
    unit: str | None
    approximate: bool
    start: int
    end: int
    number_end: int
    word: Span | None
    kind: Kind
    scales: bool
    why: str
    written: Written | None = None
    rounding: Rounding | None = None

    @property
    def middle(self) -> Fraction:
        """The number itself, or the middle of a range."""
        return self.low if self.low is self.high else (self.low + self.high) / 2

    @property
    def is_rounded(self) -> bool:
        """Whether another amount stands in the text than the exact one."""
        return self.rounding is not None and self.rounding[:2] != (self.low, self.high)


class Wording(NamedTuple):
    """Words as a reader sees them, and where each stands in the source.

    *text* is the Markdown with its markup stripped and white space collapsed. *places* are pairs (place in *text*,
    place in the source) from which on both run in step; none where there is no source. *sayings* are what comments tell
    recipekit: where in *text* a comment stands, and its word ("fixed", "scale"). Words spelled anew have
    no places of their own: *origin* is what the file says, and *edits* lead from its text to this one.
    """

    text: str
    line: int
    places: tuple[tuple[int, int], ...] = ()
    sayings: tuple[tuple[int, str], ...] = ()
    origin: "Wording | None" = None
    edits: tuple[Edit, ...] = ()

    def edited(self, edits: tuple[Edit, ...], text: str) -> "Wording":
        """Return these words with *edits* made, which leave *text*."""
        if not edits:
            return self
        return Wording(text, self.line, (), (), self.origin or self, composed(self.edits, edits))

    def span(self, start: int, end: int) -> Span | None:
        """Return where ``text[start:end]`` stands in the source, markup inside it included; None if nowhere."""
        if not self.places or end <= start:
            return None
        return Span(self._place(start), self._place(end - 1) + 1)

    def _place(self, index: int) -> int:
        at, offset = self.places[bisect_right(self.places, (index, 1 << 60)) - 1]
        return offset + index - at


class Ingredient(NamedTuple):
    """One line of the ingredients. ``quantities[0]`` is its amount, if it has one.

    Here, in a step and in a note, *unswapped* is the text before the amounts that it gives for exactly these servings
    took the place of its own; None where none did.
    """

    wording: Wording
    quantities: tuple[Quantity, ...]
    name: str
    note: str | None = None
    optional: bool = False
    name_span: Span | None = None
    note_spans: tuple[Span, ...] = ()
    unswapped: "Ingredient | None" = None


class IngredientGroup(NamedTuple):
    """Ingredients under one heading; *title* is None before the first, *text* holds paragraphs of the group."""

    title: str | None
    text: str | None
    items: tuple[Ingredient, ...]


class Note(NamedTuple):
    """A paragraph or list item in running words, with every number of it."""

    wording: Wording
    quantities: tuple[Quantity, ...]
    unswapped: "Note | None" = None


class Step(NamedTuple):
    """A list item of the instructions: its words, the items nested in it, and the notes under it.

    *marker* is how the author numbers it ("3."), None for a bullet.
    """

    wording: Wording
    quantities: tuple[Quantity, ...]
    steps: "tuple[Step, ...]" = ()
    notes: tuple[Note, ...] = ()
    marker: str | None = None
    unswapped: "Step | None" = None


class Instruction(NamedTuple):
    """Steps under one heading. "Step 2: Fry" has number 2 and title "Fry"; steps without a heading have neither."""

    number: int | None
    title: str | None
    steps: tuple[Step, ...]


class KcalSource(NamedTuple):
    """Where a row's calories come from: the words of the cell and the URL as written, if there is one."""

    text: str
    url: str | None


class CalorieRow(NamedTuple):
    """One row of the calories table. *kcal* is None where the row gives no number; *cell* is what the file says."""

    ingredient: str
    wording: Wording
    quantities: tuple[Quantity, ...]
    kcal: Fraction | None
    approximate: bool
    source: KcalSource | None
    cell: Wording | None = None


class Statement(NamedTuple):
    """One place of the file that states calories: "Total (for 6 servings)" in *label*, "~5,603 kcal" in *figure*.

    On a line of its own both are the same words. *per_serving* tells whether it is about one serving or the whole,
    *unit* what a bare number counts. A *part* is a subtotal, which is not the whole.
    """

    per_serving: bool
    kcal: Fraction | None
    label: Wording
    figure: Wording
    unit: str = "kcal"
    part: bool = False


class Stated(NamedTuple):
    """What the file itself states, in kcal, None where it is silent: the first of either kind among *statements*."""

    total: Fraction | None = None
    per_serving: Fraction | None = None
    line: int | None = None
    statements: tuple[Statement, ...] = ()


class CalorieTable(NamedTuple):
    """The calories table: *unit* is what its bare numbers count, of the columns titled *others* nothing is read."""

    rows: tuple[CalorieRow, ...]
    stated: Stated
    unit: str = "kcal"
    others: tuple[str, ...] = ()


class Servings(NamedTuple):
    """How many the recipe feeds, or how many of what it makes (*unit* "cookie")."""

    low: Fraction
    high: Fraction
    unit: str
    wording: Wording
    quantity: Quantity


class Duration(NamedTuple):
    """A time of the overview, in minutes."""

    low: Fraction
    high: Fraction
    approximate: bool
    wording: Wording


class Times(NamedTuple):
    """The times of the overview, each None where the recipe does not say."""

    prep: Duration | None = None
    cook: Duration | None = None
    total: Duration | None = None


class Image(NamedTuple):
    """The cover image."""

    alt: str
    url: str


class Section(NamedTuple):
    """A section that recipekit shows but does not work with; *text* is its Markdown as written."""

    title: str | None
    text: str
    line: int


class Scaled(NamedTuple):
    """By how much a recipe was scaled; *origin* and *target* count servings or what the recipe makes."""

    factor: Fraction
    origin: Fraction | None
    target: Fraction | None


class Recipe(NamedTuple):
    """One recipe. *source* is None for a recipe that was read from JSON.

    *cups* says whose cups and spoons it means, None where nothing does: then they are US ones. *also_serves* is what
    else the file says of its servings: what it makes besides, and the same once more in the front matter.
    """

    source: Source | None
    path: str | None = None
    id: str | None = None
    title: str | None = None
    description: str | None = None
    tags: tuple[str, ...] = ()
    image: Image | None = None
    overview: str | None = None
    serves: Servings | None = None
    times: Times = Times()
    scaled: Scaled | None = None
    calories: CalorieTable | None = None
    ingredients: tuple[IngredientGroup, ...] = ()
    instructions: tuple[Instruction, ...] = ()
    notes: tuple[Note, ...] = ()
    sections: tuple[Section, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    front_matter: Mapping[str, object] = MappingProxyType({})
    diagnostics: tuple[Diagnostic, ...] = ()
    cups: str | None = None
    also_serves: tuple[Servings, ...] = ()
