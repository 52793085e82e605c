"""Our own pages for what went wrong, in both languages."""

import pytest
from django.test import RequestFactory

from marketplace.errors import server_error


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/khong-co/", "/en/khong-co/", "/catalogue/gi_999999/", "/tinh/xyz/", "/vung/xyz/"]
)
def test_an_unknown_address_is_answered_with_a_search_box(client, address):
    response = client.get(address)
    page = response.content.decode()
    assert response.status_code == 404
    assert 'id="search-404"' in page
    english = address.startswith("/en/")
    assert ("There is no such page" if english else "Không có trang này") in page


def test_the_page_of_our_own_failure_needs_no_database():
    """No database is allowed here, as it may be what is broken."""
    response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Giỏ hàng của bạn vẫn còn nguyên" in response.content.decode()
