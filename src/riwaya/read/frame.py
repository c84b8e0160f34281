"""Frame lines: section and date, brand, byline, credit; they tell outlet, author, date and chain, and no content."""

from __future__ import annotations

import re

from riwaya.arabic.calendars import month, weekday
from riwaya.arabic.dates import parse_date
from riwaya.read.lines import Line, folded
from riwaya.read.outlets import House, general, house
from riwaya.read.places import place
from riwaya.read.tails import lead_verbs

_SEPARATOR = re.compile(r"\s*[-–—ـ_/|:،,+&()«»\"“”]+\s*|\s+و(?=كالات|وكال)")
_SIGNED = re.compile(
    r"^\W{0,3}(?:(?:كتب|كتبت|تقرير|اعداد|تحقيق|حوار|تغطيه|تحرير|متابعه|ترجمه|مراسل\w{0,4}|اعده|اعدته)\s?[:\-–—]"
    r"|(?:بقلم|By)\b)\W{0,3}(?P<who>.{3,60})$"
)
_BARE = re.compile(r"^\W{0,3}(?:كتبت?|من)\s(?!ال|في|على|هو|هي|هم|اجل)\w{2,}(?:\s\w{2,}){1,2}$")
_AGO = re.compile(
    r"^\W{0,3}(?:منذ|قبل)\s(?:\d+\s)?(?:ثواني?|دقيق\w+|دقائق|ساع\w+|يوم\w*|ايام|اسبوع\w*|اسابيع|شهر\w*|اشهر)$"
)
_EDITED = re.compile(r"^\(\s?(?:اعداد|تغطيه|تحرير|شارك في|ترجمه)\b[^()]{3,200}\)\W*$")
_CREDITED = re.compile(r"^\W{0,3}(?:المصدر|مصدر|المصادر|نقلا عن|نقلاً عن|عن|وكالات)\b")
_DATED = re.compile(r"نشر|تاريخ|تحديث|اضيف|الساعه|بتوقيت|Published|Updated|Posted", re.IGNORECASE)
_CLOSING = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]\s?\.?$")
_LONGEST = 12
_CREDIT = 8
_LONGEST_FRAME = 200


def date_line(line: Line) -> str | None:
    """Return the date that a line of the page's head states: ``محليات - الأربعاء 7 أبريل 2021``, else ``None``."""
    if line.words > 16 or (line.closed and not _DATED.search(line.key)):
        return None
    return parse_date(line.text) if len(labels(line)) <= 5 else None


def closing_date(line: Line) -> str | None:
    """Return the date of a line at the page's end that is all date, or speaks of publication: ``السبت 21 مايو``."""
    if says_published(line):
        return parse_date(line.text)
    return date_line(line) if line.words <= 6 and not labels(line) else None


def ends_in_agency(line: Line) -> bool:
    """Say whether a date line is an agency's: ``الرياض 28 رجب 1442 هـ الموافق 12 مارس 2021 م واس``."""
    last = house(line.text.rpartition(" ")[2])
    return last is not None and last.agency


def labels(line: Line) -> list[str]:
    """Return the words of a date line that are not of the date: ``دولية`` in ``دولية - الأربعاء 7 أبريل 2021``."""
    return [word for word in re.findall(r"[^\W\d_]+", line.key) if not _of_a_date(word)]


def says_published(line: Line) -> bool:
    """Say whether a line speaks of publication: ``نشر في: …``, ``آخر تحديث …``; such a date counts anywhere."""
    return line.words <= 16 and _DATED.search(line.key) is not None


def _of_a_date(word: str) -> bool:
    return (
        word.isascii()
        or len(word) <= 2
        or word in ("يوم", "شهر", "الموافق")
        or month(word) is not None
        or weekday(word) is not None
        or bool(_DATED.search(word))
    )


def brand(line: Line) -> House | None:
    """Return the outlet whose name is all of the line: ``العربية``, ``صحيفة الوئام``; not ``السياسة`` (a section)."""
    found = house(line.text) if line.words <= 4 else None
    return found if found and found.plain else None


