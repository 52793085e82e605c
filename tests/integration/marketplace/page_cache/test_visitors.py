"""Nothing of one visitor is ever shown to another."""

import gzip
import re

import pytest
from django.conf import settings
from django.core.cache import caches
from django.middleware.csrf import _unmask_cipher_token
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from catalogue.kernel import generations
from cms.models import SiteTheme
from cms.operations import prepare_pages
from marketplace.accounts.models import User
from marketplace.page_cache.middleware import CACHE_CONTROL
from tests.factories.visits import is_kept, look, text

pytestmark = pytest.mark.django_db
LIST = "/catalogue/"
ACCOUNT = 'href="/accounts/"'
_FIELD = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


def tokens_of(response):
    return set(_FIELD.findall(text(response)))


def secret_of(client):
    return client.cookies[settings.CSRF_COOKIE_NAME].value


def test_a_kept_page_asks_the_database_nothing(market):
    assert is_kept(LIST)
    assert is_kept(market.goods.tea.get_absolute_url())


def test_who_is_signed_in_gets_and_leaves_no_kept_page(market):
    user = User.objects.create_user("buyer@example.vn", "x")
    signed_in = Client()
    signed_in.force_login(user)
    for _ in range(2):
        response = signed_in.get(LIST)
        assert response.get("Cache-Control") != CACHE_CONTROL
        assert ACCOUNT in text(response)
    assert ACCOUNT not in text(look(LIST))
    assert ACCOUNT in text(signed_in.get(LIST))


def test_a_basket_is_counted_for_its_owner_only(market):
    tea = market.goods.tea
    buyer = Client()
    buyer.post(reverse("basket:add", args=[tea.pk]), {"quantity": 3})
    mine = buyer.get(LIST)
    assert mine.get("Cache-Control") != CACHE_CONTROL
    assert mine.context["basket_count"] == 3
    other = look(LIST)
    assert other.context["basket_count"] == 0
    assert buyer.get(LIST).context["basket_count"] == 3


def test_a_message_is_read_by_the_one_to_whom_it_was_said(market):
    own = market.goods.tea.get_absolute_url()
    look(own)
    buyer = Client()
    buyer.post(reverse("basket:add", args=[market.goods.tea.pk]), {"quantity": 10_000, "next": own})
    assert not buyer.cookies.keys().isdisjoint({"messages", settings.SESSION_COOKIE_NAME})
    said = text(buyer.get(own))
    assert "field__error" in said or "message--" in said
    for page in (text(look(own)), text(look(own))):
        assert "field__error" not in page
        assert "message--" not in page


@pytest.mark.parametrize("cookie", [settings.SESSION_COOKIE_NAME, "basket", "messages"])
def test_a_cookie_that_says_something_leads_past_the_kept_pages(market, cookie):
    look(LIST)
    client = Client()
    client.cookies[cookie] = "x"
    assert client.get(LIST).get("Cache-Control") != CACHE_CONTROL


def test_cookies_and_headers_of_the_first_visitor_do_not_reach_the_page(market):
    first = Client()
    first.cookies["_ga"] = "tracked-by-somebody"
    made = first.get(
        LIST,
        HTTP_REFERER="http://testserver/secret-referrer/",
        HTTP_USER_AGENT="secret-agent",
        HTTP_X_FORWARDED_FOR="203.0.113.7",
        HTTP_ACCEPT_LANGUAGE="en",
    )
    request = made.context["request"]
    assert request.COOKIES == {}
    assert not {"HTTP_REFERER", "HTTP_USER_AGENT", "REMOTE_ADDR", "HTTP_X_FORWARDED_FOR"} & set(
        request.META
    )
    assert made.headers["Content-Language"] == "vi"


def test_every_visitor_gets_a_secret_and_a_token_of_their_own(market):
    clients = [Client() for _ in range(4)]
    seen = [(client, client.get(LIST)) for client in clients]
    seen += [(client, client.get(LIST)) for client in clients]
    assert len({secret_of(client) for client in clients}) == 4
    every = set()
    for client, response in seen:
        tokens = tokens_of(response)
        assert len(tokens) == 1
        assert tokens.isdisjoint(every)
        every |= tokens
        assert {_unmask_cipher_token(token) for token in tokens} == {secret_of(client)}


