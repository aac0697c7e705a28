"""What is typed about a person: name and telephone, and for a post the unit, the role, the title and the charge?"""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from bihuan.people.forms.unit import ManyUnits, OneUnit
from bihuan.people.models import Unit
from bihuan.rules.people import HELD, NAMES, Role
from bihuan.trail.answers import words


class AccountForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("姓名"), max_length=64)
    phone = forms.CharField(label=gettext_lazy("手机"), max_length=32, required=False)


class StandingPostForm(forms.Form):
    """What may change about a post while it stands."""

    title = forms.CharField(
        label=gettext_lazy("职务"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("如：镇党委书记、副县长、干事。"),
    )
    charge = ManyUnits(
        label=gettext_lazy("分管单位"),
        required=False,
        help_text=gettext_lazy("只用于责任领导。选中一个单位，就包括它的下级。"),
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["charge"].offer(units)


class PostForm(StandingPostForm):
    """A new post."""

    unit = OneUnit(label=gettext_lazy("单位"))
    role = forms.TypedChoiceField(label=gettext_lazy("角色"), coerce=Role)
    field_order = ["unit", "role", "title", "charge"]

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, units=units, **kwargs)
        self.fields["unit"].offer(units)
        self.fields["role"].choices = [("", "—"), *((role.value, words(NAMES[role])) for role in HELD)]


class NewAccountForm(PostForm, AccountForm):
    """A new person with a first post: one form, because nobody is added without a reason."""

    username = forms.CharField(
        label=gettext_lazy("登录名"),
        max_length=64,
        help_text=gettext_lazy("小写字母和数字，如姓名拼音；以后不能修改。"),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none"}),
    )
    field_order = ["name", "username", "phone", "unit", "role", "title", "charge"]
