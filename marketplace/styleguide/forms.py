"""Fields in every state."""

from django import forms


class Fields(forms.Form):
    """One field of each kind that the theme dresses."""

    phone = forms.CharField(label="Số điện thoại", help_text="Người giao gọi số này.")
    province = forms.ChoiceField(
        label="Tỉnh, thành phố", choices=[("", "Chọn tỉnh"), ("11", "Điện Biên"), ("14", "Sơn La")]
    )
    note = forms.CharField(label="Lời nhắn", required=False, widget=forms.Textarea({"rows": 2}))
    method = forms.ChoiceField(
        label="Cách nhận",
        choices=[("home", "Giao tận nhà"), ("pick-up", "Tự đến lấy")],
        widget=forms.RadioSelect,
    )
    agreed = forms.BooleanField(label="Tôi đã đọc điều khoản", required=False)


def empty() -> Fields:
    """Return the form as it is first seen."""
    return Fields(initial={"method": "home"}, auto_id="empty_%s")


def wrong() -> Fields:
    """Return the form after a wrong answer; what was typed is kept."""
    form = Fields({"phone": "", "province": "", "note": "Gọi trước khi giao"}, auto_id="wrong_%s")
    form.full_clean()
    form.add_error(None, "Còn chỗ cần sửa bên dưới. Những gì bạn đã nhập vẫn còn.")
    return form
