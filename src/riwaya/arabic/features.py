"""What the form of a verb tells: tense, person, gender, number, voice and mood."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Person = Literal[1, 2, 3]
Gender = Literal["m", "f"]
Number = Literal["sg", "du", "pl"]
Tense = Literal["past", "present", "future", "participle", "masdar"]
Voice = Literal["active", "passive"]
Mood = Literal["indicative", "jussive"]


class Features(Struct, frozen=True, order=True):
    """What a verb form tells of its subject and time; ``None`` where the form leaves it open.

    ``mood`` is given where a present differs from the indicative (``يقل`` after لم, ``يقولوا`` after أن or لم).
    """

    tense: Tense
    person: Person | None = None
    gender: Gender | None = None
    number: Number | None = None
    voice: Voice = "active"
    mood: Mood | None = None
