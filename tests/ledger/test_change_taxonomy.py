"""An office writes the aspects by which its documents are read: checked, kept for the county, told of in the trail."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bihuan.ledger.actions.intake import open_intake
from bihuan.ledger.actions.taxonomy import change_taxonomy, restore_taxonomy, resume_taxonomy
from bihuan.ledger.models import OwnTaxonomy
from bihuan.ledger.queries.taxonomy import held_taxonomy, taxonomy_of
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.reading.taxonomy import SHIPPED, SHIPPED_TEXT
from bihuan.rules.life import Refusal
from bihuan.trail.models import Line
from tests.cast import NOW
from tests.ledger.conftest import done

pytestmark = pytest.mark.django_db
PAGE = "/people/taxonomy/"
OWN = '"统一名称" = ["民生专项"]\n["民生专项"]\n"养老服务" = "养老服务/养老机构"\n"校园餐" = "学校食堂"\n'
LETTER = "关于巡视的反馈意见\n一、关于“学校食堂”检查情况\n1.采购台账缺失，责任不落实。\n2.留样制度执行不严。\n"


@pytest.fixture
def office(cast) -> Viewer:
    return viewer_of(cast.office)


def change(cast, text: str = OWN):
    return done(change_taxonomy(cast.county, text, by=viewer_of(cast.office), at=NOW))


def aspects(round, office: Viewer) -> set[str]:
    intake = done(open_intake(round, name="意见.txt", data=LETTER.encode(), kind="feedback", by=office, at=NOW))
    return set(intake.rows.filter(place="row").values_list("aspect", flat=True))


def test_the_page_shows_what_holds_and_the_file(as_office):
    page = as_office.get(PAGE).text

    assert "现在用的是默认的分类" in page
    assert ("干部选拔任用" in page, "&quot;统一名称&quot; = [&quot;专项&quot;]" in page) == (True, True)
    assert "恢复默认" not in page


def test_a_saved_file_holds_for_the_next_document_of_the_county(as_office, cast, round, office):
    response = as_office.post(PAGE, {"text": OWN.replace("\n", "\r\n")}, follow=True)

    assert "已保存方面分类，以后读入的文件都照此归类。" in response.text
    assert "现在用的是本单位的分类" in response.text
    assert OwnTaxonomy.objects.get().text == OWN
    assert aspects(round, office) == {"校园餐"}
    assert taxonomy_of(cast.elsewhere) == SHIPPED


def test_without_one_of_its_own_a_county_reads_by_the_shipped_file(cast, round, office):
    assert taxonomy_of(cast.county) == SHIPPED
    assert aspects(round, office) != {"校园餐"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_file_may_be_uploaded_as_an_office_computer_writes_it(as_office, encoding):
    file = SimpleUploadedFile("方面分类.txt", OWN.replace("\n", "\r\n").encode(encoding))

    as_office.post(PAGE, {"text": SHIPPED_TEXT, "file": file})

    assert OwnTaxonomy.objects.get().text == OWN


def test_a_fault_is_told_with_its_line_and_the_text_is_still_there(as_office):
    wrong = OWN.replace('"学校食堂"', "“学校食堂”")

    pages = [
        as_office.post(PAGE, {"text": wrong}),
        as_office.post(PAGE, {"text": "", "file": SimpleUploadedFile("方面分类.txt", wrong.encode())}),
    ]

    for page in pages:
        assert page.status_code == 422
        assert "第 4 行的写法不对，请写成 &#34;方面&#34; = &#34;写法/写法&#34;，引号和等号用英文的。" in page.text
        assert "<code>&#34;校园餐&#34; = “学校食堂”</code>" in page.text
        assert page.text.count("“学校食堂”") == 2
    assert OwnTaxonomy.objects.count() == 0


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x01\x02\x03" * 20, b"a" * 300_000], ids=["picture", "large"])
def test_a_file_that_is_no_text_is_one_sentence(as_office, data):
    page = as_office.post(PAGE, {"text": SHIPPED_TEXT, "file": SimpleUploadedFile("图.txt", data)})

    assert (page.status_code, "这不是文本文件，请上传从本页下载、改好的那个文件。" in page.text) == (422, True)


def test_the_file_is_downloaded_for_a_plain_editor_and_comes_back_unchanged(as_office):
    given = as_office.get(PAGE + "file/")
    content = b"".join(given.streaming_content)

    page = as_office.post(PAGE, {"text": "", "file": SimpleUploadedFile("方面分类.txt", content)})

    assert content.startswith(b"\xef\xbb\xbf# ")
    assert content.count(b"\r\n") == content.count(b"\n")
    assert (page.status_code, "方面分类没有改动。" in page.text) == (422, True)


def test_the_shipped_file_is_restored_and_ones_own_taken_up_again(as_office, cast):
    change(cast)

    page = as_office.post(PAGE + "restore/", follow=True).text
    assert ("已恢复默认的方面分类，本单位写的仍保留。" in page, PAGE + "resume/" in page) == (True, True)
    assert taxonomy_of(cast.county) == SHIPPED

    as_office.post(PAGE + "resume/")
    assert held_taxonomy(cast.county).text == OWN


def test_restoring_what_holds_already_is_refused(cast, office):
    outcomes = [each(cast.county, by=office, at=NOW) for each in (restore_taxonomy, resume_taxonomy)]

    assert [isinstance(each, Refusal) for each in outcomes] == [True, True]
    assert not Line.objects.filter(event__startswith="taxonomy").exists()


def test_the_trail_tells_which_wordings_changed(as_office, cast, office):
    change(cast)
    change(cast, OWN.replace("养老机构", "敬老院").replace("学校食堂", "学校食堂/营养餐"))
    done(restore_taxonomy(cast.county, by=office, at=NOW))

    lines = list(Line.objects.filter(event__startswith="taxonomy").order_by("number"))
    assert [(line.event, line.subject) for line in lines] == [
        ("taxonomy.changed", "yunling"),
        ("taxonomy.changed", "yunling"),
        ("taxonomy.restored", "yunling"),
    ]
    assert (lines[1].before, lines[1].after) == (
        {"民生专项 · 养老服务": "养老服务/养老机构", "民生专项 · 校园餐": "学校食堂"},
        {"民生专项 · 养老服务": "养老服务/敬老院", "民生专项 · 校园餐": "学校食堂/营养餐"},
    )
    assert (lines[0].before["统一名称"], lines[0].after["统一名称"]) == (["专项"], ["民生专项"])
    assert "改写方面分类" in as_office.get("/trail/").text


def test_one_that_cannot_be_used_any_more_is_told_and_the_shipped_one_holds(as_office, cast, round, office):
    OwnTaxonomy.objects.create(organisation=cast.county, text='["组"]\n"甲" = "乙"\n')

    page = as_office.get(PAGE).text

    assert "本单位写的方面分类现在不能用，暂按默认的归类：第 2 行的写法“乙”太短" in page
    assert taxonomy_of(cast.county) == SHIPPED


@pytest.mark.parametrize(
    ("heading", "answer"),
    [
        ("选人用人专项检查发现的问题", "归入“专项”的“选人用人”，草稿里写作“选人用人”。"),
        ("聚焦作风建设情况", "归入“六个建设”的“作风建设”，草稿里写作“作风建设”。"),
        ("营商环境方面", "看作方面的标题，分类里没有对上的，草稿里写作“营商环境”。"),
        ("选人用人程序不规范", "有“专项”的“选人用人”的写法，但它说的是一个问题，或者太长，不看作方面的标题。"),
        ("春耕备耕", "没有对上的方面。读文件时再看它在文件里的位置。"),
    ],
)
def test_a_heading_is_tried(as_office, heading, answer):
    assert answer in as_office.get(PAGE, {"heading": heading}).text


def test_only_the_office_sees_and_changes_it(as_head, as_first, client, cast):
    for each in (as_head, as_first):
        assert [each.get(PAGE).status_code, each.get(PAGE + "file/").status_code] == [403, 403]
        assert [each.post(PAGE + path).status_code for path in ("", "restore/", "resume/")] == [403] * 3
    outcome = change_taxonomy(cast.elsewhere, OWN, by=viewer_of(cast.office), at=NOW)

    assert (client.get(PAGE).status_code, OwnTaxonomy.objects.count()) == (302, 0)
    assert (isinstance(outcome, Refusal), outcome.kind) == (True, "who")
