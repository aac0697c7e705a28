"""What does a person type at the door, and about his or her own account?"""

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class SignInForm(forms.Form):
    username = forms.CharField(
        label=gettext_lazy("登录名"),
        max_length=64,
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none", "autofocus": True}),
    )
    password = forms.CharField(
        label=gettext_lazy("密码"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )


class PasswordForm(forms.Form):
    old = forms.CharField(
        label=gettext_lazy("原密码"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=gettext_lazy("新密码"),
        help_text=gettext_lazy("至少 10 个字符，不能全是数字，不要与登录名或姓名相近。"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=gettext_lazy("再输一次新密码"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def clean_again(self) -> str:
        if self.cleaned_data["again"] != self.cleaned_data.get("new", self.cleaned_data["again"]):
            raise forms.ValidationError(_("两次输入的新密码不一样，请重新输入。"))
        return self.cleaned_data["again"]


class SettingsForm(forms.Form):
    phone = forms.CharField(label=gettext_lazy("手机"), max_length=32, required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("界面语言"),
        required=False,
        choices=[("", gettext_lazy("跟随浏览器中的选择")), *settings.LANGUAGES],
    )
