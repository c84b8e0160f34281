"""Spans of time and what is reckoned by them: durations, ``قبل يومين``, references."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from riwaya.annotate.times.ages import is_age, is_age_in_months, is_rest_of_age
from riwaya.annotate.times.beside import beside, exactly
from riwaya.annotate.times.lexemes import Unit
from riwaya.annotate.times.moment import step_months
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.annotate.times.told import stepped
from riwaya.arabic.calendars import week
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

_FRACTION = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_FINER = {"Y": ("M", 12), "H": ("MIN", 60), "CE": ("Y", 100), "DE": ("Y", 10), "D": ("H", 24), "MIN": ("S", 60)}
_CLOCKED = ("S", "MIN", "H")
_SECONDS = {"S": 1, "MIN": 60, "H": 3600}
_ORDER = ("CE", "DE", "Y", "Q", "M", "W", "D", "N", "H", "MIN", "S")
_FROM = frozenset(map(fold, ("من", "على", "عن")))
_BACK_MOD = {
    "MORE_THAN": "BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}
"""TimeML: a date more than a year ago lies BEFORE that date; MORE_THAN is for durations."""
_ITS = ("ه", "ها", "هم", "هما")
_WITHIN = frozenset(("فيه", "فيها"))
_SHY = ("DE", "H", "S", "N", "CE")


def iso(count: float | str, kind: str) -> str:
    """Return a TIMEX3 duration: (8, "Y") → ``P8Y``, (2.5, "Y") → ``P2.5Y``, (0.5, "H") → ``PT30M``."""
    if not isinstance(count, str) and count != int(count) and kind in _FINER:
        finer, times = _FINER[kind]
        if count < 1 or round(count, 2) != count:
            count, kind = round(count * times), finer
    if not isinstance(count, str):
        count = int(count) if count == int(count) else round(count, 3 if kind == "S" else 2)
    letter = {"MIN": "M", "N": "D"}.get(kind, kind)
    return f"PT{count}{letter}" if kind in _CLOCKED else f"P{count}{letter}"


def length(match: Match) -> tuple[float | str, str] | None:
    """Return (count, unit) of the slots: ``عام ونصف`` → (1.5, "Y")."""
    unit = match.one("u") or match.one("one") or match.one("whole")
    if unit is None:
        return None
    kind, form = unit.cat.split(".")
    fraction = _FRACTION.get(match.cat("frac"), 0.0)
    number = match.one("n")
    if number is not None and number.cat != "vague.adj":
        return float(number.value) + fraction, kind
    if form in ("two", "thetwo"):
        return 2 + fraction, kind
    if form in ("many", "themany") or match.one("v") is not None:
        return "X", kind
    if fraction:
        joined = any(one.cat == "and" for one in match.units)
        return fraction + joined, kind
    return 1.0, kind


def duration(match: Match, reader: Reader) -> list[Found]:
    """A span of time: ``ثماني سنوات`` P8Y, ``عدة أيام`` PXD, ``العامين الماضيين`` P2Y."""
    size, unit = length(match), match.one("u") or match.one("one") or match.one("whole")
    if size is None or unit is None:
        return []
    first = match.units[0] if match.one("u") is not None else unit
    if match.one("ap") is not None:
        first = match.slots["ap"][0]
    elif match.cat("ap0") == "approx":
        first = match.slots["ap0"][0]
    if not _is_duration(match, reader, size, first.first):
        return []
    count, kind = size
    value = iso(count, kind)
    mod = match.text("ap") or match.text("apx") or (match.text("ap0") if match.cat("ap0") == "approx" else None)
    end = match.units[-1].end
    if match.units[-1].cat == "tail":
        end = match.units[-2].end
    since, until = beside_now(match, reader, count, kind)
    anchor = reader.published if since else None
    return [Found(first.start, end, value, mod or None, anchor, "duration", "DURATION", since, until)]


def beside_now(match: Match, reader: Reader, count: float | str, kind: str) -> tuple[str | None, str | None]:
    """Return the interval of a span that touches publication: ``الأيام الثلاثة الماضية``, ``آخر 3 دقائق``."""
    way = 1 if match.cat("adj") == "next" else -1 if match.cat("adj") in ("past", "last") or match.one("ext") else 0
    if way == 0 or reader.day is None or isinstance(count, str):
        return None, None
    if kind in _CLOCKED:
        return _hours_beside_now(reader.published or "", way * count * _SECONDS[kind])
    try:
        far = shifted(reader.day, way * count, kind)
    except (ValueError, OverflowError):
        return None, None
    after = timedelta(days=way > 0)
    first, last = sorted((reader.day + after, far + after))
    if first == last:  # آخر ربع يوم: shorter than the day's grain
        return None, None
    return first.isoformat(), last.isoformat()


def _hours_beside_now(published: str, seconds: float) -> tuple[str | None, str | None]:
    """Return the minutes from publication on or back, where its time of day is known."""
    if len(published) < 16:
        return None, None
    now = datetime.fromisoformat(published[:16])
    first, last = sorted((now, now + timedelta(seconds=seconds)))
    return first.isoformat(timespec="minutes"), last.isoformat(timespec="minutes")


def shifted(day: date, count: float, kind: str) -> date:
    """Return the day so many units on: (2021-07-29, -2, "M") → 2021-05-29."""
    if kind in ("D", "N", "W"):
        return day + timedelta(days=round(count * (7 if kind == "W" else 1)))
    return step_months(day, round(count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[kind]))


def joined(parts: Sequence[tuple[float | str, str]]) -> str:
    """Return the duration of several lengths, the coarsest first: 1 Y, 4 M → ``P1Y4M``; 1 D, 2 H → ``P1DT2H``."""
    ordered = sorted(parts, key=lambda part: _ORDER.index(part[1]))
    days = "".join(iso(*part)[1:] for part in ordered if part[1] not in _CLOCKED)
    hours = "".join(iso(*part)[2:] for part in ordered if part[1] in _CLOCKED)
    return f"P{days}" + (f"T{hours}" if hours else "")


def _is_duration(match: Match, reader: Reader, size: tuple[float | str, str], first: int) -> bool:
    unit = match.one("u") or match.one("one") or match.one("whole")
    assert unit is not None
    words, last = reader.words, unit.last
    after = words[last] if last < len(words) else None
    before = words[first - 1] if first else None
    kind, form = unit.cat.split(".")
    if kind == "Y" and form in ("one", "many") and is_age(words, first, last):
        return False
    if kind == "M" and form in ("one", "many") and is_age_in_months(words, first):
        return False
    if before is not None and before.text in ("-", ":") and kind in ("S", "MIN"):
        return False
    if kind in ("M", "D") and is_rest_of_age(words, first):
        return False
    if form == "many" and size[0] == "X" and match.one("v") is None:
        loose = beside("loose", before)
        definite = after is not None and after.key.startswith("ال") and kind != "Y"
        named = exactly("spanafter", after) and (not loose or kind in ("D", "H", "N"))
        if named or (not loose and definite and not match.cat("adj")):
            return False
        if kind in _SHY or words[unit.first].key.endswith("اشهر"):
            return loose or unit.start > words[unit.first].start
    return not (form == "two" and unit_is_construct(words, unit.first))


def unit_key(words: Sequence[Token], unit: Unit) -> str:
    """Return the key of the unit's word: in ``يوما بعد يوم`` it comes twice."""
    return words[unit.first].key


