"""What does the office add to the day's brief in its own words?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.desk.actions.brief import LONGEST


class BriefForm(forms.Form):
    note = forms.CharField(
        label=_("说明"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("数字由记录得出，这里只写需要领导知道或协调的事。"),
    )