def test_no_secret_of_anybody_is_kept(market):
    client = Client()
    client.get(LIST)
    (token,) = tokens_of(client.get(LIST))
    page = generations.store()
    kept = repr([page.get("page:" + key.rpartition(":")[2]) for key in _keys()])
    assert "Body(" in kept
    assert secret_of(client) not in kept
    assert token not in kept


def _keys():
    """The keys of kept pages, whichever cache keeps them."""
    store = caches["pages"]
    if hasattr(store, "_expire_info"):
        return [key for key in store._expire_info if "page:" in key]
    return [key.decode() for key in store._cache.get_client().keys("*page:*")]


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_form_of_a_kept_page_works_and_a_forged_one_does_not(market, gzipped):
    tea = market.goods.tea
    own, add = tea.get_absolute_url(), reverse("basket:add", args=[tea.pk])
    headers = {"HTTP_ACCEPT_ENCODING": "gzip"} if gzipped else {}
    victim, stranger = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    look(own)
    page = victim.get(own, **headers)
    assert page["Cache-Control"] == CACHE_CONTROL
    (token,) = tokens_of(page)
    (foreign,) = tokens_of(stranger.get(own, **headers))

    for forged in (foreign, "", "a" * 64, token[:-1] + ("a" if token[-1] != "a" else "b")):
        refused = victim.post(add, {"quantity": 1, "csrfmiddlewaretoken": forged})
        assert refused.status_code == 403
    assert (
        Client(enforce_csrf_checks=True).post(add, {"csrfmiddlewaretoken": token}).status_code
        == 403
    )
    taken = victim.post(add, {"quantity": 1, "csrfmiddlewaretoken": token})
    assert taken.status_code == 302
    assert victim.get("/basket/").context["basket_count"] == 1


def test_the_not_found_page_bears_the_visitors_own_token(market):
    client = Client(enforce_csrf_checks=True)
    client.get(LIST)
    secret = secret_of(client)
    response = client.get("/catalogue/gi_999999/")
    assert response.status_code == 404
    assert {_unmask_cipher_token(token) for token in tokens_of(response)} == {secret}
    assert secret_of(client) == secret


def test_language_scheme_host_and_protocol_each_have_pages_of_their_own(market):
    vietnamese, english = text(look(LIST)), text(look("/en" + LIST))
    assert '<html lang="vi">' in vietnamese
    assert '<html lang="en">' in english
    assert text(look(LIST, HTTP_ACCEPT_LANGUAGE="en")).count('<html lang="vi">') == 1
    dark = Client()
    dark.cookies["scheme"] = "dark"
    for _ in range(2):
        assert 'data-scheme="dark"' in text(dark.get(LIST))
        assert "data-scheme=" not in text(look(LIST))
    odd = Client()
    odd.cookies["scheme"] = '"><script>'
    assert "<script>" not in text(odd.get(LIST)).split("<body>")[0]
    assert look(LIST, HTTP_HOST="a.example").context is not None  # made, not kept
    assert look(LIST, HTTP_HOST="b.example").context is not None
    assert look(LIST, secure=True).context is not None


def test_a_theme_chosen_by_an_editor_dresses_the_next_page(market):
    prepare_pages()
    assert "dong-thap/theme.css" not in text(look("/"))
    assert is_kept("/")
    SiteTheme.objects.create(site=Site.objects.get(is_default_site=True), theme="dong-thap")
    assert "dong-thap/theme.css" in text(look("/"))


def test_parameters_make_pages_of_their_own_and_unknown_ones_none(market):
    assert "Muối hạt" in text(look(LIST))
    assert "Muối hạt" not in text(look(LIST + "?stars=4"))
    assert is_kept(LIST + "?stars=4&page=1")
    assert is_kept(LIST + "?page=1&stars=4")
    assert look(LIST + "?stars=4&page=1").context is None  # the same page
    for address in (
        LIST + "?anything=1",
        LIST + "?q=muoi",
        LIST + "?stars=4&" + "x" * 600,
        market.goods.tea.get_absolute_url() + "?quantity=2",
    ):
        assert look(address).get("Cache-Control") != CACHE_CONTROL, address


