"""Numbers are read as cooks write them, and spelled back in the author's own style."""

import re
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from recipekit.amounts import NUMBER, VULGAR, Fractions, NumberStyle, parse_number, spell_number, style_of

PLAIN = NumberStyle()
GLYPH = NumberStyle(Fractions.GLYPH)
ASCII = NumberStyle(Fractions.ASCII, " ")
POINT = NumberStyle(Fractions.POINT)
COMMA = NumberStyle(Fractions.COMMA)
THOUSANDS = NumberStyle(thousands=",")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", "3"),
        ("007", "7"),
        ("0", "0"),
        ("1/2", "1/2"),
        ("2⁄3", "2/3"),
        ("½", "1/2"),
        ("1½", "3/2"),
        ("1 ½", "3/2"),
        ("1\u00a0½", "3/2"),
        ("1\u2009½", "3/2"),
        ("1 1/2", "3/2"),
        ("1-1/2", "3/2"),
        ("1-3/4", "7/4"),
        ("1 and 1/2", "3/2"),
        ("1 & 1/2", "3/2"),
        ("1 + 1/2", "3/2"),
        ("1 und 1/2", "3/2"),
        ("1 and ½", "3/2"),
        ("1-½", "3/2"),
        ("1 1⁄2", "3/2"),
        ("1,020 1/2", "2041/2"),
        ("1,020½", "2041/2"),
        ("0.3333", "3333/10000"),
        ("1 020", "1020"),
        ("1 020 300.5", "2040601/2"),
        ("1 5/8", "13/8"),
        ("10 1/2", "21/2"),
        ("2.25", "9/4"),
        ("2,25", "9/4"),
        (".5", "1/2"),
        ("1,5", "3/2"),
        ("1,020", "1020"),
        ("12,345,678", "12345678"),
        ("1,020.5", "2041/2"),
        ("1\u00a0020", "1020"),
        ("1\u202f020", "1020"),
        ("1.020", "51/50"),
    ],
)
def test_a_number_reads_as_the_cook_means_it(text: str, value: str) -> None:
    assert parse_number(text) == Fraction(value)


def test_digits_run_into_a_slash_fraction_are_a_whole_and_a_part() -> None:
    assert parse_number("11⁄2") == Fraction(3, 2)


@pytest.mark.parametrize("text", ["10/11", "10/12", "15/16", "13/16", "15/4", "21/2", "100/3"])
def test_a_slash_fraction_with_a_long_numerator_is_a_fraction(text: str) -> None:
    assert parse_number(text) == Fraction(text)


@pytest.mark.parametrize("glyph", VULGAR)
def test_every_vulgar_glyph_reads_alone_and_behind_a_whole(glyph: str) -> None:
    assert parse_number(glyph) == VULGAR[glyph]
    assert parse_number(f"2{glyph}") == parse_number(f"2 {glyph}") == 2 + VULGAR[glyph]


@pytest.mark.parametrize("glyph", VULGAR)
def test_every_vulgar_glyph_is_spelled_as_it_was_read(glyph: str) -> None:
    assert spell_number(VULGAR[glyph], GLYPH) == glyph
    assert spell_number(3 + VULGAR[glyph], style_of(f"1 {glyph}")) == f"3 {glyph}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "1/0",
        "1 1/0",
        "1-1/00",
        "½½",
        "½1",
        "1..2",
        "0.1.2",
        "1,2,3",
        "nan",
        "inf",
        "²",
        "1.020,5",
        "1.000.000",
        "1 02",
        "1 0200",
    ],
)
def test_what_is_no_number_reads_as_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    "text", ["9" * 13, "9" * 5000, "1/" + "9" * 20, "9" * 20 + " 1/2", "0." + "3" * 500], ids=lambda text: text[:12]
)
def test_absurdly_long_numbers_read_as_none(text: str) -> None:
    assert parse_number(text) is None


def test_the_longest_number_that_is_read_has_twelve_digits() -> None:
    assert parse_number("9" * 12) == 10**12 - 1


@pytest.mark.parametrize(("text", "value"), [("0,125", "1/8"), ("0,250", "1/4"), ("0,001", "1/1000")])
def test_a_comma_behind_a_nought_is_a_decimal_comma(text: str, value: str) -> None:
    assert parse_number(text) == Fraction(value)


