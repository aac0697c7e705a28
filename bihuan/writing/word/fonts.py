"""Which fonts does an official paper name, and what stands in for them on a computer that lacks them?

None is shipped: 方正小标宋 and the two of GB2312 are licensed. Word and WPS take the first alternative they have.
"""

FANGSONG, HEITI, KAITI = "仿宋_GB2312", "黑体", "楷体_GB2312"
XIAOBIAOSONG, SONGTI = "方正小标宋简体", "宋体"

FONTS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (FANGSONG, ("仿宋", "FangSong", "华文仿宋", "STFangsong"), "modern"),
    (KAITI, ("楷体", "KaiTi", "华文楷体", "STKaiti"), "modern"),
    (HEITI, ("SimHei", "Noto Sans CJK SC", "思源黑体"), "swiss"),
    (XIAOBIAOSONG, ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "华文中宋", "宋体", "SimSun"), "roman"),
    (SONGTI, ("SimSun", "Noto Serif CJK SC", "思源宋体"), "roman"),
)
"""Name, alternatives in the order of their likeness, family."""
GB2312_CHARSET = "86"


def font_table(namespace: str) -> str:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{",".join(others)}"/><w:charset w:val="{GB2312_CHARSET}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="default"/></w:font>'
        for name, others, family in FONTS
    )
    return f"<w:fonts {namespace}>{fonts}</w:fonts>"


def named(font: str) -> str:
    """The font for Latin and Chinese letters alike."""
    return f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
