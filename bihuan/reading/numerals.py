"""Which number is 二十三, ２３ or ㉓? And how does text look when full-width forms are made half-width?

`fold` keeps every character at its place, so an offset in the folded text is an offset in the original.
"""

FULL_WIDTH = {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}
FOLD = str.maketrans(
    {**FULL_WIDTH, "\u3000": " ", "\xa0": " ", "\ufeff": " ", "\u200b": " ", "﹑": "、", "∶": ":", "︰": ":"}
)

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "Ｏ": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
HAN = "零〇一二三四五六七八九十百千两"


def fold(text: str) -> str:
    """Full-width letters, digits and punctuation as half-width, one character for one character."""
    return text.translate(FOLD)


def number(text: str) -> int | None:
    """`number("三十二")` and `number("32")` are 32; `number("二〇二五")` is 2025; None for anything else."""
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
