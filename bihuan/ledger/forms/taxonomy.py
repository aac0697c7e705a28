"""How is a taxonomy given? As the text on the page or as a file, and a heading to try it with."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bihuan.ledger.forms.inputs import lines
from bihuan.reading.formats.encodings import decode
from bihuan.reading.taxonomy import LONGEST

LARGEST = 10 * LONGEST
"""Bytes; more can hold no text of the length that is allowed."""


class TaxonomyForm(forms.Form):
    """A file takes the place of the text, also on the page that tells of a fault in it."""

    text = forms.CharField(
        label=gettext_lazy("分类文件的内容"), required=False, strip=False, max_length=LARGEST, widget=lines(24)
    )
    file = forms.FileField(
        label=gettext_lazy("或者上传改好的文件"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy("选了文件，就以文件为准，不看上面的文字。"),
        widget=forms.FileInput({"accept": ".txt,.toml"}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if file := given.get("file"):
            given["text"] = self._decoded(file)
        return given

    def _decoded(self, file: Any) -> str:
        found = decode(file.read(LARGEST + 1)) if file.size <= LARGEST else None
        if found is None:
            self.add_error("file", _("这不是文本文件，请上传从本页下载、改好的那个文件。"))
            return ""
        self.data = {**self.data.dict(), "text": found.text}
        return found.text


class HeadingForm(forms.Form):
    """A heading to try the taxonomy with."""

    heading = forms.CharField(label=gettext_lazy("标题"), max_length=300)
