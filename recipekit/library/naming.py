"""What a cook calls a recipe → which one it is: by id, by the name of its file, by its title, or by a part of these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from recipekit.library.entry import Entry, folded, folded_words

_NEAR = 3  # recipes that a mistyped name may have meant


class Named(NamedTuple):
    """The recipes that a name means, one where it is clear; without any, those it *may* mean."""

    entries: tuple[Entry, ...]
    near: tuple[Entry, ...] = ()


def named(name: str, entries: Sequence[Entry]) -> Named:
    """Return which of *entries* are called *name*, capitals, accents and signs aside.

    A whole id goes before a whole file name, that before a whole title, and that before parts of any of them.

    >>> soup, stew = Entry("soups/lentil.md", title="Red Lentil Soup"), Entry("bean.md", title="Lentil Stew")
    >>> [len(named(name, [soup, stew]).entries) for name in ("LENTIL", "bean stew", "stew", "soups/lentil.md", "lent")]
    [1, 0, 1, 1, 2]
    >>> [named(name, [soup, stew]).near[0].title for name in ("lentl", "stwe")]
    ['Red Lentil Soup', 'Lentil Stew']
    """
    path = folded(name.removeprefix("./"))
    wanted = folded_words(name)
    ways: tuple[Callable[[Entry], bool], ...] = (
        lambda entry: path in (folded(entry.path), folded(_without_ending(entry.path))),
        lambda entry: entry.id is not None and folded_words(entry.id) == wanted,
        lambda entry: folded_words(entry.stem) == wanted,
        lambda entry: entry.title is not None and folded_words(entry.title) == wanted,
        lambda entry: any(wanted in called for called in _called(entry)),
    )
    for is_called in ways if wanted else ways[:1]:
        found = tuple(entry for entry in entries if is_called(entry))
        if found:
            return Named(found)
    return Named((), _nearest(wanted, entries))


def _without_ending(path: str) -> str:
    return path.rpartition(".")[0]


def _called(entry: Entry) -> Iterable[str]:
    """Return what a recipe is called, folded."""
    return [folded_words(one) for one in (entry.id, entry.stem, entry.title) if one]


def _nearest(wanted: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    from difflib import get_close_matches  # noqa: PLC0415 - only a wrong name needs it

    called: dict[str, Entry] = {}
    for entry in entries:
        for one in _called(entry):
            called.setdefault(one, entry)
    near = (called[one] for one in get_close_matches(wanted[:80], called, _NEAR, 0.6))
    parts = (called[one] for one in called if _shares_start(wanted, one))
    known = {word for one in called for word in one.split()}
    meant = [set(get_close_matches(word, known, _NEAR, 0.75)) for word in wanted[:80].split()]
    slips = (called[one] for one in called if meant and all(words & set(one.split()) for words in meant))
    return tuple(dict.fromkeys(chain(near, parts, slips)))[:_NEAR]


def _shares_start(wanted: str, name: str) -> bool:
    """Tell whether a word of *name* begins as *wanted* does, which has a slip at its end: "lentl" and "lentil soup"."""
    start = wanted[: max(3, len(wanted) - 2)]
    return len(wanted) > 3 and any(word.startswith(start) for word in name.split())
