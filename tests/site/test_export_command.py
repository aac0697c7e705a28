"""Does `bihuan export` write the ledger that the named account may see, whole or not at all?"""

from datetime import date
from io import BytesIO

import docx
import openpyxl
import pytest

from bihuan.dispatch.actions.own_templates import send_template
from bihuan.dispatch.kinds import kinds
from bihuan.ledger.actions.findings import Confirmed, raise_findings
from bihuan.people.viewer import viewer_of
from bihuan.rounds.actions import open_round
from tests.cast import NOW

TEXTS = ("松河镇产业项目闲置", "县农业农村局补贴发放不及时")


@pytest.fixture
def round(cast):
    office = viewer_of(cast.office)
    opened = open_round(
        cast.county,
        title="省委第三轮巡视",
        kind="inspection",
        level="province",
        group="省委第六巡视组",
        ruleset="province-6-months",
        by=office,
        at=NOW,
    )
    rows = [
        Confirmed(text, lead_unit=unit, deadline=date(2026, 6, 30))
        for text, unit in zip(TEXTS, (cast.town, cast.farming), strict=True)
    ]
    raise_findings(opened, rows, source=None, by=office, at=NOW)
    return opened


def texts(path) -> set[str]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return {str(cell) for row in sheet.iter_rows(values_only=True) for cell in row} & set(TEXTS)


@pytest.mark.parametrize(("username", "seen"), [("office", set(TEXTS)), ("head", {TEXTS[0]}), ("stranger", {TEXTS[1]})])
def test_the_file_holds_what_the_account_may_see(run, round, tmp_path, username, seen):
    answer = run("export", "ledger", "--round", "R1", "-o", str(tmp_path / "ledger.xlsx"), "--as", username)

    assert (answer.code, answer.out) == (0, f"已写入 {tmp_path / 'ledger.xlsx'}。\n")
    assert texts(tmp_path / "ledger.xlsx") == seen
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.xlsx"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--round", "R9", "--as", "office"], "bihuan: 没有轮次 R9。现有轮次：R1。"),
        (["--round", "R1", "--as", "nobody"], "bihuan: 没有可用的账号 nobody。"),
        (["--round", "R1", "--as", "outsider"], "bihuan: 没有轮次 R1。现有轮次：无。"),
        (["--round", "R1"], "bihuan: 这里有多个单位的数据，请用 --as 写明以哪个账号的名义。"),
    ],
)
def test_bad_input_writes_no_file(run, round, tmp_path, words, complaint):
    answer = run("export", "ledger", "-o", str(tmp_path / "ledger.xlsx"), *words)

    assert (answer.code, answer.err) == (2, complaint + "\n")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_a_fault_of_one_line(run, round, tmp_path):
    (tmp_path / "ledger.xlsx").mkdir()

    answer = run("export", "ledger", "-o", str(tmp_path / "ledger.xlsx"), "--round", "R1", "--as", "office")

    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.xlsx"]


@pytest.mark.parametrize(("name", "file"), [("register", "register.xlsx"), ("brief", "brief.docx")])
def test_the_papers_of_the_desk_are_written_as_the_office_sees_them(run, round, tmp_path, name, file):
    answer = run("export", name, "--round", "R1", "-o", str(tmp_path / file), "--as", "office")

    assert (answer.code, answer.out) == (0, f"已写入 {tmp_path / file}。\n")
    assert (tmp_path / file).read_bytes().startswith(b"PK")


def test_a_word_paper_is_written_as_text_for_a_web_page_too(run, round, tmp_path):
    answer = run("export", "brief", "--round", "R1", "-o", str(tmp_path / "brief.txt"), "--as", "office")

    assert answer.code == 0
    assert (tmp_path / "brief.txt").read_text(encoding="utf-8").startswith("联络日报\n云岭县　省委第三轮巡视")


def test_what_is_chosen_must_be_offered(run, round, tmp_path):
    file = str(tmp_path / "brief.docx")
    strange = run("export", "brief", "--round", "R1", "-o", file, "--as", "office", "--choose", "ref=H-001")
    unknown = run("export", "brief", "--round", "R1", "-o", file, "--as", "office", "--choose", "day=2020-01-01")

    assert strange.err == "bihuan: brief 没有“ref”这一项，可以选的项目：day。\n"
    assert unknown.err.startswith("bihuan: “哪一天”里没有 2020-01-01。现有：")
    assert list(tmp_path.iterdir()) == []


def test_a_paper_ends_as_its_program_wants_it_and_a_unit_gets_no_brief(run, round, tmp_path):
    wrong = run("export", "brief", "--round", "R1", "-o", str(tmp_path / "brief.xlsx"), "--as", "office")
    barred = run("export", "brief", "--round", "R1", "-o", str(tmp_path / "brief.docx"), "--as", "head")

    assert wrong.err == "bihuan: brief 可以写成 Word、PDF、TXT 文件，请让文件名以 .docx 或 .pdf 或 .txt 结尾。\n"
    assert (barred.err, list(tmp_path.iterdir())) == ("bihuan: 没有这个账号可以看的日报。\n", [])


def test_an_own_template_is_used_for_word_and_for_text(run, round, cast, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "papers"
    document, sent, out = docx.Document(), BytesIO(), tmp_path / "plan.txt"
    document.add_paragraph("{{#问题}}{{问题.编号}} {{问题.内容}}{{/问题}}")
    document.save(sent)
    send_template(kinds()["plan"], round, name="模板.docx", data=sent.getvalue(), by=viewer_of(cast.office), at=NOW)

    assert run("export", "plan", "--round", "R1", "-o", str(out), "--as", "office").code == 0
    assert out.read_text().splitlines()[:2] == [f"F-001 {TEXTS[0]}", f"F-002 {TEXTS[1]}"]
