"""What is reckoned by a span of time: ``قبل يومين`` from publication, ``بعد ستة أيام`` from what the text tells."""

from __future__ import annotations

from datetime import datetime, timedelta

from riwaya.annotate.times.ages import is_age
from riwaya.annotate.times.moment import shifted
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.annotate.times.spans import CLOCKED, SECONDS, iso, length, unit_is_construct, unit_key
from riwaya.annotate.times.told import stepped
from riwaya.arabic.calendars import week
from riwaya.arabic.letters import fold

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
    if kind in CLOCKED:
        return _clocked(reader, count * SECONDS[kind], kind, way)
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
