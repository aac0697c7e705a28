"""What is an errand (服务保障), and when does a meal still lack its receipt?

Source: D14 in trade.md §2.1: the numbers of the receipts for meals are kept, so that nothing was lavish; §1.3, 5.
Example: a meal that is done without a receipt stays on the list until number, amount and people are written down.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bihuan.rules.life import Refusal
from bihuan.say import Say, say


class Kind(StrEnum):
    OFFICE = "office"
    ROOM = "room"
    VEHICLE = "vehicle"
    MEAL = "meal"
    NETWORK = "network"
    OTHER = "other"


class State(StrEnum):
    OPEN = "open"
    DONE = "done"
    LACKING = "lacking"
    CANCELLED = "cancelled"


KINDS: dict[Kind, Say] = {
    Kind.OFFICE: say("办公"),
    Kind.ROOM: say("用房"),
    Kind.VEHICLE: say("车辆"),
    Kind.MEAL: say("用餐"),
    Kind.NETWORK: say("网络通信"),
    Kind.OTHER: say("其他"),
}
STATES: dict[State, Say] = {
    State.OPEN: say("待办"),
    State.DONE: say("已办"),
    State.LACKING: say("缺收据"),
    State.CANCELLED: say("已取消"),
}


@dataclass(frozen=True)
class Receipt:
    """用餐缴费收据: its number, the amount it says, and how many ate."""

    number: str = ""
    amount: Decimal | None = None
    people: int | None = None

    @property
    def is_empty(self) -> bool:
        return not self.number.strip() and self.amount is None and self.people is None

    @property
    def is_whole(self) -> bool:
        return bool(self.number.strip()) and self.amount is not None and self.people is not None


def state(kind: Kind, receipt: Receipt, *, done: bool, cancelled: bool) -> State:
    if cancelled:
        return State.CANCELLED
    if not done:
        return State.OPEN
    return State.LACKING if kind is Kind.MEAL and not receipt.is_whole else State.DONE


def bad_receipt(kind: Kind, receipt: Receipt, *, used_by: str = "") -> Refusal | None:
    """Why a receipt cannot be kept; `used_by` is the errand with the same number. An empty one may come later."""
    if receipt.is_empty:
        return None
    if not receipt.is_whole:
        return Refusal("what", say("收据编号、金额和用餐人数请一并填写；暂时没有收据的先都不填，之后补登。"))
    if kind is not Kind.MEAL:
        return Refusal("what", say("只有用餐登记收据。"))
    if receipt.amount is not None and receipt.amount <= 0:
        return Refusal("what", say("收据金额应大于零，请核对。"))
    if not receipt.people:
        return Refusal("what", say("用餐人数至少 1 人，请核对。"))
    if used_by:
        return Refusal("what", say("收据 {number} 已登记在 {ref}，请核对编号。", number=receipt.number, ref=used_by))
    return None
