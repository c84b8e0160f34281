"""The count of a whole story's origins never exceeds what the accounts have found to be one."""

from msgspec.structs import replace

from riwaya.model import Evidence
from riwaya.tell.known import Known
from riwaya.tell.line import statement_lines
from riwaya.tell.origins import origins

from .canal import story


def lines():
    return [line for report in story().reports() for line in statement_lines(report, Known(()))]


def told(line, origin):
    (account,) = story().accounts()
    (first, *_) = account.witnesses
    evidence = Evidence(doc=line.doc, start=line.evidence.start, end=line.evidence.start + 1)
    return replace(account, witnesses=(replace(first, doc=line.doc, origin=origin, evidence=evidence),))


NOBODY = Known(())


def test_statements_of_one_origin_are_one():
    found = lines()
    assert origins([*found, *found], (), NOBODY) == origins(found, (), NOBODY)


def test_a_speaker_is_one_voice_on_every_occasion():
    (one,) = [line for line in lines() if line.origin == "مؤتمر صحفي (نادر الصفواني)"][:1]
    himself, elsewhere = replace(one, origin="نادر الصفواني"), replace(one, origin="تغريدة (نادر الصفواني)")
    assert origins([one, himself, elsewhere], (), NOBODY) == 1


def test_a_person_spelt_in_two_ways_is_one_voice():
    (one,) = [line for line in lines() if line.speaker and "الصفواني" in line.speaker][:1]
    spelt = [replace(one, speaker=None, origin=name) for name in ("نادر الصفواني", "نادر الصفوانى بك")]
    person = replace(story().entities()[0], variants=("نادر الصفوانى بك",))
    assert origins(spelt, (), Known([person])) == 1
    assert origins(spelt, (), NOBODY) == 2


def test_an_account_makes_two_names_one():
    found = [line for line in lines() if line.origin and "(" not in line.origin]
    names = list(dict.fromkeys(line.origin for line in found))
    (first,) = [line for line in found if line.origin == names[0]][:1]
    assert origins(found, (), NOBODY) == len(names)
    assert origins(found, [told(first, names[1])], NOBODY) == len(names) - 1


def test_unknown_origins_are_never_counted():
    assert origins([line for line in lines() if not line.origin], (), NOBODY) == 0
