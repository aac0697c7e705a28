"""An empty installation gets its first organisation, with an office that can do everything else."""

from bihuan.people.actions.organisation import open_organisation
from bihuan.people.models import Account, Organisation
from bihuan.people.viewer import viewer_of
from bihuan.rules.life import Refusal
from tests.cast import NOW

FIRST = {"office": "县委办公室", "username": "chenming", "person": "陈明"}


def test_the_office_can_sign_in_with_the_password_that_was_shown(db) -> None:
    slip = open_organisation("yunling", "云岭县", **FIRST, at=NOW)
    account = Account.objects.get(username="chenming")
    assert account.check_password(slip.password)
    assert account.must_change_password
    assert viewer_of(account).is_office


def test_a_code_is_used_once(cast) -> None:
    outcome = open_organisation("yunling", "云岭县", **FIRST, at=NOW)
    assert isinstance(outcome, Refusal)
    assert str(outcome.reason) == "代号“yunling”已经用过，请换一个。"


def test_where_the_account_cannot_be_made_nothing_is(cast) -> None:
    outcome = open_organisation("qinghe", "望川县", **FIRST | {"username": "office"}, at=NOW)
    assert isinstance(outcome, Refusal)
    assert not Organisation.objects.filter(code="qinghe").exists()
