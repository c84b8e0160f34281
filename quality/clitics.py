"""Score ``arabic.clitics.segment`` on the vocalised WikiNews text in ``../shared/eval/clitics``.

    python quality/clitics.py [--misses]

Prints the word accuracy by topic. The text marks no clitics: its spaces part words, its vowels only say how each is
read. The gold segmentation is derived here, by hand, for every word form of the text that begins or ends like a
clitic; the vowels decided what the letters leave open. The lists below name the exceptions; what they leave
out is cut. Conventions: لـ + ال is two proclitics, subject endings are no clitics, relative pronouns and الله, كما,
كذلك, لقد, فيما are whole, a preposition with a pronoun has the preposition for its stem, ي (my) counts only behind
prepositions. One-letter words, digits, Latin and punctuation are not counted.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from riwaya.arabic.clitics import Segmented, segment
from riwaya.arabic.letters import plain
from riwaya.arabic.tokens import tokens

TEXT = Path(__file__).parent.parent.parent / "shared/eval/clitics/wikinews-part.txt"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Forms whose first letter is the word's own.
WHOLE = {
    "و": _set(
        """واتس واجد واجهة واحد واحدة وادي واسعا واشنطن واصفة واصل واضح واضحة وافته واكاتا وباء وجبات وجد وجه
        وجود وحدة وحدها وراء ورشات ورم وزارة وزراء وزع وزنه وزير وزيرة وسائل وسط وصف وصفها وصل وصلت وصول وضع
        وضعت وضعنا وضعها وطأة وطني وطنية وعيه وفاة وفاق وفد وفق وقائية وقت وقتا وقع وقعا وقف وكالة وكالات
        وكيل ولادة ولادته ولايات ولايته ولد ولي ويكاموس ويكيبيديا ويكيمانيا ويكيميديا ويكيميدية ويلز ويليام
        ويندوز والده ورد"""
    ),
    "ب": _set(
        """بؤرة باءت بابا بات باتت باتريسيو باحثون بادينغتون بارنز باكنغهام بان بانوراما باها باولو بتروجيت
        بترول بث بثتها بثه بحث بحثا بحثهم بحوث بدأ بدأت بدأنا بداية بدايته بدايتها بدل بدلا برج برس برسبوليس
        برمجيات برميل برنامج برنامجي بري بريان بريقها بريطاني بريطانيا بريطانية بريطانيتين بساطة بسيطا بشرية
        بصره بضع بطلا بطولة بعثة بعد بعده بعدها بعض بعضه بعيدا بغداد بقعة بقي بل بلاتر بلاد بلاك بلاو بلد
        بلدات بلدان بلغ بلغت بلغهم بليون بن بناء بنتيو بنغلاديش بنفيكا بنوك بنيامين بهاء بوجيوني بوصة بوكاري
        بوكس بوكوفا بي بيئة بيان بيانا بيانات بيت بيري بيزلي بيشوب بين بينما بينه بينها بينهم بينهما
        بيولوجية بالغة بحثوا برنامج بلاو بنسبة_"""
    ),
    "ل": _set(
        """لاب لابد لاحظ لاحقا لاعب لاعبه لاعبو لاعبوه لاعبي لاعبين لال لاي لجأ لحظة لدى لدينا لديها لديهم
        لديهن لشبونة لعب لعبا لعبها لغات لغة لغتها لغوية لفت لقاء لقاءات لقب لقد لقي لكن لكننا لكنه لكنها لم
        لمح لمحة لن لندن لو لواء لوران لويس ليدز ليس ليست ليل ليلة لينونيون لينيكس لا لنا له لها لهما لي
        لبنان لجنتين لخصها لأودينيزي_"""
    ),
    "ك": _set(
        """كأس كأسهم كاذبة كارثة كاردوسو كاسبرسكي كاستاديلو كافية كامبريدج كامل كاملة كاميرا كاميرون كان كانت
        كانو كانوا كانون كاونتري كاي كبار كبارا كبرى كبير كبيرا كبيرة كتاب كتابة كتلة كثرة كثيرا كحولية كذب
        كذلك كرة كرس كرستيان كرسي كروس كروي كريستيان كريستيانو كسر كشف كشفت كشفنا كل كلما كلمة كله كلية
        كلينتون كلمته كما كنا كندا كوئيتشي كواكب كود كورة كورنوول كورونا كوكب كوكبة كوم كوندي كونغ كوونوتوري
        كويتيين كي كيت كير كيران كيفية كيلوغرام كيلوغرامات كيلومتر كينسنغتون كييفو كتابة كامل كافة كاملها
        كأفضل_"""
    ),
}
# Forms whose first letter is a proclitic, where that is the exception.
CUT = {
    "ف": _set(
        """فأجري فأشار فأظهرت فإذا فإن فإننا فارتفع فاستنتج فتخفف فتمخضت فدمج فلا فلم فمنعت فنقل فهو فيشترون
        فيمكن فالنزاع"""
    ),
    "س": _set(
        """ستؤجل ستجرى ستجمعه ستحتاج ستحتسب ستخفض ستدفع ستركز ستسير ستضم ستظل ستعرض ستقرر ستكون ستموت سنتشاور
        سنحاول سنعمل سيبقون سيبقى سيتفهم سيتم سيجمع سيحل سيخلف سيساعد سيساعدون سيشملها سيشهد سيصبح سيعلن
        سيقام سيقدم سيقود سيقوم سيكون سيمثل سيمنح ستشكل سيلعب سيشارك سينتقل سيؤدي سيواجه سينضم"""
    ),
}
NO_ARTICLE = _set("التزام التقى التي الذي الذين اليف الله الآن والده")
ENDINGS = ("هما", "ها", "هم", "هن", "نا", "ه", "ك", "ي")
# Forms that end like a pronoun and have none.
BARE = {
    "هما": _set("مهما هما"),
    "ها": _set("باها موجها"),
    "هم": _set("أسهم أهم اتهم تتهم سيتفهم يتفهم فهم هم يتهم يساهم"),
    "هن": _set(""),
    "نا": _set(
        """أثبتنا أمينا أنا إيرينا بدأنا بيانا سجلنا شاهدنا فيرونا قررنا كنا كورونا مولانا وضعنا كشفنا انسحبنا
        يكونا فيينا"""
    ),
    "ه": _set(
        """أشبه اتجاه إله انتباه تنبيه فقه الله اتجاه تتوجه تجاه تشبه تشوه تواجه جوزيه دراميه زه شبه طه فقيه
        مياه نواجه نوه هذه موشيه وجه يشبه يشتبه يهوه نيربيه"""
    ),
}
# The few forms that have ك or ي (my) at their end.
HAVE = {"ك": _set("أنك رفيقك ظهرك"), "ي": _set("لي")}


def gold(printed: str) -> Segmented:
    """Return the segmentation of a vocalised word as this file's conventions have it."""
    rest, proclitics = plain(printed), []
    if rest == "فقد" and printed.endswith("ْ"):
        return Segmented(("ف",), "قد")
    if _is_cut(rest, "و") or _is_cut(rest, "ف"):
        proclitics.append(rest[0])
        rest = rest[1:]
    for letter in "بلكس":
        if len(rest) >= 2 and _is_cut(rest, letter) and not (letter in "بل" and rest in ("به", "بها", "بهما", "له")):
            proclitics.append(letter)
            rest = rest[1:]
            break
    if proclitics[-1:] == ["ل"] and rest.startswith("ل") and plain(printed).lstrip("وف").startswith("لل"):
        proclitics.append("ال")
        rest = rest if rest in ("لغة", "لجنة") else rest[1:]  # of three ل only two are written
    elif rest.startswith("ال") and len(rest) >= 4 and rest not in NO_ARTICLE:
        proclitics.append("ال")
        rest = rest[2:]
    return _ended(tuple(proclitics), rest)


