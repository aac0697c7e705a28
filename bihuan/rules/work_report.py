"""Does the work report (工作汇报) say enough of what is wrong?

Source: “进驻后 3 天内报送工作汇报，问题部分不少于 40%” (trade.md §2.1, D5). Example: 400 characters of 1,000 are
enough.
"""

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from bihuan.say import Say, say

LEAST = Decimal(40)
"""Percent of the whole text, counted in characters."""
DEFINITION = say("占比 = 问题部分字数 ÷ 全文字数；字数不含空白，问题部分指标题写明问题、不足的各部分。")


@dataclass(frozen=True)
class Share:
    """How many characters tell of problems, and how many there are."""

    problems: int = 0
    total: int = 0

    @property
    def percent(self) -> Decimal:
        """To two places, never rounded up: 39.999 % is not 40 %."""
        if not self.total:
            return Decimal("0.00")
        return (Decimal(100 * self.problems) / self.total).quantize(Decimal("0.01"), ROUND_DOWN)

    @property
    def enough(self) -> bool:
        return self.percent >= LEAST


def verdict(share: Share) -> Say:
    """The share in one sentence, and what to do."""
    if not share.total:
        return say("还没有汇报文稿，暂不计算问题部分的占比。")
    counted = {"problems": share.problems, "total": share.total, "percent": share.percent, "least": LEAST}
    if share.enough:
        return say("问题部分 {problems} 字，全文 {total} 字，占 {percent}%，达到 {least}%。", **counted)
    return say("问题部分 {problems} 字，全文 {total} 字，占 {percent}%，不足 {least}%，请补充问题部分。", **counted)
