"""Numbers that one report sets against each other: its headline and its text, or two of its voices."""

from __future__ import annotations

from riwaya.arabic.letters import fold
from riwaya.link.figures.clash import agree
from riwaya.link.figures.counted import Counted
from riwaya.link.figures.nouns import alike, comparable, key
from riwaya.link.figures.same import Same, dates_meet
from riwaya.link.figures.told import Told

APART = 3  # sentences
NEAR = 0.22  # of what the shorter of two sentences tells, that two voices on one event share
FARTHEST = 4  # times the lower number
FARTHEST_BACK = 3.5  # so far below an earlier number a later voice's may lie
FARTHEST_VOICE = 10  # where two parties tell one fate
HEADLINE = 2  # times the lower number: a headline may sum up several events
ROOM = 1.3  # so far above a lower bound a number may lie
_TALLY = frozenset({"العدد", "الحصيله", "الرقم"})
_RISING = frozenset({"يرتفع", "ارتفع", "وارتفع", "يصل", "سيصل", "وصل", "سيصبح", "يصبح", "اصبح", "سيبلغ", "مع"})
_CONTRAST = frozenset({"بينما", "فيما", "حين", "وفيما", "وبينما", "لكن", "ولكن"})
_DISPUTED = frozenset({"killed", "injured", "casualties", "missing", "displaced", "evacuated"})


def opposed(left: Counted, right: Counted, told: Told, same: Same) -> str | None:
    """Return why two counts of one report are at odds, or None.

    ``headline``: it gives another number of dead or hurt than the text right below. ``voices``: two known voices, a few
    sentences apart, of which the later speaks of the tally itself (``العدد لا يتجاوز 900``, the number does not exceed
    900), or tells the same fate after a word of contrast (``بينما``, while).
    """
    low, high = sorted((left.figure.number or 0, right.figure.number or 0))
    if left.prior or right.prior or left.part or right.part or left.outdates(right) or right.outdates(left):
        return None
    if agree(left.figure, right.figure, ROOM) or high > FARTHEST_VOICE * low:
        return None
    if _two_voices(left, right, told) and _on_one_event(left, right, same):
        return "voices"
    if high > FARTHEST * low:
        return None
    if (
        _headlined(left, right)
        and not told.several(left)
        and not told.repeats(left)
        and not told.explained(left, right)
    ):
        return "headline"
    voices = (left.spoken or right.spoken) and left.by and right.by and fold(left.by) != fold(right.by)
    if not voices or not 0 <= right.sentence - left.sentence <= APART or (right.fate is None and told.repeats(right)):
        return None
    return "voices" if _of_the_tally(left, right) or _of_one_fate(left, right) else None


def _two_voices(left: Counted, right: Counted, told: Told) -> bool:
    """Say whether two sources of a report give one fate two numbers: ``قالت الشرطة … 12``, ``وقال المستشفى … 20``.

    The later sentence names no place and no day of its own and tells of no attack anew, and neither sums up several.
    Misses: what the outlet itself tells against what a source does (tried: 1 of 6 right).
    """
    if left.fate is None or left.fate.name not in _DISPUTED or left.fate != right.fate or not right.spoken:
        return False
    if not left.by or not right.by or _one_voice(left.by, right.by) or not _of_one_kind(left, right):
        return False
    near = APART if left.lead else APART - 1
    if not left.spoken or not 0 <= right.sentence - left.sentence <= near or right.anew:
        return False
    if left.scattered or right.scattered or left.but != right.but or told.explained(left, right):
        return False
    if not right.setting.places <= left.setting.places | left.setting.home or right.setting.past:
        return False
    low, high = right.figure.number or 0, left.figure.number or 0
    if high > FARTHEST_BACK * low and not right.pointing:
        return False  # a first count, told last
    return dates_meet(left.setting, right.setting, True)


def _on_one_event(left: Counted, right: Counted, same: Same) -> bool:
    """Say whether one count points back to the event, or both sentences tell much the same; no list of operations."""
    return left.pointing or right.pointing or same.share(left.setting.near, right.setting.near)[0] >= NEAR


def _of_one_kind(left: Counted, right: Counted) -> bool:
    if left.pointing and right.pointing:
        return comparable(left.group, right.group)
    return alike(left.group, right.group)


def _one_voice(left: str, right: str) -> bool:
    """Say whether one name holds the other: ``مكتب حاكم الإقليم`` in ``مكتب حاكم إقليم سهلان``."""
    here, there = (frozenset(key(word.removeprefix("ال")) for word in name.split()) for name in (left, right))
    return here <= there or there <= here


def _headlined(left: Counted, right: Counted) -> bool:
    """Say whether a headline and the lead below it count one fate: ``إصابة 17 …`` over ``أصيب 22 شخصا …``."""
    if not (left.headline and right.lead and not right.headline) or left.fate is None or right.fate is None:
        return False
    low, high = sorted((left.figure.number or 0, right.figure.number or 0))
    if high > HEADLINE * low:
        return False
    if left.scattered or right.scattered or (high - low <= 1 and right.joined):
        return False
    exact = left.figure.relation == right.figure.relation == "exactly"
    return (
        exact and left.fate.name == right.fate.name and alike(left.group, right.group) and not (left.but or right.but)
    )


def _of_the_tally(left: Counted, right: Counted) -> bool:
    """``نحو 1200 أسرة، فيما تقول … إن العدد لا يتجاوز 900 أسرة``: the number itself is spoken of."""
    near = right.before[-3:]
    return left.series == right.series and not _TALLY.isdisjoint(near) and _RISING.isdisjoint(near)


def _of_one_fate(left: Counted, right: Counted) -> bool:
    """``قتل أكثر من 1000 شخص، بينما قال المرصد إن 915 شخصا قتلوا``: people dead, whatever they are called."""
    if not right.spoken or left.fate is None or right.fate is None or left.fate.name != right.fate.name:
        return False
    contrast = right.opening if right.sentence != left.sentence else right.preceding
    return not _CONTRAST.isdisjoint(contrast) and comparable(left.group, right.group)
