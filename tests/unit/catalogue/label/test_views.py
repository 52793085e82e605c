"""Labels over HTTP: kept for ever, harmless, and never asking the database."""

import pytest
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve

from catalogue.label import urls
from catalogue.label.addresses import DIGEST, art_url, edge_url
from catalogue.label.choose import LabelSpec
from catalogue.label.inks import Area

SQUID = LabelSpec(Area.SH, 0, "tray", "squid", 0x3F)


def get(address: str, method: str = "get", **headers: str):
    found = resolve(address, urlconf=urls.__name__)
    request = getattr(RequestFactory(), method)(address, headers=headers)
    return found.func(request, *found.args, **found.kwargs)


def test_addresses_hold_the_digest_of_the_generator():
    assert len(DIGEST) == 8
    assert int(DIGEST, 16) >= 0
    assert art_url(SQUID) == f"/label/{DIGEST}/SH0/tray/squid/3f.svg"
    assert edge_url(Area.CL, 1) == f"/label/{DIGEST}/edge/CL1.svg"


@pytest.mark.parametrize("address", [art_url(SQUID), edge_url(Area.CL, 1)])
def test_a_label_is_an_svg_kept_for_ever(address):
    response = get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert response["ETag"] == f'"{DIGEST}"'
    assert response.content.startswith(b"<svg ")


def test_what_the_browser_already_has_is_not_sent_again():
    response = get(art_url(SQUID), **{"If-None-Match": f'"{DIGEST}"'})
    assert response.status_code == 304
    assert response.content == b""
    assert response["ETag"] == f'"{DIGEST}"'


def test_an_address_of_an_older_generator_leads_to_todays():
    old = "00000000" if DIGEST != "00000000" else "11111111"
    response = get(f"/label/{old}/SH0/tray/squid/3f.svg")
    assert response.status_code == 302
    assert response["Location"] == art_url(SQUID)
    response = get(f"/label/{old}/edge/CL1.svg")
    assert (response.status_code, response["Location"]) == (302, edge_url(Area.CL, 1))


@pytest.mark.parametrize(
    "rest",
    [
        "SH0/tray/unicorn/00.svg",
        "SH0/tray/squid/ff.svg",
        "SH9/tray/squid/00.svg",
        "SH0/tray/floating-market/00.svg",
        "../../etc/passwd",
        "SH0/tray/squid/00.svg/",
        "<script>.svg",
        "edge/XX0.svg",
        "edge/SH2.svg",
        "edge/SH0.png",
        "edge/../SH0.svg",
        "",
        "a" * 500,
    ],
)
def test_anything_unknown_is_not_found(rest):
    with pytest.raises(Http404):
        get(f"/label/{DIGEST}/{rest}")


@pytest.mark.parametrize("digest", ["", "xyz", "0" * 7, "0" * 9, "GGGGGGGG"])
def test_an_address_without_a_digest_is_not_found(digest):
    with pytest.raises(Http404):
        get(f"/label/{digest}/SH0/tray/squid/3f.svg")


def test_a_label_cannot_be_posted_to():
    assert get(art_url(SQUID), "post").status_code == 405
