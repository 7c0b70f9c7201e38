"""The rules, in the order in which they are asked; the first that says yes decides.

Precision comes before recall: an amount wrongly left alone is a nuisance, a time or a temperature that is changed ruins
dinner. So only what a rule claims as an amount scales, and everything else stays.
"""

from __future__ import annotations

from functools import cache

from recipekit.model import Kind
from recipekit.parse.facts import HOW_MANY_EAT, HOW_MANY_MADE
from recipekit.parse.prose import making, portions, ratios, servings, settled, shares, sharing, sizes
from recipekit.parse.prose.rule import AMOUNTS, BARE, COUNTED, COUNTS, MEASURED, PEOPLE, Numbers, Rule
from recipekit.units import Dimension
from recipekit.words import words

AMOUNT = "amount of an ingredient"
UNSURE = "nothing tells what it counts"

_TIME: Numbers = frozenset((Dimension.TIME,))
_HEAT: Numbers = frozenset((Dimension.TEMPERATURE,))
_LENGTH: Numbers = frozenset((Dimension.LENGTH,))
_SHARE: Numbers = frozenset((Dimension.SHARE,))
_ENERGY: Numbers = frozenset((Dimension.ENERGY,))
_ALL: Numbers = AMOUNTS | _TIME | _HEAT | _LENGTH | _SHARE | _ENERGY

RULES: tuple[Rule, ...] = (
    # What a unit or a sign settles
    Rule(Kind.OTHER, "nought", settled.is_nought, _ALL),
    Rule(Kind.TIME, "a time", settled.is_time, _TIME),
    Rule(Kind.TEMPERATURE, "a temperature", settled.is_temperature, _HEAT),
    Rule(Kind.SIZE, "a length", settled.is_length, _LENGTH),
    Rule(Kind.OTHER, "a percentage", settled.is_percentage, _SHARE),
    Rule(Kind.OTHER, "a figure of nutrition", settled.is_energy, _ENERGY),
    Rule(Kind.OTHER, "a figure of nutrition", settled.is_nutrition, MEASURED, cues="energy_words"),
    Rule(Kind.SIZE, "a length", settled.is_length_in_words, BARE),
    Rule(Kind.OTHER, "a measure of something else", settled.is_other_measure, COUNTS, cues="other_units"),
    Rule(Kind.OTHER, "a price", settled.is_price, BARE),
    Rule(Kind.OTHER, "a price", settled.is_price_behind, BARE),
    Rule(Kind.TIME, "a time of the day", settled.is_clock, BARE),
    Rule(Kind.TIME, "a time", settled.is_time_in_words, BARE),
    Rule(Kind.TEMPERATURE, "a temperature", settled.is_bare_temperature, BARE),
    Rule(Kind.OTHER, "a place in an order", settled.is_ordinal, BARE),
    Rule(Kind.OTHER, "part of a name", settled.is_code, BARE),
    Rule(Kind.OTHER, "a reference or a setting", settled.is_reference, BARE | COUNTED),
    Rule(Kind.FRACTION, "how full something is", shares.is_fullness, BARE, cues="full"),
    Rule(Kind.FRACTION, "a share of something", shares.is_share_of_the, BARE),
    # Sizes and utensils
    Rule(Kind.SIZE, "one side of something", sizes.is_dimensions, BARE),
    Rule(Kind.SIZE, "the size of one", sizes.is_weight_of_several, MEASURED),
    Rule(Kind.SIZE, "the size of one piece or package", sizes.is_joined, AMOUNTS),
    Rule(Kind.SIZE, "the size of one package", sizes.is_package, MEASURED),
    Rule(Kind.SIZE, "the size of a utensil", sizes.is_utensil_size, MEASURED),
    Rule(Kind.SIZE, "what one package holds", sizes.is_package_content, MEASURED),
    Rule(Kind.SIZE, "the size of one piece or package", sizes.is_adjective, MEASURED),
    Rule(Kind.OTHER, "a lining", sizes.is_lining, COUNTED, cues="linings"),
    Rule(Kind.OTHER, "a tool", portions.is_tool, MEASURED),
    # Proportions, facts, other batches
    Rule(Kind.OTHER, "a ratio", ratios.is_ratio, AMOUNTS),
    Rule(Kind.OTHER, "a proportion for any batch", ratios.is_proportion, AMOUNTS, cues="proportion_cues"),
    Rule(Kind.OTHER, "a fact about the food", ratios.is_fact, AMOUNTS),
    Rule(Kind.OTHER, "a limit", ratios.is_limit, AMOUNTS, cues="denials"),
    Rule(Kind.OTHER, "for another batch", servings.is_other_batch, AMOUNTS, cues="other_batch_verbs asking_verbs"),
    # How often and how many at a time, for whom, for which one
    Rule(Kind.OTHER, "so much at a time", portions.is_at_a_time, AMOUNTS, cues="at_a_time_cues"),
    Rule(Kind.OTHER, "how many things are meant", portions.is_first_of_several, BARE, cues="things"),
    Rule(Kind.OTHER, "how often, or in how many goes", portions.is_repetition, COUNTS),
    Rule(Kind.SIZE, "the size of one piece", sizes.is_piece_size, MEASURED),
    Rule(Kind.PER_SERVING, "for one serving", sharing.is_for_one_serving, AMOUNTS, cues="each_cues"),
    Rule(Kind.AMOUNT, HOW_MANY_EAT, servings.is_as_many_as_eat, BARE | PEOPLE, cues="vessels people", scales=True),
    Rule(Kind.OTHER, "names a number of servings", servings.is_servings, PEOPLE | BARE | COUNTED),
    Rule(Kind.AMOUNT, HOW_MANY_MADE, making.is_sized_pieces, BARE, scales=True),
    Rule(Kind.PER_SERVING, "for each one", sharing.is_for_each, AMOUNTS, cues="each_cues"),
    Rule(Kind.PER_SERVING, "for one of several", sharing.is_for_one, AMOUNTS, cues="articles one_cues reckoning"),
    Rule(Kind.AMOUNT, AMOUNT, making.is_packages, BARE, scales=True),
    Rule(Kind.OTHER, "a word that counts nothing", portions.is_pronoun, BARE | COUNTED),
    Rule(Kind.OTHER, "how many plates or vessels", servings.is_plural_target, COUNTS, cues="vessel_cues", sure=False),
    Rule(Kind.OTHER, "how many of a utensil", sizes.is_utensil, BARE | COUNTED, sure=False),
    Rule(Kind.AMOUNT, AMOUNT, shares.is_part_of_one, BARE, scales=True),
    Rule(Kind.FRACTION, "a share of something", shares.is_share, BARE),
    Rule(Kind.OTHER, "what is left over", servings.is_all_but, MEASURED, cues="except_cues"),
    Rule(Kind.PER_SERVING, "for one of several", sharing.is_on_one, AMOUNTS, cues="one_of_many places_on_one"),
    Rule(Kind.PER_SERVING, "for each of several", sharing.is_into_vessels, MEASURED, cues="vessel_cues"),
    Rule(Kind.OTHER, "the size of one portion", portions.is_one_portion, MEASURED | COUNTED, cues="portion_cues"),
    # What the recipe makes, and what goes into it
    Rule(Kind.OTHER, "done to one thing", making.is_marked_into, COUNTS, cues="marks_made"),
    Rule(Kind.OTHER, "one of several pieces", making.is_one_of_them, COUNTS, cues="piece_cues one_cues taking_verbs"),
    Rule(Kind.OTHER, "pieces of one thing", making.is_cut_from_one, COUNTS),
    Rule(Kind.AMOUNT, HOW_MANY_MADE, making.is_made, COUNTS, scales=True),
    Rule(Kind.AMOUNT, AMOUNT, making.is_amount, MEASURED, scales=True),
    Rule(Kind.AMOUNT, AMOUNT, making.is_counted_amount, COUNTED, scales=True),
    Rule(Kind.OTHER, "a year", settled.is_year, BARE),
    Rule(Kind.AMOUNT, AMOUNT, making.is_counted_last, BARE, scales=True),
    Rule(Kind.AMOUNT, AMOUNT, making.is_named_unit, BARE, scales=True),
    Rule(Kind.AMOUNT, AMOUNT, making.is_rest_of_count, BARE, cues="rest_words", scales=True),
    Rule(Kind.AMOUNT, AMOUNT, making.is_count, BARE, scales=True),
    Rule(Kind.AMOUNT, HOW_MANY_MADE, making.is_dozens, BARE, scales=True),
)
"""Asked in this order; the first that says yes decides."""

