"""A self-check of three points, given to the town and the bureau of farming, and short ways to answer it."""

from datetime import timedelta

import pytest

from bihuan.desk.actions.selfchecks import Given, give_selfcheck
from bihuan.desk.actions.sheets import answer_point, sign_sheet
from bihuan.desk.models import CheckSheet, SelfCheck
from bihuan.people.viewer import Viewer
from tests.cast import NOW, Cast
from tests.desk.conftest import done

DUE = NOW.date() + timedelta(days=10)
POINTS = [("廉洁", "公务接待有公函"), ("基层", "村级财务按期公开"), ("廉洁", "公车统一管理")]


@pytest.fixture(name="selfcheck")
def a_selfcheck(round, office: Viewer, cast: Cast) -> SelfCheck:
    given = Given("第一批自查", DUE, POINTS, [cast.town, cast.farming])
    return done(give_selfcheck(round, given, by=office, at=NOW))


@pytest.fixture(name="sheet")
def a_sheet(selfcheck: SelfCheck, cast: Cast) -> CheckSheet:
    return selfcheck.sheets.get(unit=cast.town)


def answered(sheet: CheckSheet, head: Viewer, *answers: tuple[str, str]) -> CheckSheet:
    for point, (answer, text) in zip(sheet.selfcheck.points.all(), answers, strict=True):
        done(answer_point(sheet, point, answer, text, by=head, at=NOW))
    return sheet


def signed(sheet: CheckSheet, head: Viewer) -> CheckSheet:
    answered(sheet, head, ("yes", ""), ("partly", "两笔缺公示"), ("no", "未登记用车"))
    return done(sign_sheet(sheet, "赵启", by=head, at=NOW))


def url(sheet: CheckSheet, what: str = "") -> str:
    return f"/desk/selfchecks/{sheet.ref}/{what}"
