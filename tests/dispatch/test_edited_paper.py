"""A person edits the paper in Word and sends it in: a version beside the old one, and what goes out in the end."""

from datetime import date
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from bihuan.dispatch import maker
from bihuan.dispatch.queries import outgoing as queries
from bihuan.papers.queries import open_file
from bihuan.rules.dispatch import Move
from bihuan.rules.figures import Disagreement
from tests.desk.conftest import done


def docx(*texts: str) -> bytes:
    document, out = Document(), BytesIO()
    for text in texts:
        document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def post(client, row, content: bytes, name: str = "修改稿.docx"):
    return client.post(f"/dispatch/{row.ref}/edited/", {"file": SimpleUploadedFile(name, content), "note": "改了措辞"})


def brief(desk):
    return desk.made("brief", day=date.today().isoformat())  # noqa: DTZ011


def test_an_edited_paper_is_kept_as_a_version_and_is_what_is_approved(desk, as_office):
    row, content = brief(desk), docx("联络日报", "今日无事。")
    assert post(as_office, row, content).status_code == 302
    while maker.make_next():
        pass

    newer, older = queries.versions_of(desk.office, row)
    assert (newer.label, newer.edited, newer.note, newer.status, older.label) == ("V2", True, "改了措辞", "ready", "V1")
    assert newer.content == [{"text": "联络日报"}, {"text": "今日无事。"}]
    assert [file.ending for file in newer.files.all()] == ["docx", "pdf"]
    with open_file(newer.files.get(ending="docx").paper) as file:
        assert file.read() == content
    done(desk.move(row, Move.SUBMIT))
    assert post(as_office, row, docx("再改")).status_code == 409


def test_a_file_with_a_secrecy_mark_is_no_version(desk, as_office):
    row = brief(desk)
    response = post(as_office, row, docx("机密★10年", "联络日报"))
    assert response.status_code == 422
    assert [version.label for version in queries.versions_of(desk.office, row)] == ["V1"]


def test_only_a_word_file_is_taken_and_only_from_the_office(desk, as_office, as_leader):
    row = brief(desk)
    assert "请上传 .docx 文件" in post(as_office, row, b"abc", "修改稿.txt").text
    assert "请上传 .docx 文件" in post(as_office, row, b"abc", "修改稿.docx").text
    assert post(as_leader, row, docx("x")).status_code == 403


def test_figures_that_do_not_agree_with_the_record_are_listed(desk, walk, as_office, as_leader):
    walk.assigned()
    row = desk.made("plan")
    (version,) = queries.versions_of(desk.office, row)
    with open_file(version.files.get(ending="docx").paper) as file:
        document = Document(file)
    document.add_paragraph("全县共反馈 2 个问题，制定整改措施 0 项。")
    out = BytesIO()
    document.save(out)

    assert post(as_office, row, out.getvalue()).status_code == 302

    newer = queries.version_of(desk.office, row, 2)
    sentence = "全县共反馈 2 个问题，制定整改措施 0 项。"
    assert queries.figures_of(newer) == [Disagreement(sentence, "问题", "2", "1")]
    assert sentence in as_leader.get(f"/dispatch/{row.ref}/").text
    assert queries.figures_of(queries.version_of(desk.office, row, 1)) == []
