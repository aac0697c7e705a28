"""Does a sentence light up with its row, and does a file find its place by being dropped or pasted?"""

import pytest

from tests.pages.still import drawn, still

PAIR = drawn(
    """<div class="pair">
    <div class="pane"><span data-span="1">资金滞留。</span><span data-span="2">决策不规范。</span></div>
    <div class="pane"><p data-span="1 2" tabindex="0">合并的一条</p><p data-span="2">单独的一条</p></div></div>"""
)
UPLOAD = drawn('<form method="post"><div class="drop" data-drop><input type="file" name="letter"></div></form>')
GIVE = """(type) => {
  const given = new DataTransfer();
  given.items.add(new File(["x".repeat(3000)], "反馈意见.docx"));
  const rest = { bubbles: true, cancelable: true };
  if (type === "paste") document.body.dispatchEvent(new ClipboardEvent(type, { clipboardData: given, ...rest }));
  else document.querySelector("[data-drop]").dispatchEvent(new DragEvent(type, { dataTransfer: given, ...rest }));
}"""


def lit(page) -> list[str]:
    return page.eval_on_selector_all(".is-lit", "found => found.map(one => one.textContent)")


def test_a_sentence_and_its_rows_light_up_together(browser):
    with still(browser, {"/": PAIR}) as page:
        page.hover("text=资金滞留。")
        assert lit(page) == ["资金滞留。", "合并的一条"]
        page.hover("text=决策不规范。")
        assert lit(page) == ["决策不规范。", "合并的一条", "单独的一条"]


def test_the_keyboard_lights_them_too(browser):
    with still(browser, {"/": PAIR}) as page:
        page.focus("[tabindex='0'][data-span]")
        assert lit(page) == ["资金滞留。", "决策不规范。", "合并的一条", "单独的一条"]


@pytest.mark.parametrize("way", ["drop", "paste"])
def test_a_file_is_taken_and_named_with_its_size(browser, way):
    with still(browser, {"/": UPLOAD}) as page:
        page.evaluate(GIVE, way)
        assert page.inner_text(".drop-names") == "反馈意见.docx（3 KB）"
        assert page.evaluate("document.querySelector('[name=letter]').files.length") == 1


def test_a_file_chosen_in_the_ordinary_way_is_named_as_well(browser):
    with still(browser, {"/": UPLOAD}) as page:
        page.set_input_files("[name=letter]", {"name": "台账.xlsx", "mimeType": "", "buffer": b"x" * 2_500_000})
        assert page.inner_text(".drop-names") == "台账.xlsx（2.4 MB）"
