"""Where should mail go, and which place outside is told?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.watch.actions.hooks import HookText
from bihuan.watch.models import Hook

FORMATS = {
    Hook.Format.WECOM: _("企业微信群机器人"),
    Hook.Format.DINGTALK: _("钉钉群机器人"),
    Hook.Format.FEISHU: _("飞书群机器人"),
    Hook.Format.GENERIC: _("本单位的程序（签名的 JSON）"),
}


class MailForm(forms.Form):
    address = forms.EmailField(
        label=_("邮箱"),
        required=False,
        max_length=200,
        help_text=_("留空就不发邮件。邮件只说有几项提醒，不写内容。"),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )


class HookForm(forms.Form):
    name = forms.CharField(label=_("名称"), max_length=60)
    format = forms.ChoiceField(label=_("格式"), choices=list(FORMATS.items()))
    url = forms.CharField(label=_("地址"), max_length=500, widget=forms.TextInput({"autocomplete": "off"}))
    secret = forms.CharField(
        label=_("签名密钥"),
        required=False,
        max_length=200,
        strip=False,
        help_text=_("保存后不再显示。企业微信不用填。"),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    @property
    def text(self) -> HookText:
        given = self.cleaned_data
        return HookText(given["name"], given["url"], Hook.Format(given["format"]), given["secret"])
