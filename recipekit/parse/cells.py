"""The calories table: its columns, its rows, and what the file states as total and per serving."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import Any

from recipekit.amounts import parse_number
from recipekit.diagnostics import RAGGED_TABLE, UNREADABLE_CALORIES, Diagnostic
from recipekit.grammar import singular
from recipekit.model import CalorieRow, KcalSource, Kind, Quantity, Stated, Statement, Wording
from recipekit.parse.figures import KJ_PER_KCAL, figures_in_statement, is_negligible, readable
from recipekit.parse.inline import is_marked, read_inline
from recipekit.parse.markdown import Line
from recipekit.parse.measures import AMOUNT, is_measured, read_measures, with_article
from recipekit.parse.quantities import WORD, find_quantities
from recipekit.parse.tables import Row, Table
from recipekit.source import Span
from recipekit.units import Dimension, dimension_of, unit_named
from recipekit.words import words

_LONGEST = 300  # code points of a cell that says something
_SHORT = 30  # code points of one that says nothing
_PLAIN_KCAL = re.compile(r"(~?)(\d{1,3}(?:,\d{3})*|\d{1,9})( kcal)?")
_PER_SO_MUCH = re.compile(r"/\s*100|\b100\s?(?:g|ml)\b|\b(?:per|pro|je|each)\b")  # of a column that is no row's share
_PER_ONE = re.compile(r"\s*(?:per|each|je|pro)\b", re.IGNORECASE)
_PART = re.compile(r"\W*(?:(sub-?totals?|zwischensumme)|(?:per|pro|je)\s+100)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;|·]\s+|\s+/\s+|\.\s+")
_BELOW_NOUGHT = re.compile(r"[\s~*]*[-−–]\s?\d")
_SUM = re.compile(r"=|\d\s*[x×]\s*\d")  # "3 × 78 = 234" is no one number
_LEFT_OPEN = re.compile(
    r"[\W_]*(?:(?:n\W?a|tb[acd]|todo|unknown|pending|missing|unbekannt|offen|fehlt|k\W{1,2}a)\b[\W_]*)?"
    r"(?:(?:k?cal|kj)\b[\W_]*)?",
    re.IGNORECASE,
)
_APPROXIMATE = r"[~≈]|\*|\b(?:about|approx|ca|etwa|est)\b"


def read_amounts(wording: Wording, lang: str = "") -> tuple[Quantity, ...]:
    """Return the amounts of a quantity cell; the first is primary, the others say the same in another measure.

    *lang* is the language that the recipe says it is in.

    >>> [(str(q.low), q.unit) for q in read_amounts(Wording("4 large (~2 lbs / 900 g)", 1))]
    [('4', 'large'), ('2', 'lb'), ('900', 'g')]
    """
    text = wording.text
    if len(text) > _LONGEST:
        return ()
    found = with_article(text, find_quantities(text, lang)[0])
    if "per" in text or "each" in text or "je" in text or "pro" in text:
        found = [number for number in found if not _PER_ONE.match(text, number.end)]
    measures = read_measures(text, found)
    if measures is None:
        return tuple(number.quantity(text, Kind.AMOUNT, AMOUNT, scales=True) for number in found if is_measured(number))
    main = measures.amounts[0]
    if main.unit is None and not measures.sizes:
        main = _counted(main, text, found[1].start if len(found) > 1 else len(text))
    rest = found[measures.used :]
    more = [number.quantity(text, Kind.AMOUNT, AMOUNT, scales=True) for number in rest if is_measured(number)]
    return (main, *measures.amounts[1:], *more)


def _counted(main: Quantity, text: str, end: int) -> Quantity:
    """Take the noun between a bare count and *end* as its unit: "18 tortillas", "3 medium"."""
    opening = text.find("(", main.end, end)
    nouns = list(WORD.finditer(text, main.end, end if opening < 0 else opening))
    if not nouns:
        return main
    last = nouns[-1]
    unit = unit_named(last[0]) or singular(last[0]).lower()
    if unit in words("sizes") and unit not in words("count_sizes"):
        return main
    return main._replace(text=text[main.start : last.end()], unit=unit, end=last.end(), word=Span(*last.span()))


def columns_of(header: Row, references: dict[str, Any]) -> dict[str, int]:
    """Return which column of a table holds what: ingredient, quantity, kcal, source, as far as it has them."""
    columns: dict[str, int] = {}
    titles = [_text(cell, references).lower().strip(" *:") for cell in header.cells]
    for index, title in enumerate(titles):
        for meaning in ("ingredient", "quantity", "kcal", "source"):
            known = words(f"column_{meaning}")
            said = title in known or any(word in known for word in WORD.findall(title))
            if said and not (
                meaning == "kcal" and (_PER_SO_MUCH.search(title) or (title == "kj" and _kcal_in(titles)))
            ):
                columns.setdefault(meaning, index)
                break
    if columns.get("kcal") == 0:
        del columns["kcal"]  # no row says of what
    return columns


def _kcal_in(titles: list[str]) -> bool:
    return any("kcal" in title or "calories" in title or "kalorien" in title for title in titles)


def _text(cell: Line, references: dict[str, Any]) -> str:
    if not is_marked(cell.text) and "  " not in cell.text and cell.text.isprintable():
        return cell.text
    return read_inline([cell], references).wording.text


def _wording(cell: Line, references: dict[str, Any]) -> Wording:
    if not cell.text:
        return Wording("", cell.number)
    if cell.offset is not None and not is_marked(cell.text) and "  " not in cell.text and cell.text.isprintable():
        return Wording(cell.text, cell.number, ((0, cell.offset),))
    return read_inline([cell], references).wording


def read_table(
    table: Table, columns: dict[str, int], references: dict[str, Any], lang: str = ""
) -> tuple[list[CalorieRow], Stated, list[Diagnostic]]:
    """Return the rows of the calories table, what its last rows state, and what is wrong with it."""
    rows: list[CalorieRow] = []
    unit = unit_of(table, columns, references)
    stated = Stated()
    problems: list[Diagnostic] = []
    for row in table.rows:
        if row.ragged:
            message = f"this row has not as many cells as the header, which has {len(table.header.cells)}"
            problems.append(Diagnostic(RAGGED_TABLE, message, row.number, 1, "give each row the same number of cells"))
        at = columns.get("ingredient", 0)
        if not row.cells[at].text and not at and len(row.cells) > 2 and _label(_text(row.cells[1], references)):
            at = 1
        name = _text(row.cells[at], references)
        label = _label(name)
        if label:
            stated = _with(stated, _stated_in(row, label, at, columns, references, lang, unit), row.number)
        elif part := _PART.match(name):
            said = _stated_in(row, "total", at, columns, references, lang, unit)
            statements = (*stated.statements, said._replace(part=True)) if part[1] else stated.statements
            stated = stated._replace(statements=statements)
        else:
            entry, problem = _row(row, name, columns, references, lang, unit)
            rows.append(entry)
            problems += problem
    return rows, stated, problems


def _stated_in(
    row: Row, label: str, at: int, columns: dict[str, int], references: dict[str, Any], lang: str, unit: str
) -> Statement:
    """Return what a row of the table states: the number in its column, else behind its label, or within it."""
    words_of_label = _wording(row.cells[at], references)
    for cell in (row.cells[columns["kcal"]], *row.cells[at + 1 :]):
        figure = _wording(cell, references)
        kcal = read_kcal(figure.text, lang, unit)[0] if figure.text != words_of_label.text else None
        if kcal is not None:
            return Statement(label == "per_serving", kcal, words_of_label, figure, unit)
    kcal = read_kcal_behind(words_of_label.text, lang)
    return Statement(label == "per_serving", kcal, words_of_label, words_of_label)


def _row(
    row: Row, name: str, columns: dict[str, int], references: dict[str, Any], lang: str, unit: str
) -> tuple[CalorieRow, list[Diagnostic]]:
    quantity = row.cells[columns["quantity"]] if "quantity" in columns else Line("", None, row.number)
    wording = _wording(quantity, references)
    cell = _wording(row.cells[columns["kcal"]], references)
    written = cell.text
    kcal, approximate = read_kcal(written, lang, unit)
    problems = []
    if kcal is None and not is_negligible(cell) and not is_left_open(written):
        message = f'the calories "{written}" of {name} are no number and were left unknown'
        problems.append(Diagnostic(UNREADABLE_CALORIES, message, row.number, 1, "write them like 120 kcal"))
    amounts = read_amounts(wording, lang)
    return CalorieRow(name, wording, amounts, kcal, approximate, _source(row, columns, references), cell), problems


def is_left_open(text: str) -> bool:
    """Tell whether a cell of the calories column is yet to be filled: empty, a dash, a question mark, "n/a", "TBD".

    >>> [is_left_open(cell) for cell in ("", "—", "? kcal", "n/a", "120", "many", "negligible")]
    [True, True, True, True, False, False, False]
    """
    return len(text) <= _SHORT and _LEFT_OPEN.fullmatch(text) is not None


def _source(row: Row, columns: dict[str, int], references: dict[str, Any]) -> KcalSource | None:
    if "source" not in columns or not row.cells[columns["source"]].text:
        return None
    inline = read_inline([row.cells[columns["source"]]], references)
    return KcalSource(inline.wording.text, inline.links[0].url if inline.links else None)


def unit_of(table: Table, columns: dict[str, int], references: dict[str, Any]) -> str:
    """Return what the bare numbers of a calories table count: kJ where its column says so and not kcal, else kcal."""
    title = _text(table.header.cells[columns["kcal"]], references).lower() if "kcal" in columns else ""
    kilojoules, kilocalories = title.find("kj"), title.find("kcal")
    return "kJ" if kilojoules >= 0 and not 0 <= kilocalories < kilojoules else "kcal"


def unused_columns(table: Table, columns: dict[str, int], references: dict[str, Any]) -> list[str]:
    """Return the titles of the columns that nothing is read from; the first one names the food where none says so."""
    used = {*columns.values(), columns.get("ingredient", 0)}
    return [_text(cell, references) for at, cell in enumerate(table.header.cells) if at not in used and cell.text]


def read_kcal(text: str, lang: str = "", unit: str = "kcal") -> tuple[Fraction | None, bool]:
    """Return the kilocalories of a cell and whether they are approximate; kilojoules are converted, a range is halved.

    *unit* is what a bare number counts.

    >>> read_kcal("~300 kcal*"), read_kcal("1,900"), read_kcal("Negligible")
    ((Fraction(300, 1), True), (Fraction(1900, 1), False), (None, False))
    """
    if len(text) > _LONGEST:
        return None, False
    plain = _PLAIN_KCAL.fullmatch(text)
    if plain and (value := parse_number(plain[2], lang)) is not None:
        return (value / KJ_PER_KCAL if unit == "kJ" and not plain[3] else value), bool(plain[1])
    found, _ = find_quantities(readable(text), lang)
    if _BELOW_NOUGHT.match(text) or _SUM.search(text):
        return None, False
    if not found or dimension_of(found[0].unit) not in (None, Dimension.ENERGY):
        return None, False
    number = found[0]
    kcal = number.low if number.high is number.low else (number.low + number.high) / 2
    if (number.unit or unit) == "kJ":
        kcal /= KJ_PER_KCAL
    return kcal, number.approximate or number.high is not number.low or re.search(
        _APPROXIMATE, text, re.IGNORECASE
    ) is not None


def read_kcal_behind(text: str, lang: str = "") -> Fraction | None:
    """Return the kilocalories that a line states: "Total (for 6 servings): ~6,968 kcal"."""
    found = figures_in_statement(text, lang)
    return found[0].kcal if found else None


@cache
def _labels() -> re.Pattern[str]:
    fillers = "|".join(sorted(words("total_fillers"), key=len, reverse=True))
    each = "|".join([*map(re.escape, words("per_serving_row")), r"(?:per|pro|je)\s+[^\W\d_]+"])  # "Per cookie"
    total = "|".join(sorted(words("total_row"), key=len, reverse=True))
    return re.compile(
        rf"\W*(?:(?:estimated|calories|kcal|kalorien|total|gesamt)\W+)?(?:(?P<per_serving>{each})|(?P<total>{total}))\b"
        rf"(?:[^\w(]|\d|\([^)]*\)|\b(?:{fillers})\b)*",
        re.IGNORECASE,
    )


def _label(name: str) -> str | None:
    """Return "total" or "per_serving" where a row or line states one of them.

    "Total fat" and "Whole milk" are none: behind the word only brackets, figures and words like "approx" may stand.
    """
    found = _labels().fullmatch(name) if len(name) <= _LONGEST else None
    return found.lastgroup if found else None


def _with(stated: Stated, said: Statement, line: int) -> Stated:
    total, each = (None, said.kcal) if said.per_serving else (said.kcal, None)
    return Stated(
        stated.total if stated.total is not None else total,
        stated.per_serving if stated.per_serving is not None else each,
        line if stated.line is None else stated.line,
        (*stated.statements, said),
    )


def read_statement(stated: Stated, wording: Wording, lang: str = "") -> Stated | None:
    """Return *stated* with what a line below the table adds; None where the line states nothing.

    >>> read_statement(Stated(), Wording("Per serving (6 servings): ~1,162 kcal", 9)).per_serving
    Fraction(1162, 1)
    """
    label = _label(wording.text)
    kcal = read_kcal_behind(wording.text, lang) if label else None
    if label is None or kcal is None:
        return None
    return _with(stated, Statement(label == "per_serving", kcal, wording, wording), wording.line)


def pieces_of(text: str) -> list[tuple[int, int]]:
    """Return where the parts of a line stand that may each state something: "Total: 560 kcal, per serving: 140 kcal".

    >>> pieces_of("Total: 560 kcal, 30 g protein")
    [(0, 15), (17, 29)]
    """
    bars = list(_BETWEEN.finditer(text)) if len(text) <= _LONGEST else []
    if not bars:
        return []
    starts, ends = [0, *(bar.end() for bar in bars)], [*(bar.start() for bar in bars), len(text)]
    return list(zip(starts, ends, strict=True))
