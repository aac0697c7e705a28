"""How does a list of units and people come in? As a file."""

from django import forms
from django.utils.translation import gettext_lazy


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("单位和人员名单"),
        help_text=gettext_lazy("Excel（.xlsx）或 .csv 文件，列名见模板。"),
        error_messages={
            "required": gettext_lazy("请选择一个文件。"),
            "empty": gettext_lazy("文件是空的，请检查后重新选择。"),
        },
        widget=forms.FileInput({"accept": ".xlsx,.csv"}),
    )
