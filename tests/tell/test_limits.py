from riwaya.tell.limits import Limits

from .canal import crowd


def test_one_story_has_the_page_to_itself():
    assert Limits().shared(1) == Limits()


def test_many_stories_share_a_bounded_page():
    limits = Limits(stories=25, rows=250, rows_in_all=1000, people=80, people_in_all=300, least=25)
    assert limits.shared(25).rows == 40
    assert 25 * limits.shared(25).people <= 300
    assert limits.shared(1000).rows == 25


def test_accounts_are_shared_by_rank():
    limits = Limits()
    assert [limits.shared(24, rank).accounts for rank in (0, 1, 2, 23)] == [60, 30, 20, 5]


def test_accounts_fill_the_room_with_all_their_witnesses():
    told = crowd(28, accounts=5).accounts()
    assert len(Limits(witnesses=56).within(told)) == 2
    assert len(Limits(witnesses=3).within(told)) == 1
    assert Limits().within(()) == ()
