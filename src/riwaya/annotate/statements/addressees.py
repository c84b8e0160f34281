"""Contents that open with whom they are meant for: دعا الدول إلى …، طالب الحكومة ب …، حذر السكان من …."""

from __future__ import annotations

from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.marks import Opening, Site
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.words import ADVERBS, PREPOSITIONS, RELATIVES, THAT, words
from riwaya.arabic.clitics import segment

ADDRESSING = ("addressee-ila", "addressee-bi", "addressee-ala", "addressee-min", "addressee-any")
NOT_BI = words("not-bi")
_NOT_ADDRESSED = words("not-addressed") | words("in-them")
_ADDRESSED = 4
_FROM_THAT = [["من", that] for that in sorted(THAT)]
_BETWEEN = words("between")
_LOOK = 22


def addressed(site: Site, who: Phrase | None, j: int) -> Opening | None:
    """``دعا الوزير الدول إلى …``: the addressee opens the content."""
    reading, key = site.reading, site.reading.keys[j]
    if not _addressee(site, who, j) or key in _NOT_ADDRESSED or _subject_of_warning(site, who, j):
        return None
    for k in range(j + 1, min(len(reading.tokens), j + _LOOK)):
        if reading.tokens[k].text in ".:":
            return None
        if site.cue.takes("addressee-min") and reading.keys[k : k + 2] in _FROM_THAT:
            return None  # حذر السكان من أن السد سينهار: the clause is the content
        if links(site, reading.keys[k]):
            return site.content("addressee", j, who, j)
    return None


def _addressee(site: Site, who: Phrase | None, j: int) -> bool:
    """Say whether the addressee can begin here: after the subject, or a name after an insertion."""
    reading, key = site.reading, site.reading.keys[j]
    if key in RELATIVES or key in THAT or key in PREPOSITIONS or key in NOT_BI or j in reading.timed:
        return False
    proclitics = () if j in reading.mention_at else segment(reading.tokens[j].form).proclitics
    if key in ADVERBS or "و" in proclitics or ("transitive" in site.cue.flags and "ب" in proclitics):
        return False  # اتهم بالتقصير: nobody is addressed, a passive
    if reading.tokens[j].kind not in ("word", "latin") or key.startswith("لل"):
        return False
    start = who.last if who is not None else site.at + 1
    if j == start:
        return True
    between = range(start, j)
    skipped = all(k in reading.timed or reading.keys[k] in ADVERBS or _between(reading, k) for k in between)
    if who is None or j not in reading.mention_at:
        return skipped and key.startswith("ال") and any(reading.tokens[k].kind != "punct" for k in between)
    return skipped or reading.tokens[j - 1].text in "،,"


def set_apart(site: Site, start: int, j: int) -> int | None:
    """Return the addressee between a mark and the preposition at ``j``: ``دعا سالم، خلال لقائه، الدول إلى …``."""
    reading, k = site.reading, j
    while k > start and reading.tokens[k - 1].kind == "word" and j - k < _ADDRESSED:
        k -= 1
        if reading.keys[k] in PREPOSITIONS or reading.keys[k] in RELATIVES or k in reading.timed:
            return None
    mention = reading.mention_at.get(k)
    body = mention is not None and mention[0].type != "PER"
    adjective = reading.tokens[k - 1].text in '"»”' and reading.keys[k].endswith(("ي", "يه"))  # مركز «النهر» البريطاني
    named = body or (mention is None and reading.keys[k].startswith("ال") and not adjective)
    return k if named and start < k < j and reading.tokens[k - 1].text in '،,"»”)' else None


def _between(reading: Reading, k: int) -> bool:
    """Say whether a comma, or what may stand before an addressee, stands there: ``اتهمت فيه الحكومة``."""
    return reading.tokens[k].text in "،," or reading.keys[k] in _BETWEEN


def _subject_of_warning(site: Site, who: Phrase | None, j: int) -> bool:
    """Say whether the word after ``حذر`` is rather who warns: it needs no addressee."""
    if not site.cue.takes("addressee-min"):
        return False
    if who is None:
        return bool(site.cue.skip) or site.pause
    mention = site.reading.mention_at.get(j)
    return not who.person and mention is not None and mention[0].type == "PER"


def links(site: Site, word: str) -> bool:
    """Say whether a word ties the addressee to what is asked of them: ``إلى``, ``بضرورة``."""
    cue = site.cue
    if cue.takes("addressee-any"):
        return word.startswith(("ب", "ل")) or word in ("الي", "ان", "من", "علي")
    if cue.takes("addressee-ila"):
        return word in ("الي", "ان") or word.startswith("لل") or (word.startswith("ل") and len(word) > 4)
    if cue.takes("addressee-ala"):
        return word == "علي"
    if cue.takes("addressee-min") and word == "من":
        return True
    if word in ("بان", "ب"):
        return True
    plain = word not in NOT_BI and word not in PREPOSITIONS and len(word) > 2
    return plain and any("ب" in segment(form).proclitics for form in (word, f"{word[:-1]}ة"))
