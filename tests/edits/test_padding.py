"""Padded tables are padded again, ragged ones keep their shape, and the inverse edits give back the very blanks."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len

from recipekit.edits.padding import new_rows, padded
from recipekit.source import Edit, Span, apply_edits


def changed(text: str, *pairs: tuple[str, str]) -> str:
    """Return *text* with the first of each pair, which stands there once, changed to the second, and padded again."""
    edits = []
    for old, new in pairs:
        assert text.count(old) == 1
        start = text.index(old)
        edits.append(Edit(Span(start, start + len(old)), new))
    return apply_edits(text, padded(text, edits))


CASES = {
    "the-widest-cell-shrinks": (
        "| Food  | kcal |\n| ----- | ---- |\n| Beans | 440  |\n| Oil   | 120  |\n",
        [("Beans", "Pea")],
        "| Food | kcal |\n| ---- | ---- |\n| Pea  | 440  |\n| Oil  | 120  |\n",
    ),
    "the-widest-cell-grows": (
        "| Food | kcal |\n| ---- | ---- |\n| Pea  | 440  |\n| Oil  | 120  |\n",
        [("440", "1,440")],
        "| Food | kcal  |\n| ---- | ----- |\n| Pea  | 1,440 |\n| Oil  | 120   |\n",
    ),
    "another-cell-changes": (
        "| Food  | kcal |\n| ----- | ---- |\n| Beans | 440  |\n| Oil   | 120  |\n",
        [("Oil", "Ghee")],
        "| Food  | kcal |\n| ----- | ---- |\n| Beans | 440  |\n| Ghee  | 120  |\n",
    ),
    "wide-characters": (
        "| 食品   | kcal |\n| ------ | ---- |\n| 大豆油 | 440  |\n| 🌶️     | 12   |\n",
        [("大豆油", "油")],
        "| 食品 | kcal |\n| ---- | ---- |\n| 油   | 440  |\n| 🌶️   | 12   |\n",
    ),
    "flush-right": (
        "| Food | kcal |\n| :--- | ---: |\n| Pea  |  440 |\n| Oil  |   12 |\n",
        [("440", "1,440")],
        "| Food |  kcal |\n| :--- | ----: |\n| Pea  | 1,440 |\n| Oil  |    12 |\n",
    ),
    "right-without-saying-so": (
        "| Food | kcal |\n| ---- | ---- |\n| Pea  |  440 |\n| Oil  |   12 |\n",
        [("12", "2")],
        "| Food | kcal |\n| ---- | ---- |\n| Pea  |  440 |\n| Oil  |    2 |\n",
    ),
    "centred": (
        "| Food  | kcal |\n|:-----:|:----:|\n| Beans | 440  |\n|  Oil  | 120  |\n",
        [("Oil", "Egg")],
        "| Food  | kcal |\n|:-----:|:----:|\n| Beans | 440  |\n|  Egg  | 120  |\n",
    ),
    "a-header-that-stays-the-widest": (
        "| Quantity | kcal |\n| -------- | ---- |\n| 30 oz    | 440  |\n",
        [("30 oz", "9 oz")],
        "| Quantity | kcal |\n| -------- | ---- |\n| 9 oz     | 440  |\n",
    ),
    "ragged": (
        "| Food | kcal |\n|---|---|\n| Beans | 440 |\n| Oil |  120 |\n",
        [("440", "1,440"), ("Oil", "Ghee")],
        "| Food | kcal |\n|---|---|\n| Beans | 1,440 |\n| Ghee |  120 |\n",
    ),
    "a-row-that-overflows-keeps-its-shape": (
        "| Food | kcal |\n| ---- | ---- |\n| Pea  | 440  |\n| Oil  | 12   |\n| Beans and more | 7    |\n",
        [("Pea", "Peas!"), ("Beans and more", "Beans")],
        "| Food  | kcal |\n| ----- | ---- |\n| Peas! | 440  |\n| Oil   | 12   |\n| Beans | 7    |\n",
    ),
    "the-last-column-overflows": (
        "| Food | kcal | Source |\n| ---- | ---- | ------ |\n| Pea  | 440  | [a](https://x) |\n| Oil  | 12   | [bb](https://x) |\n",
        [("440", "44")],
        "| Food | kcal | Source |\n| ---- | ---- | ------ |\n| Pea  | 44   | [a](https://x) |\n| Oil  | 12   | [bb](https://x) |\n",
    ),
    "in-a-quote": (
        "> | Food  | kcal |\n> | ----- | ---- |\n> | Beans | 440  |\n",
        [("Beans", "Pea")],
        "> | Food | kcal |\n> | ---- | ---- |\n> | Pea  | 440  |\n",
    ),
    "in-a-list": (
        "- | Food  | kcal |\n  | ----- | ---- |\n  | Beans | 440  |\n",
        [("Beans", "Pea")],
        "- | Food | kcal |\n  | ---- | ---- |\n  | Pea  | 440  |\n",
    ),
    "without-outer-bars": (
        "Food  | kcal\n----- | ----\nBeans | 440\nOil   | 12\n",
        [("Beans", "Pea")],
        "Food | kcal\n---- | ----\nPea  | 440\nOil  | 12\n",
    ),
    "a-bar-in-a-cell": (
        "| Food   | kcal |\n| ------ | ---- |\n| a \\| b | 440  |\n| `a|b`  | 12   |\n",
        [("440", "1,440")],
        "| Food   | kcal  |\n| ------ | ----- |\n| a \\| b | 1,440 |\n| `a|b`  | 12    |\n",
    ),
    "outside-of-a-table": ("2 cups | 3 cups\n", [("2 cups", "1 cup")], "1 cup | 3 cups\n"),
    "a-narrow-column-keeps-its-blanks": (
        "| # |\n|---|\n| 5 |\n",
        [("5", "15")],
        "| #  |\n|----|\n| 15 |\n",
    ),
    "never-fewer-than-three-dashes": (
        "| g    |\n| ---- |\n| 1000 |\n",
        [("1000", "50")],
        "| g   |\n| --- |\n| 50  |\n",
    ),
    "words-without-a-blank-behind-them": (
        "|Food |kcal|\n|-----|----|\n|Pea  |440 |\n|Beans|12  |\n",
        [("Beans", "Beanss"), ("Pea", "Peas")],
        "|Food  |kcal|\n|------|----|\n|Peas  |440 |\n|Beanss|12  |\n",
    ),
    "words-taken-away": (
        "| Food  | kcal |\n| ----- | ---- |\n| Beans | 440  |\n| Oil   | 12   |\n",
        [("Beans", ""), ("440", "")],
        "| Food | kcal |\n| ---- | ---- |\n|      |      |\n| Oil  | 12   |\n",
    ),
    "an-edit-of-the-blanks-too": (
        "| Food  | kcal |\n| ----- | ---- |\n| Beans | 440  |\n| Oil   | 12   |\n",
        [(" Oil   ", " Dumplings ")],
        "| Food  | kcal |\n| ----- | ---- |\n| Beans | 440  |\n| Dumplings | 12   |\n",
    ),
    "an-edit-across-a-bar": (
        "| Food  | kcal |\n| ----- | ---- |\n| Beans | 440  |\n",
        [("Beans | 440", "Pea | 44")],
        "| Food  | kcal |\n| ----- | ---- |\n| Pea | 44  |\n",
    ),
    "a-blank-that-does-not-break-is-a-word": (
        "| Food | kcal  |\n| ---- | ----- |\n| Pea  | 1\u00a0440 |\n",
        [("1\u00a0440", "440")],
        "| Food | kcal |\n| ---- | ---- |\n| Pea  | 440  |\n",
    ),
    "tabs": (
        "| Food\t| kcal |\n| ----- | ---- |\n| Beans | 440  |\n",
        [("Beans", "Pea")],
        "| Food\t| kcal |\n| ----- | ---- |\n| Pea | 440  |\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "pairs", "wanted"), CASES.values(), ids=CASES)
def test_padding(text: str, pairs: list[tuple[str, str]], wanted: str) -> None:
    assert changed(text, *pairs) == wanted


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (["Egg", "80"], "| Food  | kcal |\n| ----- | ---- |\n| Beans | 440  |\n| Egg   | 80   |\n"),
        (["Dumplings"], "| Food      | kcal |\n| --------- | ---- |\n| Beans     | 440  |\n| Dumplings |      |\n"),
    ],
    ids=["fits", "is-wider"],
)
def test_a_new_row_is_padded_as_the_others(row: list[str], wanted: str) -> None:
    text = "| Food  | kcal |\n| ----- | ---- |\n| Beans | 440  |\n"
    assert apply_edits(text, new_rows(text, text.index("| Beans"), [row])) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a | b\n--- | ---\n1 | 2", "a | b\n--- | ---\n1 | 2\nx | y"),
        ("> |a|b|\n> |-|-|\n> |1|2|\n", "> |a|b|\n> |-|-|\n> |1|2|\n> |x|y|\n"),
        ("| a | b |\n|---|---|\n| long | 2 |\n", "| a | b |\n|---|---|\n| long | 2 |\n| x | y |\n"),
    ],
    ids=["no-bars-no-end", "a-quote-without-blanks", "ragged"],
)
def test_a_new_row_is_written_as_the_one_above(text: str, wanted: str) -> None:
    after = text.rstrip("\n").rindex("\n") + 1
    assert apply_edits(text, new_rows(text, after, [["x", "y"]])) == wanted


TABLE = "| Food | kcal |\n| ---- | ---- |\n| Pea  | 440  |\n"


@pytest.mark.parametrize(
    ("text", "after", "wanted"),
    [
        (TABLE, "Food", TABLE.replace("| Pea", "| x    | y    |\n| Pea")),
        (TABLE, "----", TABLE.replace("| Pea", "| x    | y    |\n| Pea")),
        ("- | a | b |\n  |---|---|\n", "a", "- | a | b |\n  |---|---|\n  | x | y |\n"),
        ("| a |\n|---|\ntext\n", "text", "| a |\n|---|\ntext\n"),
    ],
    ids=["the-header", "its-dashes", "a-header-in-a-list", "the-line-behind"],
)
def test_a_new_row_below(text: str, after: str, wanted: str) -> None:
    assert apply_edits(text, new_rows(text, text.index(after), [["x", "y"]])) == wanted


def test_a_row_that_begins_with_nothing_gets_the_bar_that_says_so() -> None:
    text = "a | b\n--- | ---\n1 | 2\n"
    assert apply_edits(text, new_rows(text, 16, [["", "y"]])) == f"{text}| | y\n"


def test_an_empty_cell_is_filled_where_the_others_stand() -> None:
    text = "| Food |  kcal |\n| ---- | ----: |\n| Pea  | 1,440 |\n| Oil  |       |\n"
    edits = [Edit(Span(text.rindex(" |"), text.rindex(" |")), "12")]
    assert apply_edits(text, padded(text, edits)) == text.replace("|       |", "|    12 |")


words = st.text(alphabet="abc 12½é食油🍅*", min_size=0, max_size=9).map(str.strip)


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """Return a table, padded or not, and edits of some of its cells."""
    width = draw(st.integers(1, 4))
    rows = [[draw(words) or "x" for _ in range(width)] for _ in range(draw(st.integers(2, 6)))]
    rows[0] = [f"{cell}xx" for cell in rows[0]]  # wider than the dashes of a ragged one, which no edit makes padded
    spread = draw(st.booleans())
    slack = draw(st.integers(0, 2))
    widths = [max(4, *(cell_len(row[column]) for row in rows)) + slack if spread else 0 for column in range(width)]
    prefix = draw(st.sampled_from(("", "> ", "  ")))
    right = draw(st.booleans())
    text = ""
    edits = []
    for index, row in enumerate(rows):
        text += prefix + "|"
        for column, cell in enumerate(row):
            blanks = " " * max(0, widths[column] - cell_len(cell))
            text += " " + (blanks if right else "")
            if index and draw(st.booleans()):
                edits.append(Edit(Span(len(text), len(text) + len(cell)), draw(words) or "y"))
            text += cell + ("" if right else blanks) + " |"
        text += "\n"
        if not index:
            ends = ":" if right else ""  # else nothing may be left to tell on which side the words of a column stood
            text += prefix + "".join(f"| {'-' * max(1, each - len(ends))}{ends} " for each in widths) + "|\n"
    return text, edits


cells = st.sampled_from(
    ("", "a", "5", "15", "440", "1,440", "Oil", "Beans", "大豆油", "🌶️ chili", "👩‍🍳", "**Total**", "`a|b`", "a \\| b")
)
MARKS = {"left": ("", ""), "said-left": (":", ""), "right": ("", ":"), "centre": (":", ":")}


@st.composite
def columned(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """Return a padded table of any layout whose words show on which side they stand, and edits of some of its cells."""
    barred = draw(st.booleans())
    count = draw(st.integers(1 if barred else 2, 4))
    # Without outer bars blanks in front belong to no cell, and a row that begins or ends with nothing lacks a cell.
    sides = [
        draw(st.sampled_from(list(MARKS) if barred or column else ["left", "said-left"])) for column in range(count)
    ]
    blank = 1 if "centre" in sides else draw(st.integers(0, 1))
    inner = draw(st.sampled_from((0, blank)))  # blanks beside dashes
    full = cells.filter(bool)
    kinds = [cells if barred or 0 < column < count - 1 else full for column in range(count)]
    rows = [[draw(full) for _ in kinds], *([draw(kind) for kind in kinds] for _ in range(draw(st.integers(1, 5))))]
    slack = draw(st.integers(0, 2))
    widths = []
    for column, side in enumerate(sides):
        least = 3 + 2 * inner + len("".join(MARKS[side]))
        widths.append(max(least, *(cell_len(row[column]) + 2 * blank + slack for row in rows)))
    first, further = draw(st.sampled_from((("", ""), ("> ", "> "), ("- ", "  "), ("> 1. ", ">    "))))
    text, edits = first, []
    for index, row in enumerate(rows):
        text += (further if index else "") + "|" * barred
        for column, (words, side, width) in enumerate(zip(row, sides, widths, strict=True)):
            room = width - cell_len(words) - 2 * blank
            lead = blank + {"right": room, "centre": room // 2}.get(side, 0)
            if draw(st.booleans()):
                start = len(text) + lead
                edits.append(Edit(Span(start, start + len(words)), draw(kinds[column] if index else full)))
            text += " " * lead + words + " " * (width - lead - cell_len(words)) + "|" * (barred or column < count - 1)
        text += "\n"
        if not index:
            ends = [
                (width - 2 * inner - len("".join(MARKS[side])), *MARKS[side])
                for width, side in zip(widths, sides, strict=True)
            ]
            dashes = "|".join(" " * inner + front + "-" * many + back + " " * inner for many, front, back in ends)
            text += further + ("|" + dashes + "|" if barred else dashes) + "\n"
    return text, edits


def undoing(text: str, edits: list[Edit], after: str) -> list[Edit]:
    """Return the edits of the words of *after* that give *text* its words back."""
    whole = sorted(padded(text, edits))
    back, grown = [], 0
    for edit in whole:
        start = edit.span.start + grown
        if edit in edits:
            back.append(Edit(Span(start, start + len(edit.text)), text[edit.span.start : edit.span.end]))
        grown += len(edit.text) - (edit.span.end - edit.span.start)
    assert apply_edits(text, whole) == after
    return back


@given(st.one_of(tables(), columned()))
def test_the_inverse_gives_back_the_blanks(table: tuple[str, list[Edit]]) -> None:
    text, edits = table
    after = apply_edits(text, padded(text, edits))
    assert apply_edits(after, padded(after, undoing(text, edits, after))) == text


def is_aligned(text: str) -> bool:
    """Tell whether the bars of all rows stand below each other."""
    return len({tuple(cell_len(cell) for cell in line.split("|")) for line in text.rstrip("\n").split("\n")}) == 1


@given(tables())
def test_an_aligned_table_stays_aligned(table: tuple[str, list[Edit]]) -> None:
    text, edits = table
    assume(is_aligned(text))
    assert is_aligned(apply_edits(text, padded(text, edits)))


@given(tables())
def test_only_blanks_and_dashes_change_beside_the_edits(table: tuple[str, list[Edit]]) -> None:
    text, edits = table
    for edit in set(padded(text, edits)) - set(edits):
        assert not (text[edit.span.start : edit.span.end] + edit.text).strip(" -")
