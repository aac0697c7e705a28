"""How is a number written in Chinese numerals? `numeral(21)` is 二十一; good for the headings of any paper."""

DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """From 1 to 999; beyond that nobody counts headings, and the figures stand as they are."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "")
