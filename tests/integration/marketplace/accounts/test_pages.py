import pytest
from django.contrib.auth import get_user_model
from django.core import mail

from catalogue.certification.models import Certificate
from catalogue.partner.models import TeamMember
from catalogue.partner.states import TeamRole
from tests.factories.order import PartnerFactory, ProductFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def test_an_account_is_opened_with_an_address_and_a_password(client):
    data = {"email": "moi@example.vn", "password": "mot-mat-khau-dai", "next": "//evil.example"}
    response = client.post("/accounts/register/", data)
    assert response.url == "/accounts/"
    assert get_user_model().objects.get().email == "moi@example.vn"
    assert "moi@example.vn" in client.get("/accounts/").content.decode()
    assert mail.outbox == []


def test_a_taken_address_and_a_weak_password_are_said_beside_their_fields(client):
    user = UserFactory()
    data = {"email": user.email.upper(), "password": "1234"}
    form = client.post("/accounts/register/", data).context["form"]
    assert set(form.errors) == {"email", "password"}


def test_signing_in_stays_on_this_host(client):
    user = UserFactory()
    data = {"username": user.email, "password": "mat-khau-thu", "next": "https://evil.example/"}
    assert client.post("/accounts/login/", data).url == "/"
    assert client.post("/accounts/logout/").url == "/"


def test_a_wrong_password_is_said_and_the_address_kept(client):
    user = UserFactory()
    page = client.post("/accounts/login/", {"username": user.email, "password": "x"})
    text = page.content.decode()
    assert "Thư điện tử hoặc mật khẩu chưa đúng." in text
    assert f'value="{user.email}"' in text


def test_the_demonstrations_accounts_are_shown_where_the_settings_name_them(client, settings):
    assert "htx@example.vn" not in client.get("/accounts/login/").content.decode()
    settings.DEMONSTRATION_ACCOUNTS = [("Hợp tác xã", "htx@example.vn", "mo-cua")]
    assert "htx@example.vn" in client.get("/accounts/login/").content.decode()


def test_a_new_address_needs_the_password(client):
    user = UserFactory()
    client.force_login(user)
    data = {"name": "Nguyễn Thị Mẫu", "email": "khac@example.vn"}
    form = client.post("/accounts/profile/edit/", data).context["form"]
    assert set(form.errors) == {"password"}
    data["password"] = "mat-khau-thu"
    assert client.post("/accounts/profile/edit/", data).status_code == 302
    user.refresh_from_db()
    assert (user.email, user.get_full_name()) == ("khac@example.vn", "Nguyễn Thị Mẫu")


def test_a_forgotten_password_is_set_anew_by_the_link(client, settings):
    user = UserFactory()
    assert client.post("/password-reset/", {"email": user.email}).url == "/password-reset/done/"
    link = mail.outbox[0].body.split(settings.SITE_URL)[1].split()[0]
    form = client.get(link, follow=True).redirect_chain[-1][0]
    new = {"new_password1": "mat-khau-moi-9", "new_password2": "mat-khau-moi-9"}
    assert client.post(form, new).url == "/password-reset/complete/"
    user.refresh_from_db()
    assert user.check_password("mat-khau-moi-9")


def test_a_wish_is_kept_and_greyed_without_price_once_unlisted(client):
    client.force_login(UserFactory())
    product, unlisted = ProductFactory(title="Trà"), ProductFactory(certificate=False)
    assert client.get("/accounts/wishlists/add/1/").status_code == 405
    for item in (product, product, unlisted):
        client.post(f"/accounts/wishlists/add/{item.pk}/")
    page = client.get("/accounts/wishlists/")
    assert [wish.name for wish in page.context["wishes"]] == ["Trà"]
    assert "50.000\xa0₫" in page.content.decode()
    Certificate.objects.all().delete()
    text = client.get("/accounts/wishlists/").content.decode()
    assert "Hiện không được bán" in text
    assert "50.000" not in text
    assert f"/basket/add/{product.pk}/" not in text
    client.post(f"/accounts/wishlists/remove/{product.pk}/")
    assert client.get("/accounts/wishlists/").context["wishes"] == []


def test_reviews_of_an_unlisted_product_are_not_found(client):
    unlisted = ProductFactory(certificate=False)
    client.force_login(UserFactory())
    for end in ("", "add/"):
        address = f"/catalogue/{unlisted.slug}_{unlisted.pk}/reviews/{end}"
        assert client.get(address).status_code == 404
    assert client.post(address, {"score": 5, "title": "x", "body": "y"}).status_code == 404


def test_one_review_a_user_each_wrong_value_beside_its_field(client):
    product = ProductFactory()
    client.force_login(UserFactory())
    address = f"/catalogue/{product.slug}_{product.pk}/reviews/add/"
    wrong = client.post(address, {"score": 9, "title": "", "body": "Thơm"})
    assert set(wrong.context["form"].errors) == {"score", "title"}
    assert "Thơm" in wrong.content.decode()
    good = {"score": 5, "title": "Thơm", "body": "Nước xanh"}
    assert client.post(address, good).status_code == 302
    assert "Bạn đã nhận xét thứ này rồi." in client.post(address, good).content.decode()
    assert product.reviews.count() == 1


def test_who_signs_in_on_the_english_page_stays_in_english(client):
    get_user_model().objects.create_user("mua@example.vn", "cánh-đỏ-2026")
    signed_in = client.post(
        "/en/accounts/login/", {"username": "mua@example.vn", "password": "cánh-đỏ-2026"}
    )
    assert (signed_in.status_code, signed_in.url) == (302, "/en/")


def test_the_way_to_a_desk_is_shown_to_those_who_sit_there(client):
    client.force_login(user := UserFactory())
    assert "/seller/" not in client.get("/accounts/").content.decode()
    TeamMember.objects.create(partner=PartnerFactory(), user=user, role=TeamRole.OWNER)
    assert "/seller/" in client.get("/accounts/").content.decode()
