"""A URL that leads nowhere as it is written.

A hyphen that is none ("hello‑fresh.com" with a non-breaking one), "http//", "htp://", "https:/x.com", a scheme written
twice, "www.x.com" without one, which is taken for a file beside the recipe, a blank, a host without a dot, or a quote
or bracket behind the end: a reader who follows the link gets an error. URLs of links, images, definitions and the front
matter are looked at, and bare ones. Paths and other schemes are left alone, and so are "localhost", hosts with a port,
and dashes in a path, which articles may have in their title. The fix writes plain hyphens and mends the scheme; nobody
has followed the result.

Bad:

    # Pea Soup

    Inspired by [HelloFresh](https//www.hellofresh.com/recipes/pea-soup).

    ## Ingredients

    - 500 g peas

Good:

    # Pea Soup

    Inspired by [HelloFresh](https://www.hellofresh.com/recipes/pea-soup).

    ## Ingredients

    - 500 g peas

Fixable: yes, unsafely
Since: 0.3.0
Source: RFC 3986, 3.1 Scheme and 3.2.2 Host.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from recipekit.check.links.targets import Kind, Target, targets_of
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import MALFORMED_URL, Diagnostic, Fix
from recipekit.source import Edit, Span

_FINE = re.compile(
    r"https?://(?:(?!www\.[a-z0-9-]+(?:[/?#]|$))[a-z0-9_-]+\.)(?:[a-z0-9_-]+\.)*[a-z]{2,}(?::\d+)?"
    r"(?:[/?#][!#-=?-\\^-z|~]*)?",
    re.IGNORECASE,
)
_LOOK_ALIKE = re.compile("[‐‑‒−﹣－]")
_DASHES = re.compile("[‐‑‒−﹣－–—]")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_TWICE = re.compile(r"(?:https?[:;]?/{0,2}){1,3}(?=https?:/{0,2})", re.IGNORECASE)
_SCHEME = re.compile(r"([htps]{3,7}+)([:;.,]?[/\\]{1,4}:?|:(?=www\.))(?=[^/\\])", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:\[\]]*)(:\d+)?", re.IGNORECASE)
_ENDING = re.compile(r"[^\W\d_]{2,}|xn--[a-z0-9-]+|\d{1,3}", re.IGNORECASE)
_NO_SCHEME = re.compile(
    r"(?:www\.[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|co\.uk))(?=[/?#]|$)",
    re.IGNORECASE,
)
_FILE = re.compile(r"[^\s\"'“”][^\n\"“”=]*\.(?:png|jpe?g|gif|webp|svg|avif|heic|pdf|md|html?)", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[htps]{3,7}+(?:[:;.,]?[/\\]|:www\.)|www\.", re.IGNORECASE)
_LAST = re.compile(r"[\]>”“„’‘»«\"]+$")
_DOTTED = re.compile(r"[\w-]+\.[\w-]")
_MOST_COMPARED = 1000
_BLANK = re.compile(r"\s")
_QUOTES = "“”„\"'‘’«"
_FIRST = re.compile(r"[“”„‘’«»\"]+(?=https?:)")


class _Wrong(NamedTuple):
    """What is wrong with a URL, what to do, and the URL put right, None where that is not plain."""

    what: str
    hint: str
    right: str | None = None


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every URL of the recipe that is written wrong."""
    for target in targets_of(subject).urls:
        if _FINE.fullmatch(target.url):
            continue
        wrong = _wrong(target.kind, target.url)
        if wrong is not None:
            shown = target.url if len(target.url) <= 60 else f"{target.url[:60]}…"
            fix = _mended(target, wrong)
            message = f'"{" ".join(shown.split())}" {wrong.what}'
            yield subject.at(MALFORMED_URL, message, wrong.hint, target.start, target.end, fix)
    yield from _no_definitions(subject)


