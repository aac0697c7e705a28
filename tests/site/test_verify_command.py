"""Does `bihuan verify` say that the trail is whole, and where it is not?"""

import pytest
from django.db import connection

from bihuan.trail.models import Line
from bihuan.trail.queries import head_of


@pytest.mark.django_db
def test_an_empty_installation_has_nothing_to_verify(run):
    assert (run("verify").code, Line.objects.count()) == (0, 0)


def test_a_whole_trail_is_told_with_its_head(run, cast):
    answer = run("verify")

    assert answer.code == 0
    assert answer.out.splitlines() == [
        f"{code}：{length} 条留痕完整，末条校验值 {head}"
        for code in sorted((cast.county.code, cast.elsewhere.code))
        for length, head in [head_of(code)]
    ]


def test_a_changed_line_is_named(run, cast, monkeypatch):
    from bihuan.trail import queries

    genuine = queries.digest
    monkeypatch.setattr(queries, "digest", lambda values: genuine(values) if values["number"] != 3 else "0")

    answer = run("verify")

    assert answer.code == 1
    assert f"{cast.county.code}：第 3 条内容被改动过。" in answer.out.splitlines()
    assert answer.err.splitlines()[-1] == "bihuan: 有 2 条留痕链不完整，请保留现场并查明原因。"


def test_tables_that_are_not_there_are_a_line_not_a_traceback(run, cast):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'trail'")

    answer = run("verify")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "bihuan: 数据库还没有建立或不是最新，请先运行 bihuan serve 或 bihuan manage migrate。\n"
