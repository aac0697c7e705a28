"""How does a Word document of an office look? One place for its page, its fonts, its paragraphs and its tables.

After GB/T 9704-2012 (trade.md §6.6). The parts of the file are written as text, without a library that builds them
as objects: a plan with thousands of measures takes a second, and the same values give the same bytes.
"""

from bihuan.writing.word.document import Word
from bihuan.writing.word.fonts import FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG
from bihuan.writing.word.paragraphs import Align
from bihuan.writing.word.tables import Spanned

__all__ = ["FANGSONG", "HEITI", "KAITI", "SONGTI", "XIAOBIAOSONG", "Align", "Spanned", "Word"]
