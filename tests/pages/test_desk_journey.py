"""A day at the desk: ten requests are pasted, three answered by their unit and handed over with a printed list, an
interview is moved, the day's brief is sent. And nobody but the two arrangers finds the interviewee's name.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.pages.conftest import NARROW

PASTED = """一、请提供以下材料：
1. 松河镇村集体资产台账（2024年以来）
2. 松河镇惠民资金公示照片目录
3. 松河镇干部值班登记
4、县财政局专项转移支付拨付进度表
（5）县审计局年度审计计划
⑥ 县医保局基金监管通报目录
7. 请县商务局说明商贸市场改造进度滞后的原因
8. 县教育局校车安全检查记录
9. 县卫健局村卫生室药品采购目录
10. 县民政局养老机构检查记录
"""
MOVED_TO = "2031-03-12T10:00"


def take_down(office: Page) -> list[str]:
    """Paste the list, look at the preview, confirm; the references of what was taken down."""
    office.goto("/desk/new/")
    office.fill("[name=text]", PASTED)
    office.get_by_role("button", name="登记", exact=True).click()
    expect(office.get_by_role("heading", level=1)).to_have_text("核对清单")
    taken = office.locator("table.lines tbody tr", has=office.locator("input[type=checkbox]:checked"))
    expect(taken).to_have_count(10)
    office.get_by_role("button", name="登记勾选的各行").click()
    said = office.locator("#toasts")
    expect(said).to_contain_text("已登记 10 件")
    first, last = (int(number) for number in re.findall(r"R-(\d+)", said.inner_text()))
    assert last - first == 9
    return [f"R-{number:03d}" for number in range(first, last + 1)]


def press(person: Page, move: str) -> None:
    """Make a move of the *now* card, whose form may be folded."""
    card = person.locator("#now details.move", has=person.locator("summary", has_text=re.compile(f"^{move}$")))
    if card.get_attribute("open") is None:
        card.locator("summary").click()
    card.get_by_role("button", name=move, exact=True).click()


def answer(head: Page, ref: str, title: str) -> None:
    """Accept a request, register what answers it, hand it in."""
    head.goto(f"/desk/{ref}/")
    press(head, "签收")
    expect(head.locator("#now")).to_contain_text("准备中")
    head.get_by_role("link", name="登记新材料并附上").click()
    head.fill("[name=title]", title)
    head.select_option("[name=carrier]", "paper")
    head.fill("[name=document_date]", "2026-01-12")
    head.fill("[name=pages]", "12")
    head.get_by_role("button", name="登记并附上").click()
    expect(head.locator("#request")).to_contain_text(title)
    press(head, "交联络组审核")
    expect(head.locator("#now")).to_contain_text("待审核")


def hand_over(office: Page, refs: list[str]) -> str:
    """Check what came in, put it on one list; the reference of the list."""
    for ref in refs:
        office.goto(f"/desk/{ref}/")
        press(office, "审核通过")
        expect(office.locator("#now")).to_contain_text("待移交")
    office.goto("/desk/handovers/new/")
    for ref in refs:
        office.get_by_label(ref, exact=True).check()
    office.get_by_role("button", name="列出材料").click()
    expect(office.locator("table.sheet tbody tr")).to_have_count(3)
    office.get_by_role("button", name="移交并生成清单").click()
    expect(office).to_have_url(re.compile(r"/desk/handovers/H-\d+/$"))
    return office.url.rstrip("/").rpartition("/")[2]


def test_ten_requests_are_taken_down_three_answered_and_handed_over_with_a_list(page, shot) -> None:
    office, head = page(signed_in_as="office"), page(signed_in_as="head")
    refs = take_down(office)
    titles = ["村集体资产台账", "惠民资金公示照片目录", "干部值班登记"]
    for ref, title in zip(refs, titles, strict=False):
        answer(head, ref, f"松河镇{title}")

    made = hand_over(office, refs[:3])
    office.emulate_media(media="print")
    expect(office.locator("body")).to_contain_text(titles[0])
    expect(office.locator(".signatures")).to_be_visible()
    office.emulate_media(media="screen")
    with office.expect_download() as file:
        office.get_by_role("link", name="下载 Word 清单").click()
    assert file.value.suggested_filename == f"交接清单 {made}.docx"
    head.goto(f"/desk/{refs[0]}/")
    expect(head.locator("#now")).to_contain_text("待回执")
    assert shot(head, "request").stat().st_size > 20_000


def test_an_interview_is_moved_by_the_form_and_has_to_be_told_again(page) -> None:
    office = page(signed_in_as="office")
    open_told(office)
    office.fill("[name=day]", MOVED_TO[:10])
    office.fill("[name=start]", MOVED_TO[11:])
    office.get_by_role("button", name="改到这个时间").click()
    expect(office.locator("main")).to_contain_text("2031-03-12")
    office.goto("/desk/interviews/?day=2031-03-12")
    expect(office.locator("table.slots")).to_contain_text("10:00–10:45")
    expect(office.locator("table.sheet")).to_contain_text("待重新通知")


def open_told(office: Page) -> None:
    """The page of an interview that is still to come and whose person was told of it."""
    office.goto("/desk/interviews/")
    days = office.locator("nav.chips a.chip")
    for url in [each.get_attribute("href") for each in days.all()]:
        office.goto(f"/desk/interviews/{url}")
        told = office.locator("table.sheet tbody tr", has_text=re.compile("已通知|已确认到场"))
        if told.count():
            told.last.get_by_role("link").click()
            return
    raise AssertionError("no interview is told and still to come")


def test_the_brief_of_the_day_is_printed_and_sent_and_its_leader_finds_it(page, shot) -> None:
    office, leader = page(signed_in_as="office"), page(signed_in_as="leader")
    office.goto("/desk/brief/")
    with office.expect_download() as file:
        office.get_by_role("link", name="下载 Word").click()
    assert file.value.suggested_filename.startswith("联络日报 ")
    office.emulate_media(media="print")
    expect(office.locator(".brief-sum")).to_be_visible()
    expect(office.get_by_role("button", name="发给领导")).to_be_hidden()
    office.emulate_media(media="screen")
    assert shot(office, "brief").stat().st_size > 20_000
    office.fill("[name=note]", "请协调两家单位的牵头职责")
    office.get_by_role("button", name="发给领导").click()
    expect(office.locator("#toasts")).to_contain_text("今天的日报已发给领导")

    leader.goto("/")
    expect(leader.locator("main")).to_contain_text("请协调两家单位的牵头职责")


def test_the_burden_is_seen_as_charts_whose_bars_open_the_board(page, shot) -> None:
    office = page(signed_in_as="office")
    office.goto("/desk/")
    assert shot(office, "desk").stat().st_size > 20_000
    office.goto("/desk/burden/")
    assert shot(office, "burden").stat().st_size > 20_000
    office.get_by_role("link", name=re.compile("^县财政局")).first.click()
    expect(office).to_have_url(re.compile(r"/desk/\?round=R3&unit=U-\d+&status=all"))
    expect(office.locator("table.board")).to_contain_text("县财政局")


def test_a_fix_is_put_into_the_ledger_and_leads_back(page) -> None:
    office = page(signed_in_as="office")
    office.goto("/desk/?status=all&kind=fix")
    refs = [cell.inner_text() for cell in office.locator("td.ref").all()]
    for ref in refs:
        office.goto(f"/desk/{ref}/")
        place = office.locator(".origin")
        expect(place).to_be_visible()
        if place.get_by_role("button", name="列入台账").count():
            place.get_by_role("button", name="列入台账").click()
            place.get_by_role("link", name=re.compile(r"F-\d+")).click()
            break
    expect(office.locator("main")).to_contain_text("驻点期间立行立改")
    office.get_by_role("link", name=ref, exact=True).click()
    expect(office).to_have_url(re.compile(f"/desk/{ref}/$"))


@pytest.fixture
def name(page) -> str:
    """Somebody who is to be interviewed, as one of the two arrangers reads it."""
    office = page(signed_in_as="office")
    open_told(office)
    return office.locator("dl.facts dd").first.inner_text()


@pytest.mark.parametrize("who", ["first", "leader", "supervisor", "head", "handler", "stranger", "office.jin"])
def test_nobody_else_finds_the_name_of_an_interviewee(page, name: str, who: str) -> None:
    """Through pages, search, the calendar, the trail and what is exported; the pages of interviews are not there."""
    assert len(name) >= 2
    person = page(signed_in_as=who)
    for path in ("/desk/interviews/", "/desk/interviews/R3/1/"):
        assert (path, person.goto(path).status) == (path, 404)
    for path in ("/", f"/search/?q={name}", "/desk/calendar/", f"/desk/?q={name}&status=all", "/desk/burden/",
                 f"/desk/materials/?q={name}", "/desk/errands/", f"/trail/?actor={name}", "/trail/"):  # fmt: skip
        person.goto(path)
        shown = person.locator("main").inner_text() if person.locator("main").count() else ""
        assert (path, name in shown.replace(f"“{name}”", "")) == (path, False)
    assert person.get_by_role("link", name="个别谈话").count() == 0


@pytest.mark.parametrize(
    "path", ["/desk/", "/desk/new/", "/desk/brief/", "/desk/burden/", "/desk/R-001/", "/search/?q=台账"]
)
def test_the_desk_fits_on_a_phone(page, path: str) -> None:
    office = page(signed_in_as="office", viewport=NARROW)
    assert office.goto(path).status == 200
    assert office.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