def unit_is_construct(words: Sequence[Token], at: int) -> bool:
    """Say whether a dual has lost its ن: ``يومي`` is also the adjective daily."""
    return words[at].key.endswith("ي")


def ago(match: Match, reader: Reader) -> list[Found]:
    """``قبل يومين``, ``منذ أسبوعين``: a date of that grain; ``قبل عامين من …`` is a duration with its own anchor."""
    size = length(match)
    if size is None or size[0] == "X":
        return []
    direction, unit = match.units[0], match.one("u")
    assert unit is not None
    words, last = reader.words, match.units[-1].last
    if unit.cat.endswith(".two") and unit_is_construct(words, unit.first):
        return []
    after = words[last] if last < len(words) else None
    count, kind = size
    assert not isinstance(count, str)
    if kind == "Y" and unit.cat.endswith(("one", "many")) and is_age(words, match.units[1].first, last):
        return []
    anchored = after is not None and after.key in _FROM
    if anchored and direction.cat == "before":
        return [
            Found(
                match.units[1].start,
                match.end,
                iso(count, kind),
                match.text("ap") or match.text("apx"),
                None,
                "span before what follows",
                "DURATION",
            )
        ]
    value = back(reader, count, kind)
    end = match.units[-2].end if match.units[-1].cat == "tail" else match.end
    return [Found(direction.start, end, value, ago_mod(match), reader.published, "reckoned back from publication")]


def back(reader: Reader, count: float, kind: str, way: int = -1) -> str | None:
    """Return the value so far from publication, in the grain of the unit: 2 weeks → a week, 3 months → a month.

    ``None`` where the publication is unknown or the calendar has no such day (two million years ago).
    """
    try:
        return _reckoned(reader, count, kind, way)
    except (ValueError, OverflowError):
        return None


