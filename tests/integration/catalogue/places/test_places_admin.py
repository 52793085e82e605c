"""Places in the admin."""

import pytest
from django.contrib.admin.sites import site
from django.test import RequestFactory

from catalogue.places.models import Commune, OldCommune, OldProvince, Province

pytestmark = pytest.mark.usefixtures("places")


@pytest.mark.parametrize(
    ("model", "text", "names"),
    [
        (Province, "hai duong", {"Hải Phòng"}),
        (Commune, "xa dung", {"Xa Dung"}),
        (Commune, "20333", {"Hoàng Sa"}),
        (OldProvince, "dak nong", {"Đắk Nông"}),
        (OldCommune, "ben nghe", {"Bến Nghé"}),
    ],
)
def test_the_search_needs_no_accents(model: type, text: str, names: set[str], rf) -> None:
    admin = site.get_model_admin(model)
    found, _ = admin.get_search_results(rf.get("/"), model._default_manager.all(), text)
    assert {place.name for place in found} == names


def test_todays_names_can_be_edited_and_old_ones_cannot(rf: RequestFactory, admin_user) -> None:
    request = rf.get("/")
    request.user = admin_user
    today, old = site.get_model_admin(Commune), site.get_model_admin(OldCommune)
    assert today.has_change_permission(request) is True
    assert today.has_delete_permission(request) is False
    assert today.has_add_permission(request) is False
    assert old.has_change_permission(request) is False
    assert "province" in today.get_readonly_fields(request)
