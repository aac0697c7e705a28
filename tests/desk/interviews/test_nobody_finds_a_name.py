"""Can anybody but the two arrangers find who is interviewed? Tried through every page, the trail, and the database."""

import json
import re
from functools import cache

import pytest
from django.apps import apps
from django.db import connection, models
from django.test import Client
from django.utils import timezone

from bihuan.desk.actions.interview import step
from bihuan.desk.models import Interview
from bihuan.desk.queries.interviews import interviews_for
from bihuan.people.viewer import viewer_of
from bihuan.rules.interview import Move
from bihuan.trail.models import Line
from tests.cast import signed_in
from tests.desk.conftest import done
from tests.desk.interviews.conftest import BAI, HAN, Arranging
from tests.house.test_routes import addresses

PEOPLE = ("first", "leader", "office", "head", "handler", "supervisor", "stranger", "outsider")
SECRETS = [text for person in (HAN, BAI) for text in (person.name, person.phone)]
LEAVES = {"sign_out", "language"}


@cache
def ours() -> tuple[str, ...]:
    """Every address about interviews, filled with the round, the day and the number that exist."""
    day = timezone.localdate() + timezone.timedelta(days=1)
    found = [text for _name, text in addresses() if text.startswith("/desk/interviews/")]
    return tuple(re.sub(r"(door|slips|guide)/F-001", rf"\1/{day}", text).replace("F-001", "notify") for text in found)


@pytest.fixture
def story(arranging: Arranging) -> Arranging:
    """Two people are to be interviewed, one has been told, and the arranger has looked at every page."""
    row = arranging.planned(HAN, remark="由镇里派车")
    arranging.planned(BAI, "10:15", arranging.second)
    done(step(row, Move.NOTIFY, by=arranging.viewer, at=arranging.at))
    browser = signed_in(arranging.viewer.account)
    assert sum("韩立秋" in browser.get(path).content.decode() for path in ours()) >= 4
    browser.post("/desk/interviews/R1/new/", {"name": HAN.name, "phone": HAN.phone})
    browser.post("/desk/interviews/R1/paste/", {"text": f"{HAN.name} {HAN.unit}", "since": "2030-01-02", "minutes": 45})
    return arranging


def told(text: str) -> list[str]:
    """The secrets that stand in a text, plain or escaped as JSON and HTML may do it."""
    return [secret for secret in SECRETS if secret in text or json.dumps(secret).strip('"') in text]


@pytest.mark.parametrize("who", PEOPLE)
def test_no_page_about_interviews_is_there_for_anybody_else(story: Arranging, who: str):
    browser = signed_in(getattr(story.cast, who))

    answers = {(path, verb): getattr(browser, verb)(path).status_code for path in ours() for verb in ("get", "post")}

    assert {asked: status for asked, status in answers.items() if status != 404} == {}
    assert interviews_for(viewer_of(getattr(story.cast, who))).count() == 0


@pytest.mark.parametrize("who", PEOPLE)
def test_no_page_of_the_product_shows_anybody_else_a_name(story: Arranging, who: str):
    """Every address is opened; where it shows a page, the page is read; the search is asked for each name."""
    browser = signed_in(getattr(story.cast, who))
    browser.raise_request_exception = False
    asked = [text for name, text in addresses() if name not in LEAVES]
    asked += [f"/search/?q={secret}" for secret in SECRETS] + ["/ledger/export/", "/trail/?event=interviews.looked"]

    found = {path: told(body(browser, path)) for path in asked}

    assert {path: names for path, names in found.items() if names and not path.startswith("/search/")} == {}
    for secret in SECRETS:
        page = body(browser, f"/search/?q={secret}").replace(f'value="{secret}"', "")
        assert secret not in re.sub(rf"“{secret}”|q={secret}", "", page)
    assert "/desk/interviews/" not in body(browser, "/")


def body(client: Client, path: str) -> str:
    answer = client.get(path)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode("utf-8", "ignore")


def test_outside_the_pages_of_interviews_even_the_arranger_meets_no_name(story: Arranging):
    """Calendar, search, today, trail, ledger: of interviews there are times at most, and nothing to carry out."""
    browser = signed_in(story.viewer.account)
    elsewhere = [text for name, text in addresses() if name not in LEAVES and not text.startswith("/desk/interviews/")]

    assert {path: told(body(browser, path)) for path in elsewhere if told(body(browser, path))} == {}


def test_no_line_of_the_trail_holds_a_name(story: Arranging):
    lines = [json.dumps(vars(line), default=str, ensure_ascii=False) for line in Line.objects.all()]

    assert len(lines) > 8
    assert [line for line in lines if told(line)] == []


def test_the_whole_database_as_text_and_as_bytes_holds_no_name(story: Arranging):
    """Every value of every table, also what the browser's session and the sent forms have left there."""
    forms = [
        form for secret in SECRETS for form in (secret.encode(), secret.encode("utf-16-le"), secret.encode("gb18030"))
    ]
    forms += [json.dumps(secret).strip('"').encode() for secret in SECRETS]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                data = [bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for v in row]
                assert [value for value in data if any(form in value for form in forms)] == [], table
    assert len({row.likeness for row in Interview.objects.all()}) == 2


def test_nothing_can_be_attached_to_an_interview_and_nothing_long_be_written():
    fields = Interview._meta.get_fields()
    kinds = {type(field) for field in fields}
    pointed = {field.related_model._meta.label for field in fields if field.is_relation}

    assert not kinds & {models.FileField, models.ImageField, models.TextField, models.JSONField}
    assert pointed == {"rounds.Round", "desk.Room", "people.Account"}
    assert Interview._meta.get_field("remark").max_length == 30
    pointing = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.related_model is Interview and not field.auto_created
    ]
    assert pointing == []
