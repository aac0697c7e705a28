"""An office makes its papers with a template of its own: sent in, used, another one again, and back to ours."""

from io import BytesIO

import docx
import pytest
from docx.document import Document

from bihuan.dispatch.actions.own_templates import send_template, use_shipped, use_template
from bihuan.dispatch.kinds import kinds
from bihuan.dispatch.models import OwnTemplate, Version
from bihuan.dispatch.queries.own_templates import template_kinds, values_class
from bihuan.papers.models import Paper
from bihuan.papers.queries import open_file
from bihuan.people.viewer import viewer_of
from bihuan.reading.template import template_parts
from bihuan.say import Say
from bihuan.trail.queries import lines_of
from bihuan.writing.template import Faulty, check, places_of, starter
from bihuan.writing.template.labels import LABELS, OF_ONE_CLASS
from tests.cast import NOW
from tests.desk.conftest import reason
from tests.ledger.conftest import done

PLAN = kinds()["plan"]


def word(*paragraphs: str) -> bytes:
    document, out = docx.Document(), BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def send(desk, *paragraphs: str, round=None, kind=PLAN) -> OwnTemplate:
    return done(send_template(kind, round, name="模板.docx", data=word(*paragraphs), by=desk.office, at=NOW))


def plan_of(desk) -> tuple[Version, Document]:
    """The newest version of a plan made now, and its Word file."""
    version = desk.made("plan").versions.select_related("template").first()
    with open_file(version.files.get(ending="docx").paper) as file:
        return version, docx.Document(BytesIO(file.read()))


def first_line(desk) -> tuple[str, str | None]:
    version, document = plan_of(desk)
    return document.paragraphs[0].text, version.template.ref if version.template else None


def test_a_paper_is_made_with_the_template_in_use_and_says_so(desk, walk):
    finding = walk.rectifying()
    send(desk, "本县方案：{{轮次}}", "{{#问题}}{{问题.编号}}　{{问题.内容}}{{/问题}}")

    version, document = plan_of(desk)

    assert [line.text for line in document.paragraphs[:2]] == ["本县方案：R1 省委巡视", f"F-001　{finding.text}"]
    assert [line["text"] for line in version.content[:2]] == ["本县方案：R1 省委巡视", f"F-001　{finding.text}"]
    assert (version.template.ref, lines_of("yunling", "W-001")[0].after["template"]) == ("T-001", "T-001")


def test_the_templates_of_a_round_go_before_those_for_all_and_each_can_be_left(desk):
    send(desk, "全部 {{轮次}}")
    assert first_line(desk) == ("全部 R1 省委巡视", "T-001")
    send(desk, "本轮 {{轮次}}", round=desk.round)
    assert first_line(desk) == ("本轮 R1 省委巡视", "T-002")
    done(use_shipped(PLAN, desk.round, by=desk.office, at=NOW))
    assert first_line(desk) == ("全部 R1 省委巡视", "T-001")
    done(use_shipped(PLAN, None, by=desk.office, at=NOW))
    assert first_line(desk)[1] is None


def test_a_newer_one_takes_over_and_the_older_can_be_used_again(desk):
    older, newer = send(desk, "甲 {{轮次}}"), send(desk, "乙 {{轮次}}")
    assert first_line(desk) == ("乙 R1 省委巡视", "T-002")
    assert done(use_template(older, by=desk.office, at=NOW)).in_use
    assert first_line(desk) == ("甲 R1 省委巡视", "T-001")
    newer.refresh_from_db()
    assert (newer.in_use, OwnTemplate.objects.count()) == (False, 2)
    events = [
        (line.event, line.after["template"]) for line in lines_of("yunling", "yunling") if "template" in line.after
    ]
    assert events[:3] == [("template.used", "T-001"), ("template.sent", "T-002"), ("template.sent", "T-001")]


def test_a_faulty_template_is_not_kept(desk):
    data = word("{{没有这个}}", "{{#问题}}")
    outcome = send_template(PLAN, None, name="模板.docx", data=data, by=desk.office, at=NOW)

    assert isinstance(outcome, Faulty)
    assert [str(fault.place) for fault in outcome.faults] == ["正文第 1 段", "正文第 2 段"]
    assert (OwnTemplate.objects.count(), Paper.objects.count()) == (0, 0)


def test_only_the_office_sends_templates_and_only_for_papers_that_stay_here(desk, cast):
    sent = {"name": "模板.docx", "data": word("{{轮次}}"), "at": NOW}
    assert reason(send_template(PLAN, None, by=desk.leader, **sent)) == "文书模板由整改办设置。"
    assert reason(send_template(PLAN, desk.round, by=viewer_of(cast.outsider), **sent)) == "文书模板由整改办设置。"
    sealed = kinds()["interview_day"]
    assert reason(send_template(sealed, None, by=desk.office, **sent)) == "“个别谈话安排表”不使用自己的模板。"
    damaged = send_template(PLAN, None, name="模板.docm", data=word("{{轮次}}"), by=desk.office, at=NOW)
    assert reason(damaged).startswith("文件里有宏或可以运行的内容")


def test_a_placeholder_that_is_no_more_stops_the_making_with_a_sentence(desk, monkeypatch):
    send(desk, "{{轮次}}")
    monkeypatch.setattr("bihuan.dispatch.queries.own_templates.values_class", lambda _kind: Say)

    version = desk.made("plan").versions.get()

    assert (version.status, version.fault["values"]) == ("failed", {"ref": "T-001"})


@pytest.mark.parametrize("kind", template_kinds(), ids=lambda kind: kind.name)
def test_every_placeholder_has_a_label_and_no_two_share_one(kind):
    places = places_of(values_class(kind))
    known = {str(label) for label in (*LABELS.values(), *OF_ONE_CLASS.values())}
    named = [*places.fields, *(loop.field for loop in places.loops)]
    groups = [places.fields, [loop.field for loop in places.loops], *(loop.fields for loop in places.loops)]

    assert {str(label) for field in (*named, *(each for loop in places.loops for each in loop.fields))
            for label in field.labels} - known == set()  # fmt: skip
    for group in groups:
        for names in ([field.name for field in group], [field.label for field in group]):
            assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", template_kinds(), ids=lambda kind: kind.name)
def test_the_file_to_begin_with_is_a_template_without_faults(kind):
    of = values_class(kind)
    assert check(template_parts(starter(of, kind.title), "模板.docx"), of) == ()
