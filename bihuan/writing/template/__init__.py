"""How is a Word template of an office's own filled in? Placeholders and parts that repeat; nothing in it can run.

`{{单位名称}}` or `{{organisation}}` is replaced by a value of the paper. `{{#问题}}` to `{{/问题}}` is repeated
for each finding, in it `{{问题.整改时限}}` is that finding's; both marks in one row repeat the row. A name is looked up
in a table made of the fields of the kind's values: there are no expressions, calls, filters or conditions.
"""

from bihuan.writing.template.faults import Fault, Faulty
from bihuan.writing.template.fields import Field, Loop, Places, places_of
from bihuan.writing.template.filled import check, fill
from bihuan.writing.template.starter import starter
from bihuan.writing.template.values import said, value_at

__all__ = [
    "Fault", "Faulty", "Field", "Loop", "Places", "check", "fill", "places_of", "said", "starter", "value_at",
]  # fmt: skip