def _is_cut(rest: str, letter: str) -> bool:
    if not rest.startswith(letter) or len(rest) < 2:
        return False
    return rest in CUT[letter] if letter in CUT else rest not in WHOLE[letter]


def _ended(proclitics: tuple[str, ...], rest: str) -> Segmented:
    if "ال" not in proclitics:
        for ending in ENDINGS:
            stem = rest.removesuffix(ending)
            if stem == rest or not stem:
                continue
            if rest in HAVE[ending] if ending in HAVE else rest not in BARE[ending]:
                return Segmented(proclitics, stem, ending)
            break
    return Segmented(proclitics, rest)


def judged() -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return the right words and all words of each topic, and the misses as shown."""
    topic, right, total, wrong = "", Counter[str](), Counter[str](), Counter[str]()
    for line in TEXT.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            topic = plain(line[1:]).strip()
            continue
        for token in tokens(line):
            if token.kind == "word" and len(token.form) > 1:
                wanted, found = gold(token.text), segment(token.form)
                total[topic] += 1
                right[topic] += wanted == found
                if wanted != found:
                    wrong[f"{token.form}: {show(wanted)} not {show(found)}"] += 1
    return right, total, wrong


def measures() -> dict[str, float]:
    """Return the word accuracy, for the gate."""
    right, total, _ = judged()
    return {"clitics: words right %": round(100 * right.total() / total.total(), 2)}


def main() -> None:
    right, total, wrong = judged()
    for topic in total:
        print(f"{topic}: {right[topic]}/{total[topic]} = {right[topic] / total[topic]:.2%}")
    print(f"word accuracy {right.total() / total.total():.2%} of {total.total()} words")
    if "--misses" in sys.argv:
        for what, times in wrong.most_common():
            print(times, what)


def show(segmented: Segmented) -> str:
    return "+".join((*segmented.proclitics, f"[{segmented.stem}]", segmented.enclitic)).rstrip("+")


if __name__ == "__main__":
    main()
