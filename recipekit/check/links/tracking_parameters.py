"""A URL carries parameters that only serve to follow its readers.

"?utm_source=newsletter&fbclid=…" came along when the address was copied. The page is the same without, the line is
shorter, and nobody's clicks are counted as the author's. Only parameters that are known for it are found (utm_…, and
the click and recipient marks of advertisers and mailing lists); "id", "ref", "portionid" and all others may choose what
the page shows, and stay to the byte.

Bad:

    # Pea Soup

    After [Ann](https://example.com/soup?utm_source=mail&portion=2).

    ## Ingredients

    - 500 g peas

Good:

    # Pea Soup

    After [Ann](https://example.com/soup?portion=2).

    ## Ingredients

    - 500 g peas

Fixable: yes
Since: 0.3.0
Source: the parameters that Firefox (privacy.query_stripping.strip_list) and Brave's query filter take out of URLs, and
    those of Google Analytics, Mailchimp, Instagram and Google Merchant Center.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recipekit.check.links.targets import Target, targets_of
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import TRACKING_URL, Diagnostic, Fix
from recipekit.source import Edit, Span

TRACKING = frozenset((
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "msclkid", "twclid", "ttclid", "yclid",
    "ysclid", "igsh", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking",
    "mkt_tok", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "wickedid", "rb_clickid", "_openstat",
    "ml_subscriber", "ml_subscriber_hash", "li_fat_id", "epik", "s_cid",
))  # fmt: skip
"""Parameters that name a reader, a click, or a mailing, and never what a page shows."""
_CAMPAIGN = "utm_"
_PARAMETER = re.compile(r"([^&]*)(&(?:amp;)?|\Z)")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every URL of the recipe with such parameters."""
    for target in targets_of(subject).urls:
        if "?" in target.url and "{" not in target.url:
            found = _tracked(target)
            if found is not None:
                yield _finding(subject, target, *found)


def _finding(subject: Subject, target: Target, names: list[str], at: int, right: str) -> Diagnostic:
    start = target.start + at
    fix = Fix((Edit(Span(target.start, target.end), right),), f"take out {', '.join(names)[:80]}")
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    message = f'the URL has the tracking parameter "{names[0]}"{more}'
    return subject.at(TRACKING_URL, message, f"leave out {', '.join(names)[:80]}", start, start + len(names[0]), fix)


def _tracked(target: Target) -> tuple[list[str], int, str] | None:
    """Return a URL's tracking parameters, where the first one stands, and the URL without; None where it has none.

    What stands between those that stay is as it was: "&" or "&amp;".
    """
    page, mark, fragment = target.url.partition("#")
    address, _, query = page.partition("?")
    names: list[str] = []
    first = 0
    kept = ""
    between = ""
    for found in _PARAMETER.finditer(query):
        name = found[1].partition("=")[0]
        if _is_tracking(name):
            first = first if names else len(address) + 1 + found.start()
            names.append(name)
        elif found[1] or found[2]:
            kept += (between if kept else "") + found[1]
            between = found[2]
    if not names:
        return None
    return names, first, f"{address}{'?' if kept else ''}{kept}{mark}{fragment}"


def _is_tracking(name: str) -> bool:
    plain = name.replace("\\", "").lower()
    return plain in TRACKING or (plain.startswith(_CAMPAIGN) and len(plain) > len(_CAMPAIGN))


RULE = Rule(TRACKING_URL, check)
