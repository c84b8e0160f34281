"""Content words of a stretch of text, roughly stemmed: enough to tell whether two paragraphs speak of one matter."""

from __future__ import annotations

import re

from riwaya.arabic.letters import LETTERS
from riwaya.read.lines import folded

_WORD = re.compile(rf"[{LETTERS}A-Za-z]{{3,}}")
_PREFIX = re.compile("^(?:وال|بال|كال|فال|ولل|وب|وت|لل|ال|و(?=...))")
_SUFFIX = re.compile("(?:(?<=...)(?:ات|ون|ين|يه|تها|ها|هم|ان|ا|ه|ت|ي))$")
_EMPTY = frozenset(
    "الذي التي الذين خلال بعد قبل عند منذ ضمن نحو حول دون عبر بين على الى هذا هذه ذلك تلك كما لدي غير مثل اكثر اول"
    " قال قالت اضاف اكد اعلن ذكر اوضح اشار وفق وفقا حسب بحسب كان كانت يكون تكون هناك جميع بعض احد عدد يوم اليوم امس"
    " الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت عام العام الماضي المقبل الجاري شهر وكاله رئيس وزير بلاده ايضا"
    " حين فيما انه انها وان لان وقد فقد قائلا مشيرا مضيفا لكن حتي ليس لها لهم منها منه عنها فيها فيه تابع".split()
)


def content(text: str) -> frozenset[str]:
    """Return the rough stems of the words that say what ``text`` is about: ``الانتخابات`` (the elections) → ``انتخاب``."""
    return frozenset(_stem(word) for word in _WORD.findall(folded(text)) if word not in _EMPTY) - _EMPTY


def _stem(word: str) -> str:
    return _SUFFIX.sub("", _PREFIX.sub("", word))


def shared(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return which share of the words of ``part`` stands in ``whole`` too; 0 where ``part`` has none."""
    return len(part & whole) / len(part) if part else 0.0
