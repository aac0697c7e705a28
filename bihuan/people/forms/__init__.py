"""What may be typed into the pages about people? Each form gives plain values, under the names its action takes."""

from bihuan.people.forms.account import AccountForm, NewAccountForm, PostForm, StandingPostForm
from bihuan.people.forms.roster import UploadForm
from bihuan.people.forms.session import PasswordForm, SettingsForm, SignInForm
from bihuan.people.forms.succession import SuccessionForm
from bihuan.people.forms.unit import NoteForm, ParentForm, RenameForm, UnitForm

__all__ = [
    "AccountForm",
    "NewAccountForm",
    "NoteForm",
    "ParentForm",
    "PasswordForm",
    "PostForm",
    "RenameForm",
    "SettingsForm",
    "SignInForm",
    "StandingPostForm",
    "SuccessionForm",
    "UnitForm",
    "UploadForm",
]