def _reckoned(reader: Reader, count: float, kind: str, way: int) -> str | None:
    day = reader.day
    if day is None:
        known = kind == "Y" and reader.year is not None and count == int(count) and count < 1000
        return f"{(reader.year or 0) + way * int(count):04d}" if known else None
    if kind in _CLOCKED:
        return _clocked(reader, count * _SECONDS[kind], kind, way)
    found = shifted(day, way * count, kind)
    if kind in ("D", "N"):
        return found.isoformat()
    if kind == "W":
        return week(found)
    return found.isoformat()[: 7 if kind == "M" or (kind == "Y" and count != int(count)) else 4]


def _clocked(reader: Reader, seconds: float, kind: str, way: int) -> str | None:
    """Hours from publication give a minute where its time is known, else its day."""
    published = reader.published or ""
    if len(published) < 16:
        return reader.day.isoformat() if reader.day and seconds < 6 * 3600 else None
    moment = datetime.fromisoformat(published[:16]) + way * timedelta(seconds=seconds)
    return moment.isoformat(timespec="minutes")[: 13 if kind == "H" else 16]


def later(match: Match, reader: Reader) -> list[Found]:
    """``بعد يومين``: a date if the clause looks forward from publication, else the span from what the text tells."""
    size, unit = length(match), match.one("u")
    if size is None or size[0] == "X" or unit is None:
        return []
    words, last = reader.words, match.units[-1].last
    if unit.cat.endswith(".two") and unit_is_construct(words, unit.first):
        return []
    count, kind = size
    assert not isinstance(count, str)
    if kind == "Y" and is_age(words, match.units[1].first, last):
        return []
    if unit.first >= 2 and words[unit.first - 2].key.rstrip("ا") == unit_key(words, unit):
        return []
    if unit.cat == "DE.one" and last < len(words) and words[last].kind == "word" and words[last].key not in _FROM:
        return []  # بعد عقد صفقة: after closing a deal
    after = words[last] if last < len(words) else None
    from_now = match.one("now") is not None
    if from_now or ((after is None or after.key not in _FROM) and reader.looks(match) == "forward"):
        value = back(reader, count, kind, 1)
        return [Found(match.start, match.end, value, on_mod(match), reader.published, "reckoned on from publication")]
    told = _told_before(match, reader) if count == int(count) else None
    value = stepped(told, kind, int(count)) if told is not None else None
    if value is not None and value <= (reader.published or ""):
        return [Found(match.start, match.end, value, on_mod(match), told, "reckoned from the date last told")]
    start, how, mod = match.units[1].start, "span after what the text tells", match.text("ap") or match.text("apx")
    return [Found(start, match.end, iso(count, kind), mod, _event_after(match, reader), how, "DURATION")]


def _event_after(match: Match, reader: Reader) -> str | None:
    """Return the word of the event that a span is reckoned from: ``توقيعه`` of ``بعد ثلاثة أيام من توقيعه``."""
    last = match.units[-1].last
    for at in range(last, min(last + 2, len(reader.words) - 1)):
        if reader.words[at].key in _FROM and reader.words[at + 1].kind == "word":
            return reader.words[at + 1].text
    return None


def _told_before(match: Match, reader: Reader) -> str | None:
    """Return the date that the sentence names before a span: ``وقع في 4 أغسطس، وبعد ستة أيام استقالت``.

    None where what follows is the anchor (``بعد عام واحد فقط من``), and for a distance (``على بعد``). Its own date is
    told only where a clause goes on so: ``وقع في 4 أغسطس، وبعد ستة أيام من توقيعه``; without و the date is of what
    came after (8 of 8 in 26,100 articles: ``عثر عليه في 27 يناير بعد يومين من اختفائه``).
    """
    unit, last, before = match.one("u"), match.units[-1].last, match.before(reader)
    following = [word.key for word in reader.words[last : last + 3]]
    event, opens = _event_after(match, reader) or "", reader.words[match.units[0].first].key.startswith("و")
    goes_on = opens and before is not None and before.kind == "punct" and event.endswith(_ITS)
    if (
        unit is None
        or ((_FROM | _WITHIN) & set(following) and not goes_on)
        or (before is not None and before.key == "علي")
    ):
        return None
    kind = unit.cat.partition(".")[0]
    return reader.told.value(0, {"Y": 4, "DE": 4, "M": 7}.get(kind, 10))


def ago_mod(match: Match) -> str | None:
    """Return the mod of a date back: more than two days ago is BEFORE."""
    printed = match.text("ap") or match.text("apx")
    return _BACK_MOD.get(printed or "", printed)


def on_mod(match: Match) -> str | None:
    """Return the mod of a date ahead: after more than two days is AFTER."""
    back = ago_mod(match)
    return {"BEFORE": "AFTER", "AFTER": "BEFORE"}.get(back or "", back)
