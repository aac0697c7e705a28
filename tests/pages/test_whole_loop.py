"""A letter of one's own walks the whole loop: read, confirmed, assigned, claimed, planned, proved, closed."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

LETTER = """关于对云岭县开展专项巡视的反馈意见

一、主要问题
共指出2个问题，主要是：
（一）落实全面从严治党战略部署不够有力
1.镇级公务接待台账登记不全，接待事由与派车记录不一致。
2.村级集体资产租赁合同到期后未及时续签或收回。
二、意见建议
（一）压实主体责任。
"""
TODAY = datetime.now(ZoneInfo("Asia/Shanghai")).date()
SIGNED = "赵承野"
"""The name of the demo county's head, as it must be typed under the promise."""


def press(page, name: str) -> None:
    """Press the button of that name, wait for the answer and, where htmx brings it, until it stands on the page."""
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_load_state()
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)


def test_a_letter_becomes_a_struck_off_finding(page, shot) -> None:
    office = page(signed_in_as="office")
    ref = confirmed(office, shot)
    assigned(office, ref)
    head = page(signed_in_as="head")
    planned(head, ref)
    leader = page(signed_in_as="leader")
    leader.goto(f"/ledger/{ref}/")
    press(leader, "同意方案")
    proved(head, ref)
    applied(head, ref)
    for reviewer in (leader, office):
        reviewer.goto("/review/")
        reviewer.get_by_role("link", name=ref, exact=True).click()
        press(reviewer, "审核同意")
    head.goto(f"/ledger/{ref}/")
    shot(head, "closed")
    assert "已销号" in head.locator("#now").inner_text()
    assert head.locator(".timeline li").count() >= 10


def confirmed(office, shot) -> str:
    """The reference of the first of two findings that came of the pasted letter."""
    office.goto("/rounds/R2/import/")
    office.get_by_label("或者粘贴文字").fill(LETTER)
    press(office, "读取")
    assert "文件自述 2 个问题，已列 2 行" in office.content()
    shot(office, "import")
    office.get_by_text("确认录入 2 个问题").first.click()
    office.wait_for_load_state("networkidle")
    press(office, "录入 2 个问题")
    office.goto("/search/?q=镇级公务接待台账登记不全")
    return office.locator("td.ref a").first.inner_text()


def assigned(office, ref: str) -> None:
    """To the head's own town, led by the leader in charge of it."""
    office.goto(f"/ledger/assign/?ref={ref}")
    office.get_by_label("牵头单位").select_option(label="　松河镇")
    office.get_by_label("责任领导").select_option(label="林砚秋")
    press(office, "看会改什么")
    press(office, "调整 1 个问题")
    assert "在松河镇手里" in office.locator("#now").inner_text()


def planned(head, ref: str) -> None:
    head.goto("/")
    head.get_by_role("link", name=ref, exact=True).click()
    press(head, "认领")
    head.get_by_label("原因剖析").fill("接待审批和登记由不同的人经办，没有核对。")
    head.get_by_label("整改目标").fill("接待事由、派车和台账一一对应。")
    press(head, "保存原因和目标")
    head.get_by_label("做什么").fill("逐笔核对近两年接待记录，补齐派车单号")
    head.get_by_label("谁来做").fill("镇党政办")
    head.get_by_label("何时完成").fill((TODAY + timedelta(days=20)).isoformat())
    head.get_by_label("留下什么佐证").fill("核对表")
    press(head, "增加")
    press(head, "提交方案")
    assert "方案审核中" in head.locator("#now").inner_text()


def proved(head, ref: str) -> None:
    head.goto(f"/ledger/{ref}/measures/1/evidence/")
    proof = {"name": "核对表.txt", "mimeType": "text/plain", "buffer": "接待记录核对表：全部相符".encode()}
    head.locator("input[type=file]").set_input_files(proof)
    head.get_by_label("材料日期").fill(TODAY.isoformat())
    press(head, "附上")
    press(head, "标记完成")


def applied(head, ref: str) -> None:
    head.get_by_label("签署本人姓名").fill(SIGNED)
    press(head, "申请销号")
    assert "销号审核中" in head.locator("#now").inner_text()