def _no_definitions(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every definition that a reference needs and that words behind its URL make none."""
    found = targets_of(subject)
    for definition in found.definitions:
        target = definition.target
        if definition.rest and _FINE.fullmatch(target.url):
            if all(reference.label != definition.label for reference in found.references[:_MOST_COMPARED]):
                continue
            message = f'"[{definition.written}]" is no definition: words stand behind its URL'
            hint = "write blanks in a URL as %20, and a title between quotes"
            yield subject.at(MALFORMED_URL, " ".join(message.split()), hint, target.start, target.end)


def _mended(target: Target, wrong: _Wrong) -> Fix | None:
    if wrong.right is None or wrong.right == target.url:
        return None
    return Fix((Edit(Span(target.start, target.end), wrong.right),), f"write {wrong.right[:60]}", safe=False)


@lru_cache(maxsize=256)
def _wrong(kind: Kind, url: str) -> _Wrong | None:
    """Return what is wrong with a URL, None where nothing is."""
    if "{" in url or not url:
        return None
    if kind in (Kind.BROKEN_LINK, Kind.BROKEN_IMAGE):
        return _blank(url)
    first = _FIRST.match(url)
    if first is not None:
        return _Wrong("begins with a quote", "take the quotes out", _LAST.sub("", url[first.end() :]))
    if kind in (Kind.LINK, Kind.IMAGE, Kind.DEFINITION) and _NO_SCHEME.match(url):
        return _Wrong("has no scheme, and is taken for a file", f"write https://{url[:60]}", f"https://{url}")
    if not _ABSOLUTE.match(url):
        return None
    if url[0] in "wW":
        return _hyphened(url)
    return _hyphened(url) or _schemed(kind, url) or _hosted(kind, url) or _ended(kind, url)


def _blank(url: str) -> _Wrong | None:
    """Return what is wrong with a URL that has a blank in it."""
    url = url.strip()
    absolute = _ABSOLUTE.match(url)
    if absolute is None and not _FILE.fullmatch(url):
        return None
    said = "has a blank in it, and is no link"
    first, *rest = url.split()
    if absolute is None or not rest:
        return _Wrong(said, "write it as %20", _BLANK.sub("%20", url))
    if rest[0][0] == "=":
        return None  # "=100x200" is a size in some kinds of Markdown
    if rest[0][0] in _QUOTES:
        return _Wrong("is no link: what stands behind it is no title", 'write the title as "title"')
    if first.endswith("//"):
        return _Wrong(said, "take the blank out", first + rest[0] if len(rest) == 1 else None)
    plain = _FINE.fullmatch(first) and "://" not in "".join(rest) and len(rest) < 6
    return _Wrong(said, "write it as %20", _BLANK.sub("%20", url) if plain else None)


def _hyphened(url: str) -> _Wrong | None:
    """Return what is wrong with the hyphens of a URL, or with characters that nobody sees."""
    if url.isascii():
        return None
    host = _HOST.match(url)
    end = host.end() if host else 0
    right = _DASHES.sub("-", url[:end]) + _LOOK_ALIKE.sub("-", url[end:])
    if right != url:
        sign = next(old for old, new in zip(url, right, strict=True) if old != new)
        what = f"has a sign that only looks like a hyphen (U+{ord(sign):04X})"
        return _Wrong(what, "type it anew as -", right)
    if _UNSEEN.search(url):
        return _Wrong("holds a character that nobody sees", "type it anew", _UNSEEN.sub("", url))
    return None


def _schemed(kind: Kind, url: str) -> _Wrong | None:
    """Return what is wrong with how a URL begins."""
    twice = _TWICE.match(url)
    if twice is not None:
        rest = url[twice.end() :]
        return _Wrong("has its scheme twice", "leave one of them out", rest if _FINE.fullmatch(rest) else None)
    found = _SCHEME.match(url)
    if found is None or (found[1].lower() in ("http", "https") and found[2] == "://"):
        return None
    odd = found[1].lower() not in ("http", "https")
    if odd and (found[2] not in ("://", ":/", ":\\\\", "//", ";//") or "t" not in found[1].lower()):
        return None  # a folder, or "ssh://"
    if kind is Kind.BARE and (odd or not _DOTTED.match(url, found.end())) and found[2] != "://":
        return None  # "HTTP/2"
    scheme = "https" if "s" in found[1].lower() else "http"
    right = f"{scheme}://{url[found.end() :]}"
    return _Wrong("does not begin as a URL does", f"write {scheme}://", right if _FINE.fullmatch(right) else None)


def _hosted(kind: Kind, url: str) -> _Wrong | None:
    """Return what is wrong with the host of a URL."""
    found = _HOST.match(url)
    if found is None or found[2] or url[found.end() : found.end() + 1] == "[":
        return None
    host = _LAST.sub("", found[1])
    if not any(letter.isalnum() for letter in host):
        return None if kind is Kind.BARE else _Wrong("has no host", "write the address of the page")
    if host.lower() == "localhost" or host.lower().endswith(".localhost"):
        return None
    if "," in host or ".." in host or host[0] == "." or " " in host:
        return _Wrong(f"has no host of that name: {host[:40]}", "write dots between its parts")
    parts = host.rstrip(".").split(".")
    if len(parts) == 1 or (len(parts) == 2 and parts[0].lower() == "www"):
        return _Wrong(f"has a host without an ending: {host[:40]}", "write the whole name, such as example.com")
    if not _ENDING.fullmatch(parts[-1]):
        return _Wrong(f"has a host with an odd ending: {host[:40]}", "write the whole name, such as example.com")
    return None


def _ended(kind: Kind, url: str) -> _Wrong | None:
    """Return what is wrong with how a URL ends."""
    if kind in (Kind.BARE, Kind.FRONT):
        return None
    last = _LAST.search(url)
    if last is None:
        stray = kind in (Kind.DEFINITION, Kind.ANGLES) and url[-1] == ")" and url.count(")") > url.count("(")
        return _Wrong("ends with a stray )", "take it out", url[:-1]) if stray else None
    if last[0][0] == "]" and "[" in url:
        return None
    return _Wrong(f"ends with a stray {last[0][0]}", "take it out", url[: last.start()])


RULE = Rule(MALFORMED_URL, check)
