"""Can anything that was made later be registered as an original, and does each refusal say what to do?"""

from dataclasses import replace
from datetime import date

from bihuan.rules.life import Refusal
from bihuan.rules.material import Carrier, Facts, Form, form_words, is_late, veiled, why_not

DATED, LATER, TODAY = date(2024, 3, 1), date(2026, 3, 2), date(2026, 3, 3)
ORIGINAL = Facts(TODAY, DATED, DATED, TODAY, form=Form.ORIGINAL, title="常委会会议记录")


def reason(facts: Facts) -> str:
    refusal = why_not(facts)
    return str(refusal.reason) if refusal else ""


def test_an_original_of_its_own_day_is_registered():
    assert why_not(ORIGINAL) is None


def test_an_original_made_after_its_date_is_refused_and_shown_the_honest_way():
    assert reason(replace(ORIGINAL, made_on=LATER)) == (
        "这份材料制作于 2026-03-02，晚于文件日期 2024-03-01，不能作为原件登记；"
        "请改选“情况说明”，如实说明何时补制、为何补制；从原件复印的请选“复印件”。"
    )


def test_the_same_piece_is_taken_as_an_explanation_and_called_so():
    assert why_not(replace(ORIGINAL, made_on=LATER, form=Form.EXPLANATION)) is None
    assert str(form_words(Form.EXPLANATION, DATED, LATER)) == "情况说明（2026-03-02 事后制作）"


def test_a_copy_may_be_made_at_any_time_after_the_document():
    assert why_not(replace(ORIGINAL, made_on=LATER, form=Form.COPY)) is None
    assert str(form_words(Form.COPY, DATED, LATER)) == "复印件"


def test_what_is_late_is_late_whatever_it_is_called():
    assert is_late(Form.ORIGINAL, DATED, LATER)
    assert not is_late(Form.ORIGINAL, DATED, DATED)


def test_no_day_lies_behind_the_one_on_which_it_came():
    assert reason(replace(ORIGINAL, received_on=date(2026, 3, 4))) == "收到时间 2026-03-04 晚于今天，请改正。"
    assert reason(replace(ORIGINAL, received_on=date(2024, 2, 1))) == "制作日期 2024-03-01 晚于收到日期，请改正。"
    late = replace(ORIGINAL, document_date=date(2026, 3, 4), form=Form.COPY)
    assert reason(late) == "文件日期 2026-03-04 晚于收到日期，请改正。"


def test_zero_copies_and_zero_pages_are_no_counts():
    assert reason(replace(ORIGINAL, copies=0)) == "份数至少是 1。"
    assert reason(replace(ORIGINAL, pages=0)) == "页数至少是 1；不清楚的可以不填。"


def test_a_classified_paper_is_a_number_without_content():
    secret = replace(ORIGINAL, title="", classified=True)
    assert reason(secret) == "密件只登记编号，请填写它在涉密文件登记簿上的编号。"
    numbered = replace(secret, registered_number="云密〔2025〕7号")
    assert why_not(numbered) is None
    assert why_not(replace(numbered, has_content=True)) is not None
    assert veiled(" 云密〔2025〕7号 ") == "密件 云密〔2025〕7号"


def test_a_title_is_asked_for_and_an_electronic_one_has_its_file():
    assert reason(replace(ORIGINAL, title=" ")) == "请填写材料名称。"
    electronic = replace(ORIGINAL, carrier=Carrier.ELECTRONIC)
    assert reason(electronic) == "电子材料请选择文件；纸质或光盘请改选载体。"
    assert why_not(replace(electronic, has_content=True)) is None


def test_strangers_closed_units_and_old_versions_are_told_apart():
    stranger = why_not(replace(ORIGINAL, own=False))
    assert isinstance(stranger, Refusal)
    assert stranger.kind == "who"
    assert reason(replace(ORIGINAL, unit="松河镇", unit_open=False)) == "松河镇已撤并，请选择现在承担这项工作的单位。"
    overtaken = why_not(replace(ORIGINAL, newer="M-0009"))
    assert isinstance(overtaken, Refusal)
    assert (overtaken.kind, str(overtaken.reason)) == (
        "when",
        "这份材料已有新版本 M-0009，请在最新的版本上登记。",
    )
