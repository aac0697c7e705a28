"""What is a file called, once folders, control signs and tricks of writing direction are taken from its name?"""

import re
import unicodedata

LONGEST = 200
_ENDING = re.compile(r"\.\w{1,10}$")


def clean(name: str) -> str:
    """`clean("C:\\scans\\会议纪要.pdf")` is `会议纪要.pdf`; a long name is shortened before its ending."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    spaced = re.sub(r"\s+", " ", last)
    # Control signs, writing direction, private and broken characters are all of category C.
    visible = "".join(sign for sign in spaced if unicodedata.category(sign)[0] != "C")
    plain = re.sub(r'[<>:"|?*]', "_", visible).strip(" .")
    if len(plain) <= LONGEST:
        return plain or "未命名文件"
    ending = match[0] if (match := _ENDING.search(plain)) else ""
    return plain[: LONGEST - len(ending)].rstrip() + ending
