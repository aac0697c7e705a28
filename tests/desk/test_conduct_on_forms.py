"""Is a request or a visit that asks for what is forbidden refused with its reason, and nothing of it lost?"""

import pytest

from bihuan.desk.models import Request, Visit

ASKS = "了解个别谈话情况，问清谈话对象说了什么"
WHY = "不得打听、记录或收集谈话内容"


@pytest.mark.usefixtures("round")
@pytest.mark.parametrize("field", ["text", "remark"])
def test_a_request_that_asks_what_was_said_is_refused_and_kept_on_the_page(as_office, field):
    typed = {"text": "提供会议记录", "kind": "material", field: ASKS}

    answer = as_office.post("/desk/new/", typed)

    assert answer.status_code == 422
    assert WHY in answer.content.decode()
    assert ASKS in answer.content.decode()
    assert Request.objects.count() == 0


@pytest.mark.usefixtures("round")
@pytest.mark.parametrize("field", ["prepare", "remark"])
def test_a_visit_that_asks_who_wrote_is_refused(cast, as_office, field):
    typed = {"batch": 1, "unit": cast.town.number, "starts_at": "2030-01-02T09:00", "ends_at": "2030-01-02T11:00"}

    answer = as_office.post("/desk/visits/new/", {**typed, field: "查一下是谁写信举报的"})

    assert answer.status_code == 422
    assert "不得打听、追查是谁反映问题" in answer.content.decode()
    assert Visit.objects.count() == 0
