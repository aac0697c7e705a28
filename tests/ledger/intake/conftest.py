"""A letter of four rows in the round of the ledger's tests, and short ways to open it and to look at its rows."""

from collections.abc import Callable

import pytest

from bihuan.ledger.actions.intake import open_intake
from bihuan.ledger.models import DraftRow, Intake
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.rounds.models import Round
from tests.cast import NOW, Cast
from tests.ledger.conftest import done

LETTER = """关于巡视云岭县的反馈意见
一、巡视发现的主要问题
共发现2个方面5个具体问题。
（一）落实党中央决策部署不够到位
1.理论学习不够深入。
（1）中心组学习以读代学，研讨发言照抄照搬，学用脱节。
（2）青石村“三会一课”记录缺失。
2.防汛责任落实不到位。
（1）松河镇预案多年未修订；物资储备不足。
（二）落实全面从严治党责任不够有力
1.监督执纪宽松软。
（1）县农业农村局公务接待超标准。
另外，群众反映的道路失修一事请一并核实。
二、意见建议
（一）提高政治站位，扛牢整改责任。
"""


@pytest.fixture
def office(cast: Cast) -> Viewer:
    return viewer_of(cast.office)


@pytest.fixture
def opened(round: Round, office: Viewer) -> Callable[..., Intake]:
    def open_text(text: str = LETTER, name: str = "反馈意见.txt") -> Intake:
        return done(open_intake(round, name=name, data=text.encode(), by=office, at=NOW))

    return open_text


@pytest.fixture
def intake(opened) -> Intake:
    return opened()


def texts(intake: Intake, place: str = "row") -> list[str]:
    """The wordings of one place, in order, as they are now."""
    return list(intake.rows.filter(place=place).order_by("position", "pk").values_list("text", flat=True))


def row(intake: Intake, beginning: str) -> DraftRow:
    """The row that begins with these words."""
    found = intake.rows.exclude(place="gone").get(text__startswith=beginning)
    found.intake = intake
    return found
