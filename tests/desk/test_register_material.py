"""Does a material come into the register once, as what it is, with nothing of a classified paper but its number?"""

from datetime import timedelta

import pytest

from bihuan.desk.actions.materials import register
from bihuan.desk.models import Material, MaterialWord
from bihuan.papers.models import Paper
from bihuan.people.actions import close_unit
from bihuan.people.viewer import System, viewer_of
from bihuan.rules.material import Carrier, Form
from bihuan.trail.queries import lines_of
from tests.cast import NOW
from tests.desk.conftest import done, reason
from tests.desk.materials import DATED, described, electronic, file, original
from tests.reading.formats.made_pdf import line, pdf


def test_the_office_registers_an_original(cast, round, office):
    row = original(round, office, cast.town)

    assert (row.ref, row.title, row.form, row.made_on, row.received_at) == (
        "M-0001",
        "常委会会议记录",
        "original",
        DATED,
        NOW,
    )
    told = lines_of(cast.county.code, "M-0001").get()
    assert (told.event, told.unit_path, told.after["unit"]) == ("material.registered", cast.town.path, "松河镇")


def test_a_unit_registers_its_own_and_no_other(cast, round, head):
    assert original(round, head, cast.village).unit == cast.village
    refused = register(round, described(cast.farming), by=head, at=NOW)
    assert reason(refused) == "只能登记本单位提供的材料；其他单位的材料由该单位或联络组登记。"


def test_a_piece_made_later_is_no_original_but_an_explanation(cast, round, office):
    late = {"made_on": NOW.date() - timedelta(days=1)}
    refused = register(round, described(cast.town, **late), by=office, at=NOW)
    assert "请改选“情况说明”" in reason(refused)
    assert original(round, office, cast.town, form=Form.EXPLANATION, **late).form == "explanation"


def test_a_classified_paper_leaves_a_number_and_nothing_else(cast, round, office):
    row = original(
        round,
        office,
        cast.town,
        "某某案件通报",
        period="2024年某案",
        remark="案情",
        classified=True,
        registered_number="云密〔2025〕7号",
    )

    assert (row.title, row.period, row.remark, row.paper) == ("密件 云密〔2025〕7号", "", "", None)
    said = str(lines_of(cast.county.code).first().after) + str(list(MaterialWord.objects.values_list("word")))
    assert "案" not in said


def test_a_file_with_a_secrecy_mark_is_not_kept(cast, round, office):
    marked = file("机密★10年\n某某通报".encode(), "通报.txt")
    refused = register(round, described(cast.town, carrier=Carrier.ELECTRONIC), file=marked, by=office, at=NOW)
    assert "密" in reason(refused)
    assert (Material.objects.count(), Paper.objects.count()) == (0, 0)
    assert reason(register(round, described(cast.town, "机密★10年"), by=office, at=NOW)) == (
        "名称或备注带有密级标志。密件请勾选“密件”，只登记编号。"
    )


def test_nothing_is_kept_of_a_file_whose_material_is_refused(cast, round, office):
    said = described(cast.town, carrier=Carrier.ELECTRONIC, copies=0)
    assert reason(register(round, said, file=file(), by=office, at=NOW)) == "份数至少是 1。"
    assert Paper.objects.count() == 0


def test_the_same_file_twice_is_told_where_it_is(cast, round, office):
    electronic(round, office, cast.town, b"same")
    again = described(cast.town, "另一份", carrier=Carrier.ELECTRONIC, form=Form.COPY)
    assert reason(register(round, again, file=file(b"same"), by=office, at=NOW)) == (
        "这个文件已登记为 M-0001《党员花名册》（松河镇），请直接选用，不必再传。"
    )


def test_a_unit_learns_nothing_of_the_same_file_of_another(cast, round, office):
    electronic(round, office, cast.town, b"same")
    stranger = viewer_of(cast.stranger)
    assert electronic(round, stranger, cast.farming, b"same").ref == "M-0002"


def test_a_file_beyond_the_limit_is_refused_with_the_limit(cast, round, office, settings):
    settings.UPLOAD_LIMIT = 3
    said = described(cast.town, carrier=Carrier.ELECTRONIC)
    assert "上限" in reason(register(round, said, file=file(b"four"), by=office, at=NOW))


def test_the_name_and_the_pages_are_taken_from_a_pdf(cast, round, office):
    said = described(cast.town, "", carrier=Carrier.ELECTRONIC, form=Form.COPY)
    row = done(
        register(
            round,
            said,
            file=file(pdf(line("第一页", 80, 80), line("第二页", 80, 80)), "会议纪要.pdf"),
            by=office,
            at=NOW,
        )
    )
    assert (row.title, row.pages) == ("会议纪要", 2)


def test_a_new_version_follows_the_newest(cast, round, office):
    first = original(round, office, cast.town)
    second = done(register(round, described(cast.town), follows=first, by=office, at=NOW))

    assert (second.version, second.follows, lines_of(cast.county.code, second.ref).get().event) == (
        2,
        first,
        "material.renewed",
    )
    refused = register(round, described(cast.town), follows=first, by=office, at=NOW)
    assert reason(refused) == "这份材料已有新版本 M-0002，请在最新的版本上登记。"


def test_a_unit_that_was_merged_away_provides_nothing_new(cast, round, office):
    done(close_unit(cast.village, by=System(), at=NOW))
    cast.village.refresh_from_db()
    assert reason(register(round, described(cast.village), by=office, at=NOW)) == (
        "青石村已撤并，请选择现在承担这项工作的单位。"
    )


@pytest.mark.parametrize("value", ["paper", "disc"])
def test_what_is_not_electronic_needs_no_file(cast, round, office, value):
    assert original(round, office, cast.town, carrier=Carrier(value)).paper is None
