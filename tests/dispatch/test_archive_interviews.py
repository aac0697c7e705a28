"""Nothing of who is talked to lies in an archive: neither a name, nor a telephone, nor the sheet of a day."""

from bihuan.trail.queries import lines_of
from tests.desk.conftest import office, round  # noqa: F401
from tests.desk.interviews.conftest import BAI, HAN, Arranging, arranging, key  # noqa: F401
from tests.dispatch.archived import opened, packed


def everything(content: bytes) -> str:
    """All text of the archive, that of the office files inside it too."""
    archive = opened(content)
    inside = [opened(archive.read(name)) for name in archive.namelist() if name.endswith((".docx", ".xlsx"))]
    parts = [each.read(name) for each in (archive, *inside) for name in each.namelist()]
    return b"\n".join(parts).decode("utf-8", "replace")


def test_no_name_and_no_telephone_of_an_interview_is_in_it(arranging: Arranging):  # noqa: F811
    arranging.planned(HAN)
    arranging.planned(BAI, "10:15")
    text = everything(packed(arranging.round, arranging.cast.office))

    told = [line.event for line in lines_of("yunling") if line.event.startswith("interview.")]
    assert told
    assert all(event in text for event in told)
    for person in (HAN, BAI):
        assert person.name not in text
        assert person.phone not in text
