"""What is sent when a filled-in list comes back: the file; then, with the preview, which conflicts are taken over."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

TAKE = "take"


class FillingForm(forms.Form):
    file = forms.FileField(label=_("选择填好的表"), allow_empty_file=True, help_text=_("从这里导出的 .xlsx 文件。"))


def taken(sent: QueryDict) -> frozenset[str]:
    """The conflicts, by key, in which the value of the list is to hold; whatever was not chosen stays."""
    return frozenset(name.partition(".")[2] for name in sent if name.startswith("conflict.") and sent[name] == TAKE)
