"""What kind of page an article stands on, as its first lines say: opinion, or a review."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.extraction.boilerplate import Stretch

_OPINION = re.compile(
    r"\W*(?:(?:news(?:paper)? ?)?(?:opinions?|comment|commentary|editorials?|op-?eds?|columns?|columnists?|"
    r"leaders?|viewpoints?|perspectives?|voices|guest (?:essay|column|opinion|commentary)|essays?|"
    r"leading articles?|(?:leader|editorial) comment|comment is free|(?:the )?editorial board|first person|"
    r"our view|the \S+(?: \S+)? view|letters?(?: to the editor)?|analysis and opinion)\W*){1,2}"
    r"|.{2,40}\s[|>/·»›]\s?(?:opinion|comment|commentary|editorial|columnists?)"
    r"|(?:comment|opinion|commentary|column|essay|editorial) by .{3,60}|opinion: .{3,120}",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\W*(?:(?:news|sports?)? ?(?:obituar(?:y|ies)|analysis|blogs?|notebook|newsletters?|podcasts?|"
    r"appreciation|travel|profiles?|long reads?|food|lifestyle|gardening|motoring|road test|sketch|diary|"
    r"match reports?|sports?|football|soccer|tennis|cricket|rugby(?: union| league)?|golf|boxing|athletics|"
    r"cycling|hockey|basketball|baseball|motor ?sport|formula (?:1|one)|swimming|"
    r"(?:deaths|obituaries) (?:and|&) tributes)\W*){1,3}"
    r"|(?:sports?|football|obituaries|travel)\s?[|>/·»›].{2,60}"
    r"|(?:analysis|obituary|appreciation|sketch|match report): .{3,120}|.{3,120}, obituary|"
    r"(?:analysis|sketch) by .{3,60}",
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


_ASKED = 4
"""Paragraphs that are questions from which on an article may be an interview, if they are a tenth of all."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an article says of itself.

    Attributes:
        opinion: it calls itself opinion, comment, editorial.
        review: it reviews a play, book, meal and the like.
        personal: it is of a kind whose writers judge beside what they report: analysis, an obituary, sport,
            travel, a blog.
        asking: many of its paragraphs are questions, as in an interview, whose answers are another's.
    """

    opinion: bool = False
    review: bool = False
    personal: bool = False
    asking: bool = False


def page_of(text: str, stretches: Sequence[Stretch]) -> Page:
    """What the first stretches of an article say of it, and whether it asks and answers."""
    opening = stretches[:14]
    kept = [stretch for stretch in stretches if stretch.why is None]
    asked = sum(text.endswith("?", stretch.start, stretch.end) for stretch in kept)
    return Page(
        _calls_itself(_OPINION, text, opening),
        _is_review(text, opening),
        _calls_itself(_PERSONAL, text, opening),
        asked >= _ASKED and asked * 10 >= len(kept),
    )


def _calls_itself(kind: re.Pattern[str], text: str, opening: Sequence[Stretch]) -> bool:
    """Whether a line names the kind; one section's name among others in a menu does not say so."""
    for at, stretch in enumerate(opening):
        if not kind.fullmatch(text, stretch.start, stretch.end):
            continue
        words = text[stretch.start : stretch.end].split()
        after = opening[at + 1] if at + 1 < len(opening) else None
        following = text[after.start : after.end].split() if after else []
        if at < 2 or len(words) > 2 or len(following) > 3:
            return True
    return False


def _is_review(text: str, opening: Sequence[Stretch]) -> bool:
    """Whether the page reviews something: it gives stars, or says so in its headline under the arts."""
    lines = [" ".join(text[stretch.start : stretch.end][:400].split()) for stretch in opening]
    if any(_STARS.fullmatch(line) for line in lines):
        return True
    return any(_REVIEW.match(line) for line in lines) and any(_ARTS.fullmatch(line) for line in lines)