def test_what_follows_people_is_taken_off_and_shares_the_page(market):
    assert is_kept(LIST)
    response = look(LIST + "?fbclid=secret123&utm_source=zalo")
    assert response["Cache-Control"] == CACHE_CONTROL
    assert "secret123" not in text(response)
    assert look(LIST + "?stars=4&fbclid=1").context is not None
    assert is_kept(LIST + "?fbclid=2&stars=4")


def test_the_kept_page_says_word_for_word_what_the_made_one_says(market):
    def without_tokens(response):
        return _FIELD.sub("", text(response)), {
            name: value for name, value in response.items() if name != "ETag"
        }

    made, kept = look(LIST), look(LIST)
    assert made.context is not None
    assert kept.context is None
    assert without_tokens(made) == without_tokens(kept)
    assert kept["Content-Security-Policy"]
    assert kept["X-Content-Type-Options"] == "nosniff"
    assert kept["X-Frame-Options"] == "DENY"
    assert {each.strip() for each in kept["Vary"].split(",")} == {"Accept-Encoding", "Cookie"}


def test_only_who_takes_gzip_is_sent_it(market):
    look(LIST)
    for accepted in ("gzip", "br, gzip;q=0.5, *"):
        response = look(LIST, HTTP_ACCEPT_ENCODING=accepted)
        assert response["Content-Encoding"] == "gzip"
        assert int(response["Content-Length"]) == len(response.content)
        assert b"</html>" in gzip.decompress(response.content)
    for refused in ("", "gzip;q=0", "br", "gzip; q=0.0, br"):
        response = look(LIST, HTTP_ACCEPT_ENCODING=refused)
        assert "Content-Encoding" not in response
        assert response.content.rstrip().endswith(b"</html>")


def test_the_browser_asks_each_time_and_is_told_when_nothing_changed(market):
    client = Client()
    first = client.get(LIST)
    assert first["Cache-Control"] == "private, no-cache"
    again = client.get(LIST, HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == "private, no-cache"
    assert "Cookie" in again["Vary"]
    market.goods.tea.certificates.update(state="revoked", revoked_on="2026-11-22")
    assert client.get(LIST, HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 200


def test_nobody_is_told_that_a_page_with_anothers_tokens_still_holds(market):
    """Who signs in and out has another secret: the forms of before would be refused."""
    User.objects.create_user("buyer@example.vn", "mat-khau")
    client = Client(enforce_csrf_checks=True)
    before = client.get(LIST)
    (old,) = tokens_of(before)
    client.post(
        reverse("customer:login"),
        {"username": "buyer@example.vn", "password": "mat-khau", "csrfmiddlewaretoken": old},
    )
    assert settings.SESSION_COOKIE_NAME in client.cookies
    signed_in = tokens_of(client.get(LIST)).pop()
    client.post(reverse("customer:logout"), {"csrfmiddlewaretoken": signed_in})
    for name in (settings.SESSION_COOKIE_NAME, "messages"):
        client.cookies.pop(name, None)

    response = client.get(LIST, HTTP_IF_NONE_MATCH=before["ETag"])

    assert response.status_code == 200
    (fresh,) = tokens_of(response)
    add = reverse("basket:add", args=[market.goods.tea.pk])
    assert client.post(add, {"quantity": 1, "csrfmiddlewaretoken": old}).status_code == 403
    assert client.post(add, {"quantity": 1, "csrfmiddlewaretoken": fresh}).status_code == 302
    assert look(LIST, HTTP_IF_NONE_MATCH=before["ETag"]).status_code == 200


def test_a_cache_that_keeps_nothing_stops_neither_page_nor_write(market, monkeypatch, caplog):
    def broken(*args, **kwargs):
        raise ConnectionError("no cache")

    store = type(generations.store())
    for name in ("get_many", "set_many", "set"):
        monkeypatch.setattr(store, name, broken)
    assert "Chè Tà Xùa" in text(
        look("/certificate/" + market.goods.tea.certificates.get().number + "/")
    )
    market.goods.tea.certificates.update(state="revoked", revoked_on="2026-11-22")
    assert "The page cache was not told of a change" in caplog.text
