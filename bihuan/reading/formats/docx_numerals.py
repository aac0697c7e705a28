"""How does Word print the number 12 in a given number format? (ECMA-376, 17.18.59 ST_NumberFormat.)

`printed(12, "chineseCountingThousand")` is 十二. A format that is not known prints plain digits.
"""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_SIMPLE = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_FULL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAN_ONES = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _spelled(number: int, digits: str, units: str, bare_ten: bool) -> str:
    """一百零五 for 105; `bare_ten` prints 十二 and not 一十二. Above 9999, digit by digit."""
    if not 0 < number < 10_000:
        return "".join(digits[int(digit)] for digit in str(number))
    text, gap = "", False
    for power in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**power % 10
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + (units[power - 1] if power else "")
        gap = not digit
    return text[1:] if bare_ten and 10 <= number < 20 else text


def _thousand(number: int) -> str:
    return _spelled(number, "零" + _DIGITS[1:], "十百千", bare_ten=True)


def _counting(number: int) -> str:
    """Spelled up to 99, digit by digit from 100 on."""
    return _thousand(number) if 0 < number < 100 else _digit_by_digit(number)


def _japanese(number: int) -> str:
    """As Chinese, but without the one before ten, hundred and thousand, and without zeros."""
    text = _thousand(number).replace("零", "")
    for unit in "十百千":
        text = text.replace("一" + unit, unit)
    return text


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN + _ROMAN_ONES:
        text += letters * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    """a … z, aa, bb …: Word repeats the letter."""
    if not 0 < number <= 26 * 9:
        return str(number)
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def _row(*starts: tuple[str, int]) -> Callable[[int], str]:
    """A run of single characters, as (first, how many) stretches; past its end, plain digits."""
    characters = [chr(ord(first) + place) for first, length in starts for place in range(length)]
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


def _full_width(number: int) -> str:
    return str(number).translate(_FULL_WIDTH)


_circled = _row(("①", 20), ("㉑", 15), ("㊱", 15))

_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _thousand,
    "taiwaneseCountingThousand": _thousand,
    "japaneseCounting": _japanese,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseLegalSimplified": lambda n: _spelled(n, _LEGAL_SIMPLE, "拾佰仟", bare_ten=False),
    "ideographLegalTraditional": lambda n: _spelled(n, _LEGAL_FULL, "拾佰仟", bare_ten=False),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographEnclosedCircle": _row(("㊀", 10)),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda n: f"{n:02d}",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _row(("⒈", 20)),
    "decimalEnclosedParen": _row(("⑴", 20)),
    "numberInDash": lambda n: f"- {n} -",
    "lowerLetter": _letter,
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperRoman": _roman,
    "ordinal": lambda n: f"{n}.",
    "none": lambda _: "",
}


def printed(number: int, number_format: str) -> str:
    """The number as Word prints it in the format named by `w:numFmt`."""
    return _FORMATS.get(number_format, str)(number) if number >= 0 else str(number)