def credit(text: str) -> tuple[House, ...] | None:
    """Return the houses of a credit line: ``ليفانت نيوز_ أسوشيتد برس``, ``المصدر: وكالات``; ``None`` if it is none.

    A part that the list doesn't know may stand beside an agency: the outlet's own name, or a town (one word with ال).
    """
    if len(text) > _LONGEST_FRAME or len(text.split()) > _CREDIT:
        return None
    parts = [part for part in _SEPARATOR.split(text.strip(" ()[].*•\u00a0")) if part.strip()]
    if not parts:
        return None
    houses = tuple(found for part in parts if (found := house(part)))
    rest = [part for part in parts if not (house(part) or general(part) or place(part) or _is_cue(part))]
    known = any(one.plain for one in houses) or any(general(part) for part in parts)
    if not known and not (houses and _CREDITED.match(folded(text))):
        return None
    if not rest:
        return houses
    own = rest[0].strip()
    if len(rest) == 1 and parts[0].strip() == own and len(own.split()) <= 3 and any(one.agency for one in houses):
        place_like = " " not in own and own.startswith("ال")
        return houses if place_like else (House(own, False, False), *houses)
    return None


def _is_cue(part: str) -> bool:
    return folded(part).strip(" :*") in ("المصدر", "مصدر", "المصادر", "نقلا عن", "عن", "نقلا")


def closing_credit(line: Line) -> tuple[int, int] | None:
    """Return where a paragraph ends in a credit in brackets: ``… مساء اليوم. (رويترز)``."""
    match = _CLOSING.search(line.text[-70:])
    if match is None or not credit(match.group(1)) or match.start() == 0:
        return None
    offset = line.end - len(line.text[-70:])
    return offset + match.start(), offset + match.end()


def byline(line: Line) -> bool:
    """Say whether a line names who wrote the report: ``كتب: …``, ``الرياض - أحمد …``, ``(إعداد … تحرير …)``."""
    if line.words > _LONGEST and not line.text.startswith("("):
        return False
    if line.text[-1] in ".؟?!" and not line.text.startswith("("):
        return False
    if _EDITED.match(line.key) or (_SIGNED.match(line.key) and line.words <= 8):
        return True
    return line.words <= 8 and _places_and_names(line.text)


def head_byline(line: Line) -> bool:
    """Say whether a line before the first paragraph names who wrote: there ``كتبت هالة …`` and ``من سامر …`` do."""
    return byline(line) or (line.words <= 5 and not line.closed and _BARE.match(line.key) is not None)


def relative_date(line: Line) -> bool:
    """Say whether a line dates the report by the reader's clock: ``منذ 3 ساعات`` (three hours ago); worth nothing."""
    return line.words <= 4 and not line.closed and _AGO.match(line.key) is not None


def _places_and_names(text: str) -> bool:
    """``عين اليوم – جدة``, ``القاهرة - أحمد …``: houses and places, and one strange part at most."""
    if len(text) > _LONGEST_FRAME:
        return False
    parts = [part for part in re.split(r"\s*[-–—ـ_/|:]+\s*", text.strip(" :")) if part.strip()]
    if not 2 <= len(parts) <= 4:
        return False
    strange = [part for part in parts if not (house(part) or place(part) or general(part))]
    named = any(found.plain for part in parts if (found := house(part)))
    if not (strange or any(house(part) and not place(part) for part in parts)):
        return False
    most = 2 if named and "/" in text else 1
    return len(strange) <= most and all(_a_name(part, 1 if named else 2) for part in strange)


def houses(text: str) -> tuple[House, ...]:
    """Return the outlets and agencies named between the marks of a frame line: ``صحيفة الضفة - خاص``."""
    if len(text) > _LONGEST_FRAME:
        return ()
    parts = (part for part in _SEPARATOR.split(text) if part.strip())
    return tuple(found for part in parts if (found := house(part)) and (found.plain or not place(part)))


def _a_name(part: str, least: int) -> bool:
    words = folded(part).split()
    return least <= len(words) <= 4 and part.replace(" ", "").isalpha() and words[0] not in lead_verbs()


def author(printed: str) -> str | None:
    """Return the person in a byline: ``الرياض - أحمد …`` → the name; ``واس - جدة`` → ``None``."""
    if len(printed) > _LONGEST_FRAME or _EDITED.match(folded(printed)):
        return None
    bare_name = _BARE.match(folded(printed))
    if bare_name:
        return printed.strip().partition(" ")[2].strip()
    signed = _SIGNED.match(folded(printed))
    text = printed[-len(signed["who"]) :] if signed and len(folded(printed)) == len(printed) else printed
    for part in re.split(r"\s*[-–—ـ_/|:()،,«»]+\s*", text):
        bare = part.strip(" .*\u00a0")
        person, _, where = bare.rpartition(" من ")
        bare = person if person and place(where) else bare
        if bare and not (house(bare) or place(bare) or general(bare)) and re.search(r"[^\W\d_]{2}", bare):
            return (
                bare
                if len(bare) <= 60 and " " in bare and not re.search(r"ووكالات|مكتب|^متابع|^رصد|\.نت", bare)
                else None
            )
    return None
