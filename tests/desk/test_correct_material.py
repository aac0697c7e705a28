"""Can a slip of the pen be put right before the hand-over, and nothing after it?"""

from datetime import timedelta

from bihuan.desk.actions.handovers import Chosen, hand_over
from bihuan.desk.actions.materials import correct
from bihuan.desk.queries.reuse import matches
from bihuan.people.viewer import viewer_of
from bihuan.trail.queries import lines_of
from tests.cast import NOW
from tests.desk.conftest import done, reason
from tests.desk.materials import copy, described, electronic, original


def test_a_title_is_put_right_and_found_by_its_new_words(cast, round, office):
    row = original(round, office, cast.town, "常委会会义记录")
    done(correct(row, described(cast.town), by=office, at=NOW + timedelta(days=1)))

    assert [match.material.title for match in matches(office, "常委会会议记录")] == ["常委会会议记录"]
    line = lines_of(cast.county.code, row.ref).first()
    assert (line.event, line.before, line.after) == (
        "material.corrected",
        {"title": "常委会会义记录"},
        {"title": "常委会会议记录"},
    )
    row.refresh_from_db()
    assert row.received_at == NOW


def test_a_correction_makes_no_original_of_what_was_made_later(cast, round, office):
    row = copy(round, office, cast.town)
    late = described(cast.town, made_on=NOW.date())
    assert "不能作为原件登记" in reason(correct(row, late, by=office, at=NOW))


def test_the_file_stays_and_its_paper_is_not_called_classified(cast, round, office):
    row = electronic(round, office, cast.town)
    secret = described(cast.town, classified=True, registered_number="7号")
    assert reason(correct(row, secret, by=office, at=NOW)).startswith("密件不能上传内容")
    assert done(correct(row, described(cast.town), by=office, at=NOW)).paper == row.paper


def test_what_was_handed_over_is_not_described_otherwise(cast, round, office):
    row = copy(round, office, cast.town)
    done(hand_over(round, [Chosen(row, 1)], by=office, at=NOW))
    refused = correct(row, described(cast.town), by=office, at=NOW)
    assert reason(refused) == "已随 H-001 移交，登记不能再改；有变化请登记新版本。"


def test_a_stranger_corrects_nothing(cast, round, office, as_stranger):
    row = copy(round, office, cast.town)
    refused = correct(row, described(cast.farming), by=viewer_of(cast.stranger), at=NOW)
    assert reason(refused).startswith("只能登记本单位提供的材料")
    assert as_stranger.post(f"/desk/materials/{row.ref}/correct/").status_code == 404


def test_it_is_put_right_on_its_page(cast, round, office, as_head):
    row = copy(round, office, cast.town)
    here = f"/desk/materials/{row.ref}/correct/"
    assert 'value="财务账目"' in as_head.get(here).content.decode()
    said = {"title": "财务账簿", "unit": cast.town.number, "carrier": "paper", "form": "copy"}
    assert as_head.post(here, said | {"copies": "1"}).status_code == 422
    assert as_head.post(here, said | {"copies": "1", "document_date": "2024-03-01"}).status_code == 302
    row.refresh_from_db()
    assert (row.title, row.copies, row.may_copy) == ("财务账簿", 1, False)