@pytest.mark.parametrize("text", ["1/2/3", "1½/2", "1 ²/3", "0/-0", "1/-1"])
def test_half_a_fraction_reads_as_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        ("3", PLAIN, "3"),
        ("9/4", PLAIN, "2¼"),
        ("9/4", GLYPH, "2¼"),
        ("9/4", NumberStyle(Fractions.GLYPH, " "), "2 ¼"),
        ("9/4", ASCII, "2 1/4"),
        ("9/4", NumberStyle(Fractions.ASCII, "-"), "2-1/4"),
        ("9/4", POINT, "2.25"),
        ("9/4", COMMA, "2,25"),
        ("1/2", ASCII, "1/2"),
        ("1/16", ASCII, "1/16"),
        ("1/2", POINT, "0.5"),
        ("1020", THOUSANDS, "1,020"),
        ("1020", PLAIN, "1020"),
        ("4081/4", THOUSANDS, "1,020¼"),
        ("1000000", NumberStyle(thousands="\u202f"), "1\u202f000\u202f000"),
        ("5/7", PLAIN, "0.714"),
        ("5/7", COMMA, "0,714"),
        ("1/17", ASCII, "0.059"),
        ("4/7", POINT, "0.571"),
        ("3/5", POINT, "0.6"),
        ("24/5", POINT, "4.8"),
        ("3999/4000", POINT, "1"),
        ("7999/4000", COMMA, "2"),
    ],
)
def test_a_number_is_spelled_in_its_style(value: str, style: NumberStyle, text: str) -> None:
    assert spell_number(Fraction(value), style) == text


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("3", PLAIN),
        ("1/2", ASCII),
        ("1 1/2", ASCII),
        ("1-1/2", NumberStyle(Fractions.ASCII, "-")),
        ("1⁄2", ASCII),
        ("½", GLYPH),
        ("1½", GLYPH),
        ("1 ½", NumberStyle(Fractions.GLYPH, " ")),
        ("1-½", NumberStyle(Fractions.GLYPH, "-")),
        ("1 020", NumberStyle(thousands=" ")),
        ("1.5", POINT),
        ("1,5", COMMA),
        ("1,020", THOUSANDS),
        ("1\u00a0020", NumberStyle(thousands="\u00a0")),
        ("1,020.5", NumberStyle(Fractions.POINT, "", ",")),
    ],
)
def test_the_style_of_a_number_is_seen(text: str, style: NumberStyle) -> None:
    assert style_of(text) == style


@example(Fraction(10, 11), ASCII)
@given(
    st.fractions(min_value=0, max_value=10**6, max_denominator=16),
    st.sampled_from([ASCII, NumberStyle(Fractions.ASCII, "-"), NumberStyle(Fractions.ASCII, " ", ",")]),
)
def test_a_number_spelled_with_a_slash_reads_as_itself(value: Fraction, style: NumberStyle) -> None:
    text = spell_number(value, style._replace(thousands="" if value.denominator > 1 else style.thousands))
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("1.020", "de", "1020"),
        ("1.020", "de-AT", "1020"),
        ("1.020", "fr", "1020"),
        ("1.020", "en", "51/50"),
        ("1,020", "de", "51/50"),
        ("1.020,5", "de", "2041/2"),
        ("12.345.678", "de", "12345678"),
        ("1.5", "de", "3/2"),
        ("0.125", "de", "1/8"),
        ("1.020½", "de", "2041/2"),
        ("1 020", "de", "1020"),
        ("1 020,5", "de", "2041/2"),
    ],
)
def test_the_language_says_which_mark_parts_the_thousands(text: str, lang: str, value: str) -> None:
    assert parse_number(text, lang) == Fraction(value)


@pytest.mark.parametrize("text", ["1.020", "1.020,5", "12.345.678", "1,5", "2 ¼"])
def test_a_german_number_is_spelled_as_it_was_read(text: str) -> None:
    assert spell_number(parse_number(text, "de") or Fraction(0), style_of(text, "de")) == text


STYLES = [
    NumberStyle(fractions, gap, thousands)
    for fractions in (Fractions.GLYPH, Fractions.ASCII, Fractions.POINT)
    for gap in ("", " ", "-")
    for thousands in ("", ",", " ", "\u00a0", "\u202f")
    if gap or fractions is not Fractions.ASCII
]


@given(
    st.one_of(st.integers(0, 10**9).map(Fraction), st.sampled_from(sorted(VULGAR.values()))), st.sampled_from(STYLES)
)
def test_a_number_spelled_in_any_style_reads_as_itself(value: Fraction, style: NumberStyle) -> None:
    text = spell_number(value, style)
    assert parse_number(text) in (value, Fraction(round(value * 1000), 1000))


@given(st.integers(1, 999_999), st.sampled_from(sorted(VULGAR.values())), st.sampled_from(STYLES))
def test_a_mixed_number_in_any_style_reads_as_itself(whole: int, part: Fraction, style: NumberStyle) -> None:
    assume(style.thousands != " " or whole < 1000)  # "1 020 ½" is hardly one number
    value = whole + part
    assert parse_number(spell_number(value, style)) in (value, Fraction(round(value * 1000), 1000))


@given(st.integers(0, 10**8).map(lambda thousandths: Fraction(thousandths, 1000)))
def test_a_german_number_with_its_thousands_reads_as_itself(value: Fraction) -> None:
    assert parse_number(spell_number(value, NumberStyle(Fractions.COMMA, "", ".")), "de") == value


@given(st.integers(1, 9), st.integers(1, 9), st.integers(2, 16))
def test_a_raised_whole_lost_in_copying_is_still_a_whole(whole: int, numerator: int, denominator: int) -> None:
    wanted = whole + Fraction(numerator, denominator)
    if numerator >= denominator:
        wanted = Fraction(10 * whole + numerator, denominator)
    assert parse_number(f"{whole}{numerator}⁄{denominator}") == wanted


@given(st.integers(0, 10**8).map(lambda thousandths: Fraction(thousandths, 1000)), st.sampled_from([POINT, COMMA]))
def test_a_number_spelled_with_decimals_reads_as_itself(value: Fraction, style: NumberStyle) -> None:
    assume(style is POINT or (value * 100).denominator == 1)  # "1,020" is a thousand and twenty
    assert parse_number(spell_number(value, style)) == value


@example("1/٠")
@given(st.from_regex(re.compile(NUMBER), fullmatch=True))
def test_what_looks_like_a_number_reads_as_one_that_is_not_negative_or_as_none(text: str) -> None:
    value = parse_number(text)
    assert value is None or value >= 0
