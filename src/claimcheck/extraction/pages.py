"""What kind of page an article stands on, as its first lines say: opinion, or a review."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extraction.boilerplate import Stretch

_OPINION = re.compile(
    r"\W*(?:(?:news(?:paper)? ?)?(?:opinions?|comment|commentary|editorial|op-?ed|column|leader|"
    r"viewpoint|perspective|voices|guest (?:essay|column|opinion|commentary)|essay|leaders|"
    r"our view|letters?|analysis and opinion)\W*){1,2}"
    r"|.{2,40}\s[|>/·»›]\s?(?:opinion|comment|commentary|editorial|columnists?)"
    r"|(?:comment|opinion|commentary|column|essay|editorial) by .{3,60}|opinion: .{3,120}",
    re.IGNORECASE,
)
_STARS = re.compile(
    r"\W*(?:[★☆⭐✭✮⯨]\W*){3,10}|(?:rating:? ?)?\d(?:[.,]5)?(?: ?/ ?| out of )(?:5|10)(?: stars)?", re.I
)
_REVIEW = re.compile(r"review(?:ed)?: \S|.{2,200}(?: |, )review(?: ?[–—|-] ?|: |\Z)", re.IGNORECASE)
_ARTS = re.compile(
    r"\W*(?:(?:theatre|theater|stage|film|films|movies|music|books|fiction|tv|television|radio|restaurants|food|"
    r"eating out|art|arts|games|opera|dance|comedy|albums?|reviews?|culture|exhibitions?|pop|rock|"
    r"classical)\W*){1,3}",
    re.IGNORECASE,
)


def is_opinion_page(text: str, opening: Sequence[Stretch]) -> bool:
    """Whether the page calls itself opinion; one section's name among others in a menu does not say so."""
    for at, stretch in enumerate(opening):
        if not _OPINION.fullmatch(text, stretch.start, stretch.end):
            continue
        words = text[stretch.start : stretch.end].split()
        after = opening[at + 1] if at + 1 < len(opening) else None
        following = text[after.start : after.end].split() if after else []
        if at < 2 or len(words) > 2 or len(following) > 3:
            return True
    return False


def is_review(text: str, opening: Sequence[Stretch]) -> bool:
    """Whether the page reviews something: it gives stars, or says so in its headline under the arts."""
    lines = [" ".join(text[stretch.start : stretch.end][:400].split()) for stretch in opening]
    if any(_STARS.fullmatch(line) for line in lines):
        return True
    return any(_REVIEW.match(line) for line in lines) and any(_ARTS.fullmatch(line) for line in lines)
