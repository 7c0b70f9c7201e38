"""A whole recipe in other units: every amount of its list, table, steps and notes, as if it had been written so."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from recipekit.amounts import Fractions, style_of
from recipekit.diagnostics import CUPS_ASSUMED, Diagnostic
from recipekit.model import Kind, Quantity, Recipe, Rounding
from recipekit.ops.around import articles, is_adjective
from recipekit.ops.convertible import STICK, Measure, measures_of
from recipekit.ops.duals import agree, fits, groups, without
from recipekit.ops.friendly import friendly
from recipekit.ops.heat import is_doneness, is_oven, may_be_meat, oven_degrees, whole_degrees
from recipekit.ops.larder import Larder, is_measured_by_cup, weights_said
from recipekit.ops.rewording import Respelled, respelled, reworded
from recipekit.ops.spelling import Spelling
from recipekit.ops.spoons import UNSEEN, Term, off
from recipekit.ops.steps import centimetres, in_one_unit, in_unit, inches, metric_step, spoon_for
from recipekit.ops.style import Manner, dash_of, term_text
from recipekit.parse.measures import read_measures
from recipekit.parse.quantities import find_quantities
from recipekit.units import LOCAL, METRIC, Dimension, dimension_of, size_of
from recipekit.units.registry import GAS_MARKS, convert

F = Fraction
_SCALE_OUNCE = F(14)  # g; about half an ounce, the least that a kitchen scale in ounces is good for
_SPOONFULS = F(60)  # ml; up to four tablespoons are measured by the spoon in every kitchen

_WEIGHED = (" g", " kg", " ml", " l")
Terms = tuple[Term, ...]


def to_units(recipe: Recipe, system: str, manner: Manner, larder: Larder) -> Recipe:
    """Return *recipe* with its amounts in the units of *system*: metric, us or imperial.

    Ovens go to 5 °C or 25 °F, other temperatures to a degree, pans to whole centimetres or inches. A cup becomes grams
    only where the density of the food is known, else millilitres. A pair like "425°F (220°C)" shows the wanted one.
    """
    names = tuple(item.name for group in recipe.ingredients for item in group.items)
    larder.learn(weights_said(recipe, manner.cups))
    converter = _Converter(system, manner, larder, names)
    result = _without_sizes(reworded(_with_sizes(recipe), converter.respell))
    if system != "metric":
        result = result._replace(cups=system)
    if not converter.local:
        return result
    said = {"us": "US", "au": "Australian"}.get(manner.cups, manner.cups)
    message = f"cups, spoons and pints were taken as {said} ones: a cup is {round(size_of('cup', manner.cups) or 0)} ml"
    note = Diagnostic(CUPS_ASSUMED, message, 1, 1, "--cups us, metric, imperial or au says whose they are")
    return result._replace(diagnostics=(*result.diagnostics, note))


def _with_sizes(recipe: Recipe) -> Recipe:
    """Return *recipe* with the sizes in the cells of its table, "2 (14.5 oz) cans", which are no amounts of a row."""
    table = recipe.calories
    if table is None:
        return recipe
    rows = []
    for row in table.rows:
        measures = read_measures(row.wording.text, find_quantities(row.wording.text)[0])
        rows.append(row._replace(quantities=(*row.quantities, *(measures.sizes if measures else ()))))
    return recipe._replace(calories=table._replace(rows=tuple(rows)))


def _without_sizes(recipe: Recipe) -> Recipe:
    table = recipe.calories
    if table is None:
        return recipe
    rows = (
        row._replace(quantities=tuple(quantity for quantity in row.quantities if quantity.kind is not Kind.SIZE))
        for row in table.rows
    )
    return recipe._replace(calories=table._replace(rows=tuple(rows)))


class _Converter:
    """Converts text by text."""

    def __init__(self, system: str, manner: Manner, larder: Larder, names: tuple[str, ...]) -> None:
        self.system = system
        self.manner = manner
        self.larder = larder
        self.names = names
        self.local = False

    def respell(self, text: str, quantities: tuple[Quantity, ...], food: str | None) -> Respelled:
        """Return *text* in the wanted units; what cannot be taken out cleanly stays as it is written."""
        measures = measures_of(text, quantities)
        spellings: dict[int, Spelling] = {}
        gone: set[int] = set()
        found = [(group, self.spelling(text, group, food)) for group in groups(text, measures, self.manner.cups)]
        edits = without(text, [group for group, spelling in found if spelling], measures)
        for group, spelling in found:
            if spelling is None or (edits is None and len(group) > 1):
                continue
            spellings[group[0].quantity.start] = spelling
            gone |= {measure.quantity.start for measure in group[1:]}
        places = {measure.quantity.start: measure for measure in measures}
        kept = [
            (self.whole(text, quantity, places.get(quantity.start)), spellings.get(quantity.start))
            for quantity in quantities
            if quantity.start not in gone
        ]
        return respelled(text, kept, [*(edits or ()), *articles(text, kept)])

    def spelling(self, text: str, group: list[Measure], food: str | None) -> Spelling | None:
        """Return the words for what a group says: the author's own in the wanted units, else converted ones."""
        first = group[0]
        said = next((measure for measure in group if self.fits(measure.unit)), None)
        if said is first and len(group) == 1:
            return None
        if said and agree(first, said, self.manner.cups):
            return self.as_said(text, said)
        weighed = next((measure for measure in group if dimension_of(measure.unit) is Dimension.MASS), first)
        return self.converted(text, weighed if self.system == "metric" else first, food)

    def fits(self, unit: str) -> bool:
        """Tell whether *unit* is one of the wanted system, and as large there as in the recipe."""
        if not fits(unit, self.system):
            return False
        sizes = size_of(unit, self.manner.cups), size_of(unit, self.system)
        return not (sizes[0] and sizes[1]) or off(sizes[0], sizes[1]) <= UNSEEN

    def whole(self, text: str, quantity: Quantity, measure: Measure | None) -> Quantity:
        """Return *quantity* with "gas mark" before it taken in, and without an exact weight in units not wanted."""
        rounding = quantity.rounding
        foreign = self.system == "metric" and rounding is not None and not (rounding.beside or "g").endswith(_WEIGHED)
        if rounding is not None and foreign:
            quantity = quantity._replace(rounding=rounding._replace(beside=None))
        if measure is None or measure.start == quantity.start:
            return quantity
        return quantity._replace(text=text[measure.start : quantity.end], start=measure.start)

    def as_said(self, text: str, measure: Measure) -> Spelling:
        """Return the words for a measure that the author gave in the wanted units."""
        quantity = measure.quantity
        said = text[measure.start : quantity.end]
        return Spelling(said, None, measure.unit, quantity.low, quantity.high, quantity.rounding)

    def converted(self, text: str, measure: Measure, food: str | None) -> Spelling | None:
        """Return the words for *measure* in the wanted units; None where it stays as it is."""
        quantity = measure.quantity
        dimension = dimension_of(measure.unit)
        if measure.unit == STICK:
            return self.sticks(text, measure)
        if dimension is Dimension.TEMPERATURE:
            return self.heat(text, measure)
        if dimension is Dimension.LENGTH:
            if fits(measure.unit, self.system):
                return None
            metric = self.system == "metric"
            return self.spelled(text, measure, "cm" if metric else "inch", centimetres if metric else inches)
        target = self.target(text, measure, food)
        if target is None:
            return None
        unit, ratio = target
        ends = (quantity.low * ratio, quantity.high * ratio)
        return self.written(text, measure, unit, ends, self.measured)

    def sticks(self, text: str, measure: Measure) -> Spelling | None:
        """Return the words for sticks of butter: a stick is half a US cup, and 113 g."""
        if self.system == "us":
            return None
        grams = self.larder.grams("butter", measure.quantity._replace(low=F(1)))
        if grams is None:
            return None
        unit, ratio = ("g", grams) if self.system == "metric" else ("oz", convert(grams, "g", "oz"))
        ends = (measure.quantity.low * ratio, measure.quantity.high * ratio)
        return self.written(text, measure, unit, ends, self.measured)

    def target(self, text: str, measure: Measure, food: str | None) -> tuple[str, Fraction] | None:
        """Return the unit for a weight or a volume, and how many of it one of the old unit is; None to keep it."""
        high = measure.quantity.high * (size_of(measure.unit, self.manner.cups) or F(0))
        if dimension_of(measure.unit) is Dimension.MASS:
            return self.weighed(text, measure, food, high)
        spoonful = measure.unit in ("tsp", "tbsp") and high <= _SPOONFULS and self.system != "us"
        return None if spoonful or self.fits(measure.unit) else self.poured(text, measure, food, high)

    def weighed(self, text: str, measure: Measure, food: str | None, grams: Fraction) -> tuple[str, Fraction] | None:
        """Return the target for a weight of so many *grams*."""
        unit = measure.unit
        if (unit in METRIC or unit == "pfund") is (self.system == "metric"):
            return None
        if self.system == "us" and (cups := self.by_the_cup(text, measure, food)):
            return cups
        if self.system != "metric" and grams < _SCALE_OUNCE:
            return None  # nobody weighs a third of an ounce
        to = self.scale_unit(grams)
        return to, convert(F(1), unit, to)

    def poured(self, text: str, measure: Measure, food: str | None, millilitres: Fraction) -> tuple[str, Fraction]:
        """Return the target for a volume: a weight where the food is no liquid and its density is known."""
        unit = measure.unit
        self.local = self.local or unit in LOCAL
        density = self.larder.solid_density(food or self.food_behind(text, measure.quantity))
        if density is not None and self.system != "us" and (self.system == "metric" or millilitres > _SPOONFULS):
            to = self.scale_unit(millilitres * density)
            return to, convert(convert(F(1), unit, "ml", self.manner.cups) * density, "g", to)
        if self.system == "metric":
            to = "l" if millilitres >= 1000 else "ml"
            return to, convert(F(1), unit, to, self.manner.cups)
        to = spoon_for(millilitres)
        if self.system == "imperial" and millilitres > _SPOONFULS:
            to = "pint" if millilitres >= 568 else "fl_oz"
        return to, (size_of(unit, self.manner.cups) or F(1)) / (size_of(to, self.system) or F(1))

    def scale_unit(self, grams: Fraction) -> str:
        """Return the unit of the wanted system for so many grams."""
        if self.system == "metric":
            return "kg" if grams >= 1000 else "g"
        return "lb" if grams >= 450 else "oz"

    def by_the_cup(self, text: str, measure: Measure, food: str | None) -> tuple[str, Fraction] | None:
        """Return cups or spoons for a weight of what American kitchens measure so (flour, sugar), None for the rest."""
        food = food or self.food_behind(text, measure.quantity)
        density = self.larder.density(food) if food and is_measured_by_cup(food) else None
        if density is None:
            return None
        millilitres = convert(F(1), measure.unit, "g") / density
        to = spoon_for(measure.quantity.high * millilitres)
        return to, millilitres / (size_of(to, "us") or F(1))

    def food_behind(self, text: str, quantity: Quantity) -> str | None:
        """Return the recipe's own name for the food that a sentence names behind an amount."""
        return self.larder.named_in(text[quantity.end : quantity.end + 60], self.names)

    def heat(self, text: str, measure: Measure) -> Spelling | None:
        """Return the words for a temperature."""
        to = "°F" if self.system == "us" else "°C"
        if measure.unit == to or (measure.unit == "gas_mark" and measure.quantity.low not in GAS_MARKS):
            return None
        if convert(measure.quantity.low, measure.unit, to) <= 0:
            return None  # a freezer's; "-18" could not be read back
        start = measure.quantity.start
        done = is_doneness(text, start) or may_be_meat(text, start, measure.quantity.low, measure.unit)

        def degrees(exact: Fraction, written: Fraction) -> Terms:
            """Return what a cook sets or measures for *exact*."""
            if is_oven(text, start, written, measure.unit) or measure.unit == "gas_mark":
                return (Term(oven_degrees(written, exact, to), to),)
            return (Term(whole_degrees(exact, done=done), to),)

        return self.spelled(text, measure, to, degrees)

    def spelled(self, text: str, measure: Measure, to: str, rounded: Callable[[Fraction, Fraction], Terms]) -> Spelling:
        """Return the words for *measure* in *to*; *rounded* takes the exact value and what was written."""
        low, high = measure.quantity.low, measure.quantity.high
        exact = {convert(value, measure.unit, to): value for value in (low, high)}
        ends = (convert(low, measure.unit, to), convert(high, measure.unit, to))
        return self.written(text, measure, to, ends, lambda value, _: rounded(value, exact[value]))

    def written(
        self, text: str, measure: Measure, unit: str, ends: tuple[Fraction, Fraction],
        rounded: Callable[[Fraction, str], Terms],
    ) -> Spelling:  # fmt: skip
        """Return the words for *ends* of *unit*, in the place and the manner of *measure*."""
        quantity = measure.quantity
        exactly = self.manner.exact and dimension_of(unit) in (Dimension.MASS, Dimension.VOLUME)
        terms = [(Term(end, unit),) if exactly else rounded(end, unit) for end in ends]
        terms = in_one_unit(terms, ends, unit, self.system)
        style = text[quantity.start : quantity.number_end]
        if self.system != "metric" and style_of(style).fractions in (Fractions.POINT, Fractions.COMMA):
            style = ""  # decimals are for scales
        glued = measure.end > quantity.number_end and text[quantity.number_end] not in " -‐‑\u00a0"
        glue = "" if glued and (unit in METRIC or dimension_of(unit) is Dimension.TEMPERATURE) else " "
        if quantity.kind is Kind.SIZE and text[: quantity.start].rstrip()[-1:].isdigit():
            glue = "-"  # "1 790-g can" is no 1790 g
        one_side = quantity.unit is None and dimension_of(unit) is Dimension.LENGTH
        spelled = term_text(terms, style, glue, self.manner, bare=one_side, dash=dash_of(style))
        if (unit == "inch" or (unit == "cup" and quantity.kind is Kind.SIZE)) and is_adjective(text, quantity):
            spelled = re.sub(r" (inch|cup)(?:e?s)?$", r"-\1", spelled)
        to = terms[0][0].unit or unit
        said = [sum((in_unit(term, to, self.system) for term in end), F(0)) for end in terms]
        low, high = (in_unit(Term(end, unit), to, self.system) for end in ends)
        rounding = None if [low, high] == said else Rounding(said[0], said[1])
        if dimension_of(unit) in (Dimension.TEMPERATURE, Dimension.LENGTH):
            rounding = None  # what ovens and pans are sold as is not marked
        return Spelling(spelled, None, None if one_side else to, low, high, rounding)

    def measured(self, value: Fraction, unit: str) -> Terms:
        """Return a weight or a volume as a cook of the wanted system would write it."""
        if self.system != "metric":
            return friendly(value, unit, value, cups=self.system)
        return (Term(metric_step(value, unit), unit),)
