"""What was exported, what came back and what stands there now decide what a cell means."""

from decimal import Decimal

import pytest

from bihuan.rules.filling import LONGEST, Verdict, bad_number, bad_text, fingerprint, judge, number_of, number_text


@pytest.mark.parametrize(
    ("was", "filled", "now", "verdict"),
    [
        ("甲", "甲", "甲", Verdict.SAME),
        ("甲", "甲", "乙", Verdict.SAME),
        ("甲", "乙", "甲", Verdict.CHANGED),
        ("甲", "乙", "乙", Verdict.THERE),
        ("甲", "乙", "丙", Verdict.CONFLICT),
        ("甲", "", "甲", Verdict.CHANGED),
    ],
)
def test_three_values_decide(was: str, filled: str, now: str, verdict: Verdict) -> None:
    assert judge(was, filled, now) is verdict


@pytest.mark.parametrize(
    ("text", "number"), [("", None), ("3.50", Decimal("3.5")), ("1,200", Decimal(1200)), ("0", Decimal(0))]
)
def test_a_number_is_read_as_it_is_typed(text: str, number: Decimal | None) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    "text", ["三项", "-1", "1e999", "NaN", "Infinity", "1.234", "1000000000000", "=1+1", "9" * 5000]
)
def test_what_is_no_number_is_told(text: str) -> None:
    refusal = bad_number(text)

    assert refusal is not None
    assert str(refusal.reason) == f"“{text[:30]}”不是数量；请填不小于零、至多两位小数的数字。"


def test_equal_numbers_are_one_text() -> None:
    assert [number_text(text) for text in ("3.50", "3.5", "0", "100", "", "三项")] == [
        "3.5",
        "3.5",
        "0",
        "100",
        "",
        "三项",
    ]


def test_a_text_is_as_long_as_on_the_page() -> None:
    from bihuan.ledger.forms.plan import MeasureForm, PlanForm
    from bihuan.ledger.forms.work import ProgressForm

    fields = {**PlanForm.base_fields, **MeasureForm.base_fields, "progress": ProgressForm.base_fields["text"]}
    assert {code: fields[code].max_length for code in LONGEST if code != "note"} == {
        code: limit for code, limit in LONGEST.items() if code != "note"
    }


def test_a_text_that_is_too_long_and_an_empty_measure_are_told() -> None:
    assert [str(refusal.reason) for refusal in (bad_text("who", "字" * 101), bad_text("text", "")) if refusal] == [
        "有 101 字，最多 100 字；请缩短。",
        "措施的内容不能空着；要删除措施请在页面上办理。",
    ]
    assert bad_text("goal", "") is None


def test_a_fingerprint_changes_with_any_value() -> None:
    assert len({fingerprint(values) for values in (("甲", "乙"), ("甲乙", ""), ("甲", "丙"), ("乙", "甲"))}) == 4
