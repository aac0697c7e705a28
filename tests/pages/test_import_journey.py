"""From a pasted letter to findings, by keyboard alone, by plain forms without scripts, and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.pages.conftest import NARROW

ASPECTS = (
    "落实党中央决策部署不够到位",
    "落实全面从严治党责任不够有力",
    "落实新时代党的组织路线不够扎实",
    "落实巡视整改责任不够彻底",
)
PLACES = ("松河镇", "青石镇", "柳溪乡", "云台街道", "县水利系统")
FAULTS = (
    "防汛预案多年未修订，物资储备不足",
    "集体资金管理松散，票据缺失",
    "干部档案审核走过场",
    "项目推进迟缓",
    "惠民补贴发放不及时",
)


OTHERS = (
    "窗口单位办事流程繁琐，群众多次往返",
    "公务用车台账登记不全，油料核销随意",
    "村级工程未按规定招标，验收手续滞后",
    "谈心谈话记录雷同，组织生活流于形式",
    "闲置厂房长期无人管护，租金没有追缴",
)
"""What other letters say, so that none of them is taken for a new version of the one that is confirmed."""


def letter(title: str, faults: tuple[str, ...]) -> str:
    """Sixty findings under four aspects, and a count that says sixty-one."""
    lines = [title, "一、巡视发现的主要问题", "共发现4个方面61个具体问题。"]
    for number, aspect in zip("一二三四", ASPECTS, strict=True):
        lines.append(f"（{number}）{aspect}")
        for at in range(15):
            if at % 5 == 0:
                lines.append(f"{at // 5 + 1}.第{at // 5 + 1}类工作存在短板。")
            lines.append(f"（{at % 5 + 1}）{PLACES[at % 5]}{aspect[2:6]}第{at + 1}项{faults[(at + at // 5) % 5]}。")
    return "\n".join([*lines, "二、意见建议", "（一）提高政治站位，扛牢整改责任。"])


def open_letter(office: Page, title: str, faults: tuple[str, ...] = OTHERS) -> str:
    """Paste and read; returns the address of the intake."""
    office.goto("/rounds/R2/import/")
    office.get_by_label("或者粘贴文字").fill(letter(title, faults))
    office.get_by_role("button", name="读取").click()
    office.wait_for_url(re.compile(r"/import/I-\d+/"))
    return office.url.partition("?")[0]


def rows(office: Page):
    return office.locator(".draft-row")


def settled(office: Page, count: int) -> None:
    expect(office.get_by_role("link", name=f"确认录入 {count} 个问题")).to_be_visible()


def at(office: Page, place: int) -> None:
    """The keys act on this row now, counted from 1."""
    expect(rows(office).nth(place - 1).locator("[data-row]")).to_be_focused()


def test_a_letter_of_sixty_findings_is_checked_by_keyboard_and_confirmed(page, shot):
    office = page(signed_in_as="office")
    where = open_letter(office, "关于键盘核对的反馈意见", FAULTS)
    office.goto(f"{where}?show=row")
    expect(office.get_by_text("文件自述 61 个问题，已列 60 行，少 1 行。")).to_be_visible()
    shot(office, "import-rows")

    office.keyboard.press("j")
    office.keyboard.press("s")
    expect(office.locator(".seam").first).to_be_focused()
    office.keyboard.press("Enter")
    settled(office, 61)
    at(office, 1)
    expect(rows(office).nth(1)).to_contain_text("物资储备不足")

    office.keyboard.press("j")
    office.keyboard.press("m")
    settled(office, 60)
    at(office, 1)
    expect(rows(office).first).to_contain_text("物资储备不足")

    office.keyboard.press("d")
    settled(office, 59)
    at(office, 1)
    office.keyboard.press("u")
    settled(office, 60)
    at(office, 2)

    office.keyboard.press("e")
    wording = office.get_by_label("问题内容")
    expect(wording).to_be_focused()
    wording.fill("青石镇票据缺失")
    shot(office, "import-edit")
    office.get_by_role("button", name="保存").press("Enter")
    expect(rows(office).nth(1)).to_contain_text("青石镇票据缺失")

    office.get_by_role("link", name="确认录入 60 个问题").press("Enter")
    confirm = office.get_by_role("button", name="录入 60 个问题")
    expect(confirm).to_be_enabled()
    shot(office, "import-preview")
    confirm.press("Enter")
    expect(office.get_by_role("status").get_by_text("已录入 60 个问题")).to_be_visible()


def test_n_leads_from_doubt_to_doubt_and_then_to_the_list_of_doubts(page):
    office = page(signed_in_as="office")
    office.goto("/rounds/R2/import/")
    implied = "关于键盘找存疑的反馈意见\n巡视发现，一是阅览室长期上锁，二是图书没有编目，三是路灯维护不及时。\n"
    office.get_by_label("或者粘贴文字").fill(implied)
    office.get_by_label("文件种类").select_option("feedback")
    office.get_by_role("button", name="读取").click()
    office.wait_for_url(re.compile(r"/import/I-\d+/"))
    doubtful = office.locator(".draft-row.is-doubtful")
    expect(doubtful.first).to_be_visible()
    count = doubtful.count()

    office.keyboard.press("n")
    expect(doubtful.first.locator("[data-row]")).to_be_focused()
    office.keyboard.press("a")

    expect(office.locator(".draft-row.is-doubtful")).to_have_count(count - 1)


def test_pointing_at_a_row_lights_its_sentence(page):
    office = page(signed_in_as="office")
    office.goto(f"{open_letter(office, '关于两边对照的反馈意见')}?show=row")

    rows(office).nth(2).hover()

    lit = office.locator(".original .is-lit")
    expect(lit).to_have_count(1)
    expect(lit).to_contain_text("（3）柳溪乡")


def test_a_click_into_the_wording_splits_there(page):
    office = page(signed_in_as="office")
    office.goto(f"{open_letter(office, '关于点击拆分的反馈意见')}?show=row")
    rows(office).nth(2).get_by_role("link", name="拆分").click()
    piece = office.locator("[data-split] [data-from]").first
    box = piece.bounding_box()

    office.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    settled(office, 61)


@pytest.mark.parametrize("viewport", [NARROW])
def test_everything_works_without_scripts_on_a_phone(page, shot, viewport):
    office = page(signed_in_as="office", viewport=viewport, script=False)
    where = open_letter(office, "关于手机核对的反馈意见")
    office.goto(f"{where}?show=row")
    shot(office, "import-phone")

    rows(office).first.get_by_role("button", name="剔除").click()
    settled(office, 59)
    office.get_by_role("button", name="撤销").click()
    settled(office, 60)
    rows(office).first.get_by_role("link", name="编辑").click()
    office.get_by_label("问题内容").fill("改过的问题")
    office.get_by_role("button", name="保存").click()
    expect(rows(office).first).to_contain_text("改过的问题")
    office.get_by_role("radio", name="原文").check()
    expect(office.locator(".pane.original")).to_be_visible()