NEVER_AMOUNTS = frozenset(
    ("nought", "a percentage", "a price", "a place in an order", "part of a name", "a reference or a setting",
     "a ratio", "a year", "names a number of servings", "how often, or in how many goes")
)  # fmt: skip
"""What does not scale even where the author asks for it."""

UNSURE_REASONS = frozenset((UNSURE, *(rule.why for rule in RULES if not rule.sure)))
"""The reasons for which a number is left where careful editors would differ, or nothing tells what it is."""


@cache
def rules_for(dimension: Dimension | None) -> tuple[tuple[Rule, frozenset[str]], ...]:
    """Return the rules asked of a number whose unit measures *dimension* (None: one without a unit), with their cues.

    >>> [rule.name for rule, _ in rules_for(Dimension.TIME)]
    ['nought', 'time']
    """
    return tuple(
        (rule, words(*rule.cues.split()) if rule.cues else frozenset()) for rule in RULES if dimension in rule.numbers
    )


@cache
def settled_by_unit() -> dict[Dimension | None, Rule]:
    """Return the rule for each dimension that settles by itself what a number is: times, temperatures, lengths, ….

    >>> settled_by_unit()[Dimension.TIME].why
    'a time'
    """
    alone = {dimension: [rule for rule, _ in rules_for(dimension)[1:]] for dimension in Dimension}
    return {dimension: rules[0] for dimension, rules in alone.items() if len(rules) == 1}
