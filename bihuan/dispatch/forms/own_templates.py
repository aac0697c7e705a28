"""Which Word file is to be used, and for which rounds?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.people.viewer import Viewer
from bihuan.rounds.queries import rounds_for


class TemplateForm(forms.Form):
    file = forms.FileField(
        label=_("Word 模板"),
        help_text=_("在 Word 或 WPS 中写好占位符，以 .docx 格式上传；检查通过后立即使用，以前的文件保留。"),
        widget=forms.FileInput({"accept": ".docx"}),
    )
    round = forms.ChoiceField(label=_("用于"), required=False)
    note = forms.CharField(label=_("说明"), required=False, max_length=300)

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rounds = {row.ref: row for row in rounds_for(viewer)}
        named = [(ref, f"{ref} {row.title}") for ref, row in self.rounds.items()]
        self.fields["round"].choices = [("", _("所有轮次")), *named]
