"""Which installed fonts stand in for those of an official paper, where LibreOffice prints one as PDF?

The fonts that a paper names are licensed and on few servers. Without a word about it everything, also the figures in
narrow columns, would come out in one wide sans serif. A font that is installed is used as it is. Knows no Django.
"""

from xml.sax.saxutils import escape

from bihuan.writing.word.fonts import FONTS, XIAOBIAOSONG

LAST = {
    "roman": ("Noto Serif CJK SC", "Source Han Serif SC", "AR PL UMing CN"),
    "modern": ("Noto Serif CJK SC", "Source Han Serif SC", "AR PL UMing CN"),
    "swiss": ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei"),
}
"""By the family of a font; the first that is there."""


def fontconfig() -> str:
    """The settings of this computer, and below them what stands in for what."""
    aliases = "".join(_alias(name, (*others, *LAST[family])) for name, others, family in FONTS)
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        f'<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>{aliases}{_bold()}</fontconfig>\n'
    )


def _alias(name: str, others: tuple[str, ...]) -> str:
    families = "".join(f"<family>{escape(other)}</family>" for other in others)
    return f'<alias binding="strong"><family>{escape(name)}</family><accept>{families}</accept></alias>'


def _bold() -> str:
    """小标宋 is heavy: what stands in for it is taken in bold."""
    return (
        f'<match target="pattern"><test name="family"><string>{escape(XIAOBIAOSONG)}</string></test>'
        '<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit></match>'
    )
