"""The forms of an account. A wrong value is answered beside its field, in words."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import (
    AuthenticationForm,
    PasswordChangeForm,
    PasswordResetForm,
    SetPasswordForm,
)
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

TAKEN = _("Thư điện tử này đã có tài khoản. Xin đăng nhập hoặc dùng địa chỉ khác.")
WRONG_ADDRESS = _("Thư điện tử chưa đúng, ví dụ ten@example.vn.")


def email_field() -> forms.EmailField:
    """Return the field of an e-mail address."""
    return forms.EmailField(
        label=_("Thư điện tử"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Xin cho biết thư điện tử."), "invalid": WRONG_ADDRESS},
    )


def password_field(label: Any, *, autocomplete: str) -> forms.CharField:
    """Return the field of a password, which is never written back into the page."""
    return forms.CharField(
        label=label,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
        error_messages={"required": _("Xin nhập mật khẩu.")},
    )


class SignInForm(AuthenticationForm):
    """E-mail and password."""

    error_messages = {
        "invalid_login": _("Thư điện tử hoặc mật khẩu chưa đúng."),
        "inactive": _("Tài khoản này đã bị khóa."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Thư điện tử")
        self.fields["username"].error_messages["required"] = _("Xin cho biết thư điện tử.")
        field = self.fields["username"]
        field.widget.input_type = "email"
        field.widget.attrs["autocomplete"] = "email"
        self.fields["password"] = password_field(_("Mật khẩu"), autocomplete="current-password")


class RegistrationForm(forms.Form):
    """A new account: an address and a password, no more."""

    email = email_field()
    password = password_field(_("Mật khẩu"), autocomplete="new-password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = _("Từ 8 ký tự, không quá dễ đoán.")

    def clean_email(self) -> str:
        """Refuse an address that has an account."""
        email = get_user_model().objects.normalize_email(self.cleaned_data["email"])
        if get_user_model().objects.filter(email__iexact=email).exists():
            raise ValidationError(TAKEN)
        return email

    def clean(self) -> dict[str, Any]:
        """Hold the password against the validators, with the address in view."""
        data = super().clean()
        if password := data.get("password"):
            try:
                validate_password(password, get_user_model()(email=data.get("email", "")))
            except ValidationError as error:
                self.add_error("password", error)
        return data


class ProfileForm(forms.Form):
    """Name and address; a new address needs the password, since it is the key to the account."""

    name = forms.CharField(
        label=_("Họ và tên"),
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = email_field()
    password = password_field(_("Mật khẩu hiện tại"), autocomplete="current-password")

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        initial = {"name": user.get_full_name(), "email": user.email}
        super().__init__(*args, initial=initial, **kwargs)
        self.user = user
        self.fields["password"].required = False
        self.fields["password"].help_text = _("Chỉ cần khi đổi thư điện tử.")

    def clean_email(self) -> str:
        """Refuse an address that is another account's."""
        users = get_user_model().objects
        email = users.normalize_email(self.cleaned_data["email"])
        if users.filter(email__iexact=email).exclude(pk=self.user.pk).exists():
            raise ValidationError(TAKEN)
        return email

    def clean(self) -> dict[str, Any]:
        """Ask for the password when the address changes."""
        data = super().clean()
        moved = data.get("email", self.user.email) != self.user.email
        if moved and not self.user.check_password(data.get("password", "")):
            self.add_error("password", _("Xin nhập đúng mật khẩu hiện tại để đổi thư điện tử."))
        return data


class ChangePasswordForm(PasswordChangeForm):
    """The old password and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("Mật khẩu hiện tại")
        name_new_passwords(self)


class ForgottenPasswordForm(PasswordResetForm):
    """The address to which a link is sent."""

    email = email_field()


class NewPasswordForm(SetPasswordForm):
    """A new password, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_new_passwords(self)


def name_new_passwords(form: forms.Form) -> None:
    """Give the two new passwords our words."""
    form.fields["new_password1"].label = _("Mật khẩu mới")
    form.fields["new_password1"].help_text = _("Từ 8 ký tự, không quá dễ đoán.")
    form.fields["new_password2"].label = _("Nhập lại mật khẩu mới")
    form.fields["new_password2"].help_text = ""


class ReviewForm(forms.Form):
    """What a buyer says about a product: a grade of 1 to 5, a line and a text."""

    score = forms.TypedChoiceField(
        label=_("Điểm"),
        coerce=int,
        choices=[(5, _("5, rất ưng")), (4, "4"), (3, "3"), (2, "2"), (1, _("1, không ưng"))],
        error_messages={"required": _("Xin chọn điểm từ 1 đến 5.")},
    )
    title = forms.CharField(
        label=_("Một dòng tóm tắt"),
        max_length=255,
        error_messages={"required": _("Xin viết một dòng tóm tắt.")},
    )
    body = forms.CharField(
        label=_("Nhận xét"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Xin viết nhận xét.")},
    )
