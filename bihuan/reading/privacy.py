"""Which personal numbers, names and amounts stand in a text that is about to be made public?

Example: `身份证11010519491231002X` holds an identity number, because its last character checks; a number of 18 digits
whose last does not check is none. A bank card is told by Luhn's sum. Sources: GB 11643-1999, ISO/IEC 7812-1.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bihuan.reading.numerals import fold
from bihuan.say import Say, say


class Finds(StrEnum):
    IDENTITY = "identity"
    PHONE = "phone"
    BANK = "bank"
    NAME = "name"
    AMOUNT = "amount"


WORDS: dict[Finds, Say] = {
    Finds.IDENTITY: say("身份证号"),
    Finds.PHONE: say("电话"),
    Finds.BANK: say("银行卡号"),
    Finds.NAME: say("姓名"),
    Finds.AMOUNT: say("金额"),
}
NUMBERS = frozenset({Finds.IDENTITY, Finds.PHONE, Finds.BANK})
"""What never stands in a public notice. A name or an amount may, once somebody has looked at it."""


@dataclass(frozen=True, order=True)
class Hit:
    """One stretch of the text."""

    start: int
    end: int
    kind: Finds
    text: str


GAP = r"[ \-]?"
BORN = r"(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
IDENTITY = re.compile(rf"(?<![\dA-Za-z])\d{{6}}{BORN}\d{{3}}[\dXx](?![\dA-Za-z])")
MOBILE, LANDLINE = rf"(?:\+?86{GAP})?1[3-9]\d{GAP}\d{{4}}{GAP}\d{{4}}", rf"\(?0\d{{2,3}}\)?{GAP}[2-9]\d{{6,7}}"
PHONE = re.compile(rf"(?<![\d.])(?:{MOBILE}|{LANDLINE})(?![\d.年])")
BANK = re.compile(rf"(?<!\d)[3-69]\d{{3}}(?:{GAP}\d{{4}}){{2}}{GAP}\d{{1,7}}(?:{GAP}\d{{1,3}})?(?!\d)")
DECIMAL = r"\d(?:[\d,]*\d)?(?:\.\d+)?"
AMOUNT = re.compile(rf"(?:人民币)?[￥¥]?{DECIMAL}\s*[余多]?(?:[十百千]?[万亿]|[百千])?(?:余|多)?元|[￥¥]\s*{DECIMAL}")
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔"
    "谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤"
)
POSTS = "书记|镇长|乡长|县长|局长|主任|科长|所长|站长|校长|院长|经理|会计"
TITLED = re.compile(
    rf"(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)"
    rf"(?=同志|原?(?:党委|党组|支部)?副?(?:{POSTS})(?![\u4e00-\u9fff]?[镇县局]))"
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def hits(text: str, names: Iterable[str] = ()) -> tuple[Hit, ...]:
    """Every find once, in the order of the text; `names` are people whom the record knows."""
    folded = fold(text)
    found = [
        *(_hit(text, Finds.IDENTITY, match) for match in IDENTITY.finditer(folded) if is_identity(match[0])),
        *(_hit(text, Finds.BANK, match) for match in BANK.finditer(folded) if is_bank_card(match[0])),
        *(_hit(text, Finds.PHONE, match) for match in PHONE.finditer(folded)),
        *(_hit(text, Finds.AMOUNT, match) for match in AMOUNT.finditer(folded)),
        *_names(text, names),
    ]
    return tuple(_apart(found))


def is_identity(number: str) -> bool:
    """The last of the 18 characters follows from the others."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], WEIGHTS, strict=True))
    return CHECKS[total % 11] == number[17].upper()


def is_bank_card(number: str) -> bool:
    """16 to 19 digits whose sum by Luhn ends in nought."""
    digits = [int(sign) for sign in number if sign.isdigit()]
    doubled = (digit if place % 2 == 0 else sum(divmod(2 * digit, 10)) for place, digit in enumerate(reversed(digits)))
    return 16 <= len(digits) <= 19 and len(set(digits)) > 1 and sum(doubled) % 10 == 0


def _names(text: str, names: Iterable[str]) -> list[Hit]:
    """People whom the record knows, and whoever is named with a title."""
    known = "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True) if len(name) > 1)
    found = [_hit(text, Finds.NAME, match) for match in re.finditer(known, text)] if known else []
    return found + [_hit(text, Finds.NAME, match) for match in TITLED.finditer(text)]


def _hit(text: str, kind: Finds, match: re.Match[str]) -> Hit:
    start, end = match.span("name") if "name" in match.re.groupindex else match.span()
    return Hit(start, end, kind, text[start:end])


def _apart(found: list[Hit]) -> list[Hit]:
    """Without what lies in another find; where two begin alike, the longer one, and the first kind of the list."""
    kept: list[Hit] = []
    order = list(Finds)
    for hit in sorted(found, key=lambda each: (each.start, -each.end, order.index(each.kind))):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept
