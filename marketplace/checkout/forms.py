"""The one form of the checkout."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

from catalogue.places.exceptions import CommuneAmbiguous, CommuneUnknown
from catalogue.places.models import Commune, Province
from catalogue.places.queries import find_commune, provinces_by_region
from marketplace.order.operations import Destination
from marketplace.payment.cash_on_delivery import CashOnDelivery


class ProvinceField(forms.ModelChoiceField):
    """The provinces by slug, as the API names them, grouped by region."""

    def __init__(self, **kwargs: Any) -> None:
        provinces = Province.objects.select_related("region")
        super().__init__(queryset=provinces, to_field_name="slug", **kwargs)

    @staticmethod
    def grouped() -> list[tuple[str, Any]]:
        """Return the choices: nothing chosen, then a group per region."""
        language = get_language() or "vi"
        groups = [
            (
                region.name_in(language),
                [(item.slug, item.name_in(language)) for item in provinces],
            )
            for region, provinces in provinces_by_region()
        ]
        return [("", _("Chọn tỉnh, thành phố")), *groups]


class CheckoutForm(forms.Form):
    """Who receives and where: phone first, no postcode, no district, no account."""

    name = forms.CharField(
        label=_("Họ và tên"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Xin cho biết họ tên người nhận.")},
    )
    phone = PhoneNumberField(
        label=_("Số điện thoại"),
        help_text=_("Người giao hàng sẽ gọi số này."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
        error_messages={
            "required": _("Xin cho biết số điện thoại để người giao gọi."),
            "invalid": _("Số điện thoại chưa đúng, ví dụ 0912 345 678."),
        },
    )
    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        help_text=_("Để nhận tin về đơn hàng."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Thư điện tử chưa đúng, ví dụ ten@example.vn.")},
    )
    province = ProvinceField(
        label=_("Tỉnh, thành phố"),
        error_messages={
            "required": _("Xin chọn tỉnh, thành phố."),
            "invalid_choice": _("Xin chọn một tỉnh, thành phố trong danh sách."),
        },
    )
    commune = forms.CharField(
        label=_("Xã, phường"),
        max_length=120,
        help_text=_("Tên cũ trước tháng 7/2025 cũng được."),
        widget=forms.TextInput(
            attrs={"autocomplete": "address-level2", "list": "communes", "data-communes": ""}
        ),
        error_messages={"required": _("Xin cho biết xã, phường.")},
    )
    street = forms.CharField(
        label=_("Số nhà, thôn, đường"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "address-line1"}),
        error_messages={"required": _("Xin cho biết số nhà, thôn hoặc đường.")},
    )
    note = forms.CharField(
        label=_("Lời nhắn cho người giao"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    payment = forms.ChoiceField(
        choices=[(CashOnDelivery.code, _("Tiền mặt khi nhận hàng"))],
        initial=CashOnDelivery.code,
        widget=forms.HiddenInput,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        #: The communes that the typed name may mean, when it means several.
        self.candidates: list[Commune] = []
        self.fields["province"].choices = ProvinceField.grouped()

    def clean(self) -> dict[str, Any]:
        """Find the commune by its name in the province; a choice among namesakes decides."""
        data = super().clean()
        province, typed = data.get("province"), data.get("commune")
        if not province or not typed:
            return data
        try:
            data["commune"] = find_commune(typed, province)
        except CommuneAmbiguous as error:
            self._choose_among(error.candidates)
        except CommuneUnknown:
            text = _("%(province)s không có xã, phường “%(typed)s”. Xin xem lại tên.")
            self.add_error(
                "commune",
                ValidationError(text, params={"province": province, "typed": typed}),
            )
        return data

    def destination(self) -> Destination:
        """Return where the order goes, once the form is valid."""
        data = self.cleaned_data
        return Destination(
            name=data["name"],
            phone=data["phone"].as_e164,
            province=data["province"],
            commune=data["commune"],
            street=data["street"],
            note=data["note"],
        )

    def _choose_among(self, candidates: list[Commune]) -> None:
        chosen = self.data.get("commune_code", "")
        for commune in candidates:
            if commune.code == chosen:
                self.cleaned_data["commune"] = commune
                return
        self.candidates = candidates
        self.add_error("commune", _("Tên này có ở nhiều nơi. Xin chọn một nơi bên dưới."))
