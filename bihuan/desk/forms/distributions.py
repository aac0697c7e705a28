"""What is typed when a text is passed down, and when units say how far they are with it?"""

import re
from typing import Any

from django import forms
from django.core.files import File
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from bihuan.desk.actions.distributions import Sent
from bihuan.desk.forms.materials import day
from bihuan.desk.models import Distribution
from bihuan.desk.names import EXTENTS
from bihuan.desk.queries.distributions import receiving_units
from bihuan.papers.models import Paper
from bihuan.papers.queries import paper_for
from bihuan.people.forms.unit import ManyUnits, OneUnit
from bihuan.people.models import Unit
from bihuan.people.queries import units_of
from bihuan.people.viewer import Viewer
from bihuan.rules.delivery import Stage
from bihuan.trail.answers import words

GONE = {"invalid_choice": _("所选单位中有已撤并的，请重新选择。"), "invalid_pk_value": _("请重新选择单位。")}


class ReceiversForm(forms.Form):
    """To whom: every unit, those directly below one, or those that are ticked."""

    to = forms.ChoiceField(
        label=_("下发范围"),
        choices=[("below", _("某单位的直属下级")), ("all", _("全部单位")), ("chosen", _("逐个选择"))],
        widget=forms.RadioSelect,
        initial="below",
    )
    below = OneUnit(
        label=_("上级单位"), required=False, error_messages={"invalid_choice": _("这个单位已经撤并，请重新选择。")}
    )
    chosen = ManyUnits(label=_("逐个选择"), required=False, error_messages=GONE)

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        everyone = units_of(viewer.organisation)
        self.fields["below"].offer(everyone)
        self.fields["chosen"].offer(receiving_units(viewer.organisation.pk))
        top = everyone.filter(parent__isnull=True).first()
        self.fields["below"].initial = top.number if top else None

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("chosen") and values.get("to") not in (None, "chosen"):
            self.add_error("to", _("已逐个勾选了单位：请在这里选“逐个选择”，或取消勾选。"))
        return values

    @property
    def units(self) -> list[Unit]:
        """The units that are meant. One that was merged away is never among them."""
        said = self.cleaned_data
        receiving: QuerySet[Unit] = receiving_units(self.viewer.organisation.pk)
        if said["to"] == "chosen":
            return list(said["chosen"])
        return list(receiving if said["to"] == "all" else receiving.filter(parent=said["below"]))


class DistributionForm(ReceiversForm):
    title = forms.CharField(label=_("文稿名称"), max_length=200)
    extent = forms.ChoiceField(label=_("传达方式"), widget=forms.RadioSelect, initial=Distribution.Extent.FULL.value)
    file = forms.FileField(label=_("上传文稿"), required=False, help_text=_("纸质传达的可以不传；密件不能上传。"))
    stored = forms.CharField(
        label=_("或选用已存文件"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"list": "stored-papers", "autocomplete": "off"}),
        help_text=_("输入编号，如 P-0012。"),
    )
    due_on = day(_("传达时限"), hint=_("各单位应在这一天之前开会传达。"))
    field_order = ["title", "extent", "file", "stored", "due_on", "to", "below", "chosen"]

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(viewer, *args, **kwargs)
        self.fields["extent"].choices = [(key, words(name)) for key, name in EXTENTS.items()]

    def clean_stored(self) -> Paper | None:
        text = self.cleaned_data["stored"].strip()
        if not text:
            return None
        ref = re.match(r"P-\d+", text.upper())
        try:
            return paper_for(self.viewer, ref[0] if ref else text)
        except Http404:
            raise forms.ValidationError(_("没有编号为“%(ref)s”的已存文件。"), params={"ref": text}) from None

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("file") and values.get("stored"):
            self.add_error("stored", _("上传文稿和已存文件只选一样。"))
        return values

    @property
    def said(self) -> Sent:
        values = self.cleaned_data
        extent = Distribution.Extent(values["extent"])
        return Sent(values["title"], self.units, extent, values["due_on"], values["stored"])

    @property
    def upload(self) -> File | None:
        return self.cleaned_data["file"]


class WithdrawForm(forms.Form):
    """Why a text is taken back from everybody who got it."""

    reason = forms.CharField(
        label=_("撤回的理由"), max_length=200, error_messages={"required": _("请写明撤回的理由。")}
    )


class MarkForm(forms.Form):
    """How far the chosen units are; the meeting with its day and how many sat there."""

    step = forms.ChoiceField(choices=[(each.value, each.value) for each in Stage if each is not Stage.SENT])
    meeting_on = day(_("会议日期"))
    attended = forms.IntegerField(label=_("参会人数"), required=False, min_value=1, max_value=100_000)
