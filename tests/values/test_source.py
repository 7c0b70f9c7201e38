"""A source keeps its text to the byte: line ends, byte order mark, and every character that no edit names."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from recipekit.source import BOM, Edit, Source, Span, apply_edits


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\nb\n", "a\nb\n"),
        ("a\r\nb\r\n", "a\nb\n"),
        ("a\rb\r", "a\nb\n"),
        ("a\r\nb\nc\rd", "a\nb\nc\nd"),
        ("a\r\r\nb", "a\n\nb"),
        ("a\n\rb", "a\n\nb"),
        (BOM + "a\r\n", "a\n"),
        ("a" + BOM, "a" + BOM),
        (BOM + BOM + "a", BOM + "a"),
        ("", ""),
        (BOM, ""),
        ("a\x0b\x0c\x85\u2028b", "a\x0b\x0c\x85\u2028b"),
    ],
    ids=[
        "lf",
        "crlf",
        "cr",
        "mixed",
        "cr-crlf",
        "lf-cr",
        "bom",
        "bom-inside",
        "two-boms",
        "empty",
        "only-bom",
        "other",
    ],
)
def test_the_text_has_lf_and_no_byte_order_mark(raw: str, text: str) -> None:
    assert Source(raw).text == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("bom", ["", BOM], ids=["no-bom", "bom"])
@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [(0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 2, 1), (4, 3, 1), (5, 3, 2), (6, 3, 3)],
)
def test_lines_and_columns_do_not_depend_on_line_ends(bom: str, end: str, offset: int, line: int, column: int) -> None:
    source = Source(bom + end.join(["½b", "", "c😀"]))
    assert (source.line_at(offset), source.column_at(offset)) == (line, column)
    assert source.start_of_line(line) == offset - column + 1


@pytest.mark.parametrize(
    ("raw", "offset", "place"),
    [
        ("ab", 1, 1),
        ("a\nb", 2, 2),
        ("a\rb", 2, 2),
        ("a\r\nb", 1, 1),
        ("a\r\nb", 2, 3),
        ("\r\n\r\nb", 2, 4),
        ("a\r\nb\nc\r\nd", 6, 8),
        (BOM + "a", 0, 1),
        (BOM + "\r\na", 1, 3),
    ],
)
def test_a_place_in_the_text_is_found_in_the_file(raw: str, offset: int, place: int) -> None:
    assert Source(raw).raw_offset(offset) == place


@pytest.mark.parametrize(
    ("raw", "edits", "after"),
    [
        ("Serves: 6\n", [(8, 9, "2")], "Serves: 2\n"),
        ("Serves: 6\r\n", [(8, 9, "2")], "Serves: 2\r\n"),
        (BOM + "6\r\n6\r6\n", [(0, 1, "2"), (2, 3, "1"), (4, 5, "12")], BOM + "2\r\n1\r12\n"),
        ("3 Cloves", [(2, 8, "Clove"), (0, 1, "1")], "1 Clove"),
        ("ab", [(1, 1, "-")], "a-b"),
        ("a\r\nb", [(1, 2, " ")], "a b"),
        ("a\r\nb", [(1, 1, "!")], "a!\r\nb"),
        ("a\r\nb", [(2, 2, "!")], "a\r\n!b"),
        ("ab", [(2, 2, "c")], "abc"),
        ("", [(0, 0, "x")], "x"),
    ],
)
def test_an_edit_changes_what_it_names(raw: str, edits: list[tuple[int, int, str]], after: str) -> None:
    assert Source(raw).edited([Edit(Span(start, end), text) for start, end, text in edits]) == after


@pytest.mark.parametrize(
    "spans",
    [[(0, 2), (1, 3)], [(0, 3), (1, 2)], [(0, 4)], [(-1, 1)], [(2, 1)]],
    ids=["overlap", "nested", "beyond-the-end", "before-the-start", "backwards"],
)
def test_edits_that_cannot_be_made_are_refused(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="overlaps another or lies outside"):
        apply_edits("abc", [Edit(Span(*span), "x") for span in spans])


def test_edits_that_touch_are_both_made() -> None:
    assert apply_edits("abc", [Edit(Span(0, 1), "x"), Edit(Span(1, 2), "y")]) == "xyc"


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\r\n" + BOM))))
def test_no_edits_is_the_identity(raw: str) -> None:
    assert Source(raw).edited([]) == raw


@given(
    st.lists(st.sampled_from(["a", "½", "😀", "\n", "\r", "\r\n", BOM]), max_size=12),
    st.booleans(),
    st.text(max_size=3),
    st.data(),
)
def test_an_edit_keeps_every_other_character(pieces: list[str], bom: bool, new: str, data: st.DataObject) -> None:
    assume(not any(pair == ("\r", "\n") for pair in pairwise(pieces)))
    assume(bom or pieces[:1] != [BOM])
    start = data.draw(st.integers(0, len(pieces)))
    end = data.draw(st.integers(start, len(pieces)))
    mark = BOM if bom else ""
    edited = Source(mark + "".join(pieces)).edited([Edit(Span(start, end), new)])
    assert edited == mark + "".join(pieces[:start]) + new + "".join(pieces[end:])
