from riwaya.tell.story import Limits


def test_one_story_has_the_page_to_itself():
    assert Limits().shared(1) == Limits()


def test_many_stories_share_a_bounded_page():
    limits = Limits(stories=25, rows=250, rows_in_all=1000, people=80, people_in_all=300, least=25)
    assert limits.shared(25).rows == 40
    assert 25 * limits.shared(25).people <= 300
    assert limits.shared(1000).rows == 25
