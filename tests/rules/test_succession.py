"""May what one person has in hand go to another?"""

from dataclasses import replace

import pytest

from bihuan.rules.life import Refusal
from bihuan.rules.succession import Facts, hand_on, leave

READY = Facts(2, "赵启", "吴敏", signed_leaver="赵启", signed_successor=" 吴敏 ")


def test_both_sign_and_it_is_handed_on() -> None:
    assert hand_on(READY) is None


@pytest.mark.parametrize(
    ("change", "kind", "reason"),
    [
        ({"same": True}, "what", "不能交给本人，请另选接收人。"),
        ({"able": False}, "what", "吴敏的账户已停用或没有岗位，请先设置岗位或另选接收人。"),
        ({"open": 0}, "when", "赵启名下没有未办结的事项，不用交接。"),
        ({"signed_leaver": ""}, "what", "请由交出人赵启和接收人吴敏分别签署本人姓名。"),
        ({"signed_successor": "赵启"}, "what", "请由交出人赵启和接收人吴敏分别签署本人姓名。"),
    ],
)
def test_each_lack_alone_keeps_it_where_it_is(change: dict[str, object], kind: str, reason: str) -> None:
    refusal = hand_on(replace(READY, **change))
    assert isinstance(refusal, Refusal)
    assert (refusal.kind, str(refusal.reason)) == (kind, reason)


def test_nobody_leaves_with_things_open_unless_it_is_said_why() -> None:
    assert leave("赵启", 0, "") is None
    assert leave("赵启", 3, "调往市里，接手人下周到岗") is None
    refusal = leave("赵启", 3, " ")
    assert refusal is not None
    assert str(refusal.reason) == "赵启名下还有 3 件没有办结，请先办理责任交接；确需先办的，请写明理由。"
