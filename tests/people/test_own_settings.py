"""What a person sees and changes about the own account."""

from bihuan.people.models import Account
from bihuan.trail.queries import lines_of


def test_the_page_names_the_person_the_posts_and_the_charge(as_leader, cast):
    page = as_leader.get("/me/").content.decode()
    wanted = ("林远", "leader", "云岭县", "副县长", "责任领导", "分管：松河镇")
    assert [word for word in wanted if word not in page] == []


def test_language_and_telephone_are_the_owners_own_affair(as_head, cast):
    assert as_head.post("/me/", {"phone": "137", "language": "en"}).status_code == 303
    account = Account.objects.get(pk=cast.head.pk)
    assert (account.phone, account.language) == ("137", "en")
    assert as_head.get("/me/").headers["Content-Language"] == "en"
    line = lines_of("yunling", "head").first()
    assert (line.event, line.before, line.after) == (
        "account.settings_changed",
        {"phone": "", "language": ""},
        {"phone": "137", "language": "en"},
    )


def test_saving_the_same_leaves_no_line(as_head, cast):
    as_head.post("/me/", {"phone": "", "language": ""})
    assert not lines_of("yunling", "head").filter(event="account.settings_changed").exists()


def test_a_language_that_is_not_spoken_is_refused(as_head, cast):
    assert as_head.post("/me/", {"phone": "", "language": "xx"}).status_code == 422


def test_the_name_is_not_the_owners_to_change(as_head, cast):
    as_head.post("/me/", {"phone": "", "language": "", "name": "另一个"})
    assert Account.objects.get(pk=cast.head.pk).name == "赵启"
