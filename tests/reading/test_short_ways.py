"""The block parser's short ways give what mistune's own long way gives."""

from pathlib import Path
from typing import Any

import mistune
import pytest
from hypothesis import given
from hypothesis import strategies as st
from recipes import ALL

from recipekit.parse.markdown import MAX_DEPTH, _markdown

MISTUNE = mistune.Markdown(block=mistune.BlockParser(max_nested_level=MAX_DEPTH + 2))
LINES = (
    "- a", "- b c", "* x", "1. y", "2. z", "10. w", "3) q", "   - n", "  - n", "    - n", "     - m", "text",
    "", "> q", "## h", "---", "| a | b |", "|---|---|", "**bold** x", "**Serves:** 6", "![i](u)", "   more",
    "- ", "- **B**", "- ~2", "- [ ] t", "- ***", "- # h", "- 1. x", "-\tx", "- - x", "===", "```", "<b>",
    "[a]: u", "1. - x", "1.", "- a  ", "+ p", "\t- t", "- 3 eggs", "- 3. eggs", "- `c`", "  * n",
    "<!-- c -->", "1. **B** y", "      - o", "  **TIP:** w", "  more", "    more  ", "   1. n", "    * n",
)  # fmt: skip


def tokens(markdown: mistune.Markdown, text: str) -> list[dict[str, Any]]:
    """Return the block tokens of *text*, blank lines and tightness, which nobody reads, left out."""
    state = markdown.block.state_cls()
    state.process(text if text.endswith("\n") else text + "\n")
    markdown.block.parse(state, markdown.block.list_rules)
    return cleaned(state.tokens)


def cleaned(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return *found* without blank lines and tightness."""
    kept = []
    for token in found:
        if token["type"] == "blank_line":
            continue
        kind = "paragraph" if token["type"] == "block_text" else token["type"]
        rest = {key: value for key, value in token.items() if key not in ("tight", "type", "children")}
        children = cleaned(token["children"]) if "children" in token else None
        kept.append({"type": kind, **rest, "children": children})
    return kept


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_recipes_give_the_same_blocks(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    assert tokens(_markdown(), text) == tokens(MISTUNE, text)


QUOTED = ("> a", "> - **Serves:** 4", ">   - n", "> ## h", "> ", ">", "> 1. x", "> ```", "", "lazy", "> | a |")
"""No list behind a quote among them: mistune puts one that stands right behind a quote before it."""


@given(st.lists(st.sampled_from(QUOTED), max_size=6))
def test_generated_quotes_give_the_same_blocks(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert tokens(_markdown(), text) == tokens(MISTUNE, text)


@given(st.lists(st.sampled_from([line for line in LINES if not line.startswith(">")]), max_size=7))
def test_generated_lines_give_the_same_blocks(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert tokens(_markdown(), text) == tokens(MISTUNE, text)
