"""Who takes over, and the two names under it."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from bihuan.people.models import Account

SIGNED = {"autocomplete": "off"}


class OnePerson(forms.ModelChoiceField):
    """One person, told by the user name and shown with it, for two may have the same name."""

    def label_from_instance(self, account: Account) -> str:
        return f"{account.name}（{account.username}）"


class SuccessionForm(forms.Form):
    signed_leaver = forms.CharField(
        label=gettext_lazy("交出人签名"), max_length=64, widget=forms.TextInput(attrs=SIGNED)
    )
    signed_successor = forms.CharField(
        label=gettext_lazy("接收人签名"), max_length=64, widget=forms.TextInput(attrs=SIGNED)
    )
    note = forms.CharField(
        label=gettext_lazy("说明（可不填）"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, people: QuerySet[Account], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"] = OnePerson(people, to_field_name="username", label=gettext_lazy("接收人"))
        self.order_fields(["successor", "signed_leaver", "signed_successor", "note"])
