"""How do the stories come by materials? In one line each: an original of the town, a copy, a file."""

from datetime import date

from django.core.files.base import ContentFile

from bihuan.desk.actions.materials import Described, register
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.material import Carrier, Form
from tests.cast import NOW
from tests.desk.conftest import done

DATED = date(2024, 3, 1)


def described(unit, title: str = "常委会会议记录", **values) -> Described:
    said = {"carrier": Carrier.PAPER, "form": Form.ORIGINAL, "document_date": DATED, "period": "2024年"} | values
    return Described(unit=unit, title=title, **said)


def original(round: Round, by: Viewer, unit, title: str = "常委会会议记录", **values):
    return done(register(round, described(unit, title, **values), by=by, at=NOW))


def copy(round: Round, by: Viewer, unit, title: str = "财务账目", **values):
    return original(round, by, unit, title, **{"form": Form.COPY, "copies": 2, "pages": 30} | values)


def file(content: bytes = b"one", name: str = "花名册.txt") -> ContentFile:
    return ContentFile(content, name=name)


def electronic(round: Round, by: Viewer, unit, content: bytes = b"one", title: str = "党员花名册", **values):
    said = described(unit, title, **{"carrier": Carrier.ELECTRONIC, "form": Form.COPY} | values)
    return done(register(round, said, file=file(content), by=by, at=NOW))
