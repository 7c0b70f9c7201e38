"""A picture of the recipe is not where its path leads.

It was renamed, moved, or never saved: the page shows a broken picture. Paths beside the recipe are looked for from its
folder, without what stands behind "?" or "#"; paths such as /img/soup.jpg only where `check.site-root` says in which
folder they begin. A picture that the front matter names is looked for beside the recipe only where its folder is there,
since themes have their own places for it. URLs, templates and embeds of Obsidian are left alone. Where a file differs
only in case or in its ending, that is said: a web server is strict.

Bad:

    # Pea Soup

    ![Cover](img/there-is-no-such-pea-soup.png)

    ## Ingredients

    - 500 g peas

Good:

    # Pea Soup

    ![Cover](https://example.com/img/pea-soup.png)

    ## Ingredients

    - 500 g peas

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from recipekit.check.links.targets import Kind, Target, targets_of
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import IMAGE_MISSING, Diagnostic

_MOST_FILES = 1000
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|www\.|[#@~${<]", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|avif|svg|heic|bmp|tiff?)\Z", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BEHIND = re.compile(r"[?#].*", re.DOTALL)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every picture of the recipe whose file is not there."""
    listed: dict[Path, tuple[str, ...]] = {}
    looked: set[str] = set()
    for target in _pictures(subject):
        if target.url in looked:
            continue
        looked.add(target.url)
        path = _path_of(subject, target)
        if path is None or _is_there(path):
            continue
        near = _near(path, listed)
        hint = f"did you mean {near}?" if near else "put the file there, or mend the path"
        shown = target.url if len(target.url) <= 80 else f"{target.url[:80]}…"
        yield subject.at(IMAGE_MISSING, f'the picture "{shown}" is not there', hint, target.start, target.end)


def _pictures(subject: Subject) -> Iterator[Target]:
    """Yield where the pictures of the recipe are said to be: those of the text, and the cover of the front matter."""
    found = targets_of(subject)
    yield from (target for target in found.urls if target.kind is Kind.IMAGE)
    if found.definitions:
        known = found.labels
        shown = (each.label for each in found.references if each.image and each.label in known)
        yield from (known[label].target for label in shown)
    cover = subject.recipe.image
    front = subject.outline.body
    if cover is not None and cover.url and front:
        start = subject.source.text.find(cover.url, 0, front)
        if start >= 0:
            yield Target(Kind.FRONT, cover.url, start, start + len(cover.url))


def _path_of(subject: Subject, target: Target) -> Path | None:
    """Return where the file of a picture should be; None where that is not known, or not on this disk."""
    url = unescape(_ESCAPED.sub(r"\1", target.url.strip()))
    if _ELSEWHERE.match(url) or "\\" in url or "{" in url or "\0" in url:
        return None
    exact = unquote(url)
    name = exact if _PICTURE.search(exact) else unquote(_BEHIND.sub("", url))
    if not _PICTURE.search(name):
        return None
    if name.startswith("/"):
        root = subject.settings.site_root
        return root / name.lstrip("/") if root is not None and _is_there(root) else None
    if subject.recipe.path is None:
        return None
    folder = Path(subject.recipe.path).parent
    path = folder / name
    if target.kind is Kind.FRONT and not _keeps_pictures(path.parent, bare="/" not in name):
        return None
    return path


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return True  # a name that the disk cannot even ask for is not known to be missing


def _keeps_pictures(folder: Path, *, bare: bool) -> bool:
    """Tell whether a front matter's path can mean a *folder*: beside the recipe, *bare*, one that holds pictures."""
    return any(_PICTURE.search(name) for name in _names(folder)) if bare else _is_there(folder)


def _near(path: Path, listed: dict[Path, tuple[str, ...]]) -> str | None:
    """Return the name of a file that may be meant: it differs in case, or in its ending."""
    folder = path.parent
    if folder not in listed:
        listed[folder] = _names(folder)
    names = listed[folder]
    low = path.name.casefold()
    same = next((name for name in names if name.casefold() == low), None)
    stem = low.rpartition(".")[0]
    return same or next(
        (name for name in names if _PICTURE.search(name) and name.casefold().rpartition(".")[0] == stem), None
    )


def _names(folder: Path) -> tuple[str, ...]:
    try:
        with os.scandir(folder) as entries:
            return tuple(entry.name for entry in islice(entries, _MOST_FILES))
    except (OSError, ValueError):
        return ()


RULE = Rule(IMAGE_MISSING, check)
