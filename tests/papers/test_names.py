"""Is nothing left of a file's name but its name?"""

import pytest

from bihuan.papers.names import clean


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("会议纪要.pdf", "会议纪要.pdf"),
        ("C:\\扫描\\会议纪要.pdf", "会议纪要.pdf"),
        ("../../etc/passwd", "passwd"),
        ("  会议　纪要 .pdf ", "会议 纪要 .pdf"),
        ("纪要\u202efdp.exe", "纪要fdp.exe"),
        ("a\r\nSet-Cookie: x.txt", "a Set-Cookie_ x.txt"),
        ("a\x00b\ud800.txt", "ab.txt"),
        ('说明"<最终>".docx', "说明__最终__.docx"),
        ("..", "未命名文件"),
        ("", "未命名文件"),
    ],
)
def test_a_name_is_cleaned(sent, kept):
    assert clean(sent) == kept


def test_a_long_name_keeps_its_ending():
    assert clean("长" * 300 + ".docx") == "长" * 195 + ".docx"
