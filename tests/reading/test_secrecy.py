"""Are state-secret marks found, and ordinary words left alone?"""

import pytest

from bihuan.reading.secrecy import marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("机密★1年", ("机密★1年",)),
        ("秘密★", ("秘密★",)),
        ("绝密 ★长期", ("绝密★长期",)),
        ("机　密　★　１０　年", ("机密★10年",)),
        ("机密★会议开始前", ("机密★会议开始前",)),
        ("秘密☆6个月", ("秘密★6个月",)),
        ("机密*1年", ("机密★1年",)),
        ("绝密＊长期", ("绝密★长期",)),
        ("000012\n机密★1年\n特急", ("机密★1年",)),
        ("机\u200b密★", ("机密★",)),
        ("密级：秘密", ("秘密★",)),
        ("机　密", ("机密★",)),
        ("【秘密】关于巡视的通知.docx", ("秘密★",)),
        ("反馈意见（机密）.docx", ("机密★",)),
        ("机密★1年 反馈意见.docx", ("机密★1年",)),
        ("秘密★1年，后文又见机密★2年和秘密★1年", ("秘密★1年", "机密★2年")),
    ],
)
def test_a_mark_is_found_in_any_spelling(text, expected):
    assert marks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "严格保守秘密，防止泄密。",
        "侵犯商业秘密的问题",
        "商业秘密★3年",
        "工作秘密★",
        "国家秘密分为绝密、机密、秘密三级。",
        "机密文件管理不规范",
        "保密工作机密性不强（涉及机密事项）较多",
        "**秘密**",
        "保守秘密*注",
        "密级：公开",
        "",
    ],
)
def test_ordinary_words_are_no_marks(text):
    assert marks(text) == ()
