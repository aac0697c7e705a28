"""Which number is 二十三, ２３ or ㉓? And how does text look when full-width forms are made half-width, and
traditional characters simplified?

`fold` keeps every character at its place, so an offset in the folded text is an offset in the original.
"""

import re

FULL_WIDTH = {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}
TRADITIONAL = (
    "號問題責單時況實領導進頭標備註類別協辦門間現體據達線員長對應內層級歸銷狀態證計劃結屬項見組織關鍵點補檢審聯絡電話務舉從評價際預規範執嚴檔開認識黨風紀監習貫徹決議動視擴強無沒遲緩滯後"
    "虛亂鬆軟過場違續報記錄發專業資產財經費總書訴訪農鄉鎮縣區會與於個為幹隊賬帳處離學術讀講談訓練劑藥醫療環測質廣創網裝統籌條約僅屢輕權職稱驗積極壓傳遞減斷採購準簽將並滿夠變舊雜紅設詢調"
    "選廳衛"
)
SIMPLIFIED = (
    "号问题责单时况实领导进头标备注类别协办门间现体据达线员长对应内层级归销状态证计划结属项见组织关键点补检审联络电话务举从评价际预规范执严档开认识党风纪监习贯彻决议动视扩强无没迟缓滞后"
    "虚乱松软过场违续报记录发专业资产财经费总书诉访农乡镇县区会与于个为干队账账处离学术读讲谈训练剂药医疗环测质广创网装统筹条约仅屡轻权职称验积极压传递减断采购准签将并满够变旧杂红设询调"
    "选厅卫"
)
"""The characters of headers and of the words that name shortcomings, as sheets in Big5 write them."""
FOLD = {
    **FULL_WIDTH,
    **dict(zip(TRADITIONAL, SIMPLIFIED, strict=True)),
    "\u3000": " ",
    "\xa0": " ",
    "\ufeff": " ",
    "\u200b": " ",
    "﹑": "、",
    "∶": ":",
    "︰": ":",
}
FOLDED = re.compile(f"[{re.escape(''.join(FOLD))}]")

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "Ｏ": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
HAN = "零〇一二三四五六七八九十百千两"


def fold(text: str) -> str:
    """Full-width as half-width, traditional as simplified, one character for one character."""
    return FOLDED.sub(_folded, text)  # most characters stay: three times as fast as str.translate, which asks for each


def _folded(match: re.Match[str]) -> str:
    return FOLD[match[0]]


def number(text: str) -> int | None:
    """`number("三十二")` and `number("32")` are 32; `number("二〇二五")` is 2025; None for anything else."""
    if text.isascii() and text.isdigit():
        return int(text)
    text = fold(text).strip()
    if text.isascii() and text.isdigit():
        return int(text)
    if not text or any(c not in DIGITS and c not in UNITS for c in text):
        return None
    if not any(c in UNITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    total, digit = 0, 0
    for c in text:
        if c in UNITS:
            total += (digit or 1) * UNITS[c]
            digit = 0
        else:
            digit = DIGITS[c]
    return total + digit
