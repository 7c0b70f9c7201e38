"""The cover is that of another recipe of the collection.

A recipe that began as a copy keeps the picture of its model. It shows where a folder or the file name in the cover's
path is the file name, the id or the title of another recipe, whole, and nothing in the path is this recipe's own;
blanks, hyphens, case and accents aside. Names with less than 4 letters, names that are also folders of recipes, folders
that hold the covers of three recipes or more, and paths that name nobody are left alone.

Bad:

    ==> pork-tacos.md <==
    # Pork Tacos

    ![Cover](/img/pork-tacos/cover.png)
    ==> bean-chili.md <==
    # Bean Chili

    ![Cover](/img/pork-tacos/cover.png)

Good:

    ==> pork-tacos.md <==
    # Pork Tacos

    ![Cover](/img/pork-tacos/cover.png)
    ==> bean-chili.md <==
    # Bean Chili

    ![Cover](/img/bean-chili/cover.png)

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from recipekit.check.rule import Across, Card, Placed, Rule
from recipekit.diagnostics import IMAGE_OF_ANOTHER, Diagnostic

_FEWEST_LETTERS = 4
_A_FOLDER_FOR_SEVERAL = 3
_BETWEEN = re.compile(r"[/\\]")
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^/]*/|data:.*", re.IGNORECASE)
_ENDING = re.compile(r"\.\w{1,5}\Z")
_WORD = re.compile(r"[^\W_]+")
_NAMELESS = frozenset(("index", "_index", "readme", "recipe", "rezept"))
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


class _Names(NamedTuple):
    """What a recipe is called, as its names are compared, and the words of these names."""

    keys: frozenset[str]
    words: frozenset[str]


class _Piece(NamedTuple):
    """A folder or the file name in the path of a cover: where it begins, how it is written and compared."""

    start: int
    written: str
    key: str


def compare(cards: Sequence[Card]) -> Iterator[Across]:
    """Yield a finding for every recipe whose cover is named after another one."""
    names = [_names_of(card) for card in cards]
    folders = _folders(cards, names)
    owners: dict[str, int] = {}
    for index, each in enumerate(names):
        for key in each.keys:
            if len(key) >= _FEWEST_LETTERS and key not in folders:
                owners.setdefault(key, index)
    pieces = [_pieces(card.cover) if card.cover else () for card in cards]
    shared = _shared(cards, pieces)
    for index, card in enumerate(cards):
        other = _other(pieces[index], names[index], owners, shared)
        if card.cover is not None and other is not None:
            yield Across(index, _finding(card.cover, other, cards[owners[other.key]]))


def _finding(cover: Placed, piece: _Piece, owner: Card) -> Diagnostic:
    called = owner.title.text if owner.title else owner.path or piece.written
    message = f'the cover is in "{piece.written}", which is {called[:60]}'
    if _ENDING.search(piece.written):
        message = f'the cover is "{piece.written}", which is that of {called[:60]}'
    if cover.offset is None:
        return Diagnostic(IMAGE_OF_ANOTHER, message, cover.line, cover.column, "give it a picture of its own")
    column = cover.column + piece.start
    end = column + len(piece.written)
    return Diagnostic(IMAGE_OF_ANOTHER, message, cover.line, column, "give it a picture of its own", end)


def _other(pieces: Sequence[_Piece], own: _Names, owners: dict[str, int], shared: frozenset[str]) -> _Piece | None:
    """Return what in a cover's path names another recipe; None where nothing does, or anything names its own."""
    if any(piece.key in own.keys for piece in pieces):
        return None
    found = next((each for each in reversed(pieces) if each.key in owners and each.key not in shared), None)
    if found is None:
        return None
    inside = (each for each in pieces if each.start > found.start)
    return None if any(_is_part_of(each.written, own) for each in inside) else found


def _is_part_of(written: str, own: _Names) -> bool:
    """Tell whether a name is made of words of the recipe's own: "blueberry.png" of Blueberry Pancakes."""
    said = {word for word in _words(_ENDING.sub("", written)) if len(word) >= _FEWEST_LETTERS}
    return bool(said) and said <= own.words


def _names_of(card: Card) -> _Names:
    said = [placed.text for placed in (card.id, card.title) if placed is not None]
    said += [name for name in (_stem(card.path),) if name]
    keys = {key for name in said for key in _keys(name)}
    return _Names(frozenset(keys - {""}), frozenset(word for name in said for word in _words(name)))


def _stem(path: str | None) -> str | None:
    """Return the name of a recipe's file; of one that is called index.md that of its folder."""
    *folders, name = _BETWEEN.split(path or "")
    stem = _ENDING.sub("", name)
    if stem.casefold() in _NAMELESS:
        return folders[-1] if folders else None
    return stem or None


def _words(name: str) -> list[str]:
    return _WORD.findall(_plain(name))


def _plain(name: str) -> str:
    folded = name.casefold()
    if folded.isascii():
        return folded
    return "".join(sign for sign in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(sign))


@lru_cache(maxsize=1024)  # the folders of a collection, over and over
def _keys(name: str) -> frozenset[str]:
    """Return a name as names are compared: letters and digits alone, an "&" as a word or not at all."""
    low = name.casefold()
    ways = {low, low.replace("&", " and "), low.replace("&", " und "), low.translate(_UMLAUTS)}
    return frozenset("".join(_words(way)) for way in ways)


def _folders(cards: Sequence[Card], names: Sequence[_Names]) -> frozenset[str]:
    """Return the folders of the collection; one that holds a single recipe of its own name is none."""
    inside: dict[str, set[int]] = {}
    for index, card in enumerate(cards):
        for folder in _BETWEEN.split(card.path or "")[:-1]:
            for key in _keys(folder) if folder else ():
                inside.setdefault(key, set()).add(index)
    return frozenset(
        key for key, held in inside.items() if len(held) > 1 or not any(key in names[index].keys for index in held)
    )


def _pieces(cover: Placed) -> tuple[_Piece, ...]:
    """Return the folders and the file name of a cover's path, its last name without the ending."""
    address = _ADDRESS.match(cover.text)
    start = address.end() if address else 0
    found = []
    for written in _BETWEEN.split(re.split(r"[?#]", cover.text[start:], maxsplit=1)[0]):
        said = _ENDING.sub("", unquote(written))
        found.append(_Piece(start, written, "".join(_words(said))))
        start += len(written) + 1
    return tuple(piece for piece in found if piece.key)


def _shared(cards: Sequence[Card], pieces: Sequence[Sequence[_Piece]]) -> frozenset[str]:
    """Return the folders of pictures that hold different covers of several recipes."""
    covers: dict[str, set[str]] = {}
    for card, said in zip(cards, pieces, strict=True):
        for piece in said[:-1] if card.cover else ():
            covers.setdefault(piece.key, set()).add(card.cover.text if card.cover else "")
    return frozenset(key for key, held in covers.items() if len(held) >= _A_FOLDER_FOR_SEVERAL)


RULE = Rule(IMAGE_OF_ANOTHER, compare=compare)
