"""Is a font for Chinese letters found where there is a known one, and is nothing said where there is none?"""

from bihuan.papers import fonts
from bihuan.writing.charts import Font


def test_the_first_known_font_is_taken_wherever_it_lies(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "PLACES", ())
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path))
    assert fonts.chinese_font() is None
    fonts._found.cache_clear()

    folder = tmp_path / "fonts" / "opentype"
    folder.mkdir(parents=True)
    for name in ("wqy-microhei.ttc", "NotoSansCJK-Regular.ttc", "DejaVuSans.ttf"):
        (folder / name).touch()
    try:
        assert fonts.chinese_font() == Font(str(folder / "NotoSansCJK-Regular.ttc"), 2)
    finally:
        fonts._found.cache_clear()
