"""A visit is planned, doubted, confirmed and found in the calendar, whose pages turn by keys."""

import re

from playwright.sync_api import Page, expect

from tests.pages.conftest import NARROW


def plan(office: Page, unit: str, transport: str) -> None:
    """Fill the form for one morning in 2031, a year in which nobody else has plans."""
    office.goto("/desk/visits/new/?on=2031-03-12")
    chosen = office.locator("[name=unit] option", has_text=unit).first.get_attribute("value")
    office.select_option("[name=unit]", chosen)
    office.fill("[name=led_by]", "高组长")
    office.fill("[name=transport]", transport)
    office.fill("[name=prepare]", "党委会议记录")
    office.get_by_role("button", name="保存").click()


def test_a_visit_is_planned_doubted_and_found_in_the_calendar(page) -> None:
    office = page(signed_in_as="office")
    plan(office, "松河镇", "中巴一号")
    expect(office).to_have_url(re.compile(r"/desk/visits/V-\d+/$"))
    ref = office.url.rstrip("/").rpartition("/")[2]

    plan(office, "县审计局", "中巴一号")
    expect(office.get_by_role("alert").nth(1)).to_contain_text("车辆“中巴一号”相同，时间重叠")
    office.fill("[name=transport]", "")
    office.get_by_role("button", name="保存").click()
    office.get_by_label("仍按此安排").check()
    office.get_by_role("button", name="保存").click()
    expect(office).to_have_url(re.compile(r"/desk/visits/V-\d+/$"))

    office.goto("/desk/calendar/?on=2031-02-01")
    office.keyboard.press("n")
    expect(office.get_by_role("heading", level=2)).to_have_text("2031 年 3 月")
    office.get_by_role("link", name="09:00 延伸巡视 松河镇").click()
    expect(office.get_by_role("heading", level=1)).to_contain_text(ref)
    office.go_back()
    office.keyboard.press("p")
    expect(office.get_by_role("heading", level=2)).to_have_text("2031 年 2 月")
    office.keyboard.press("t")
    expect(office.locator(".cal .is-today")).to_be_visible()


def test_on_a_phone_the_month_is_a_list(page) -> None:
    office = page(signed_in_as="office", viewport=NARROW)
    office.goto("/desk/calendar/")
    expect(office.locator(".cal thead")).to_be_hidden()
    assert office.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
