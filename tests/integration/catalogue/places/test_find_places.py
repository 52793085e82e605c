"""Finding places by address and by what somebody typed."""

from collections.abc import Callable

import pytest

from catalogue.places.exceptions import (
    CommuneAmbiguous,
    CommuneUnknown,
    PlaceMoved,
    PlaceUnknown,
)
from catalogue.places.models import Commune, Province
from catalogue.places.queries import (
    communes_of,
    find_commune,
    former_names,
    places_matching,
    province_for_slug,
    province_named,
    provinces_by_region,
)

pytestmark = pytest.mark.usefixtures("places")


def test_regions_come_in_order_with_their_provinces_in_two_queries(
    django_assert_num_queries: Callable,
) -> None:
    with django_assert_num_queries(2):
        regions = [
            (region.slug, [province.name for province in provinces])
            for region, provinces in provinces_by_region()
        ]
    assert [slug for slug, _ in regions] == [
        "trung-du-va-mien-nui-phia-bac",
        "dong-bang-song-hong",
        "bac-trung-bo",
        "duyen-hai-nam-trung-bo-va-tay-nguyen",
        "dong-nam-bo",
        "dong-bang-song-cuu-long",
    ]
    assert regions[4][1] == ["Đồng Nai", "TP. Hồ Chí Minh", "Tây Ninh"]


@pytest.mark.parametrize("slug", ["hai-phong", "quang-tri", "ho-chi-minh", "son-la"])
def test_a_slug_of_today_is_todays_even_if_it_is_an_old_one_too(slug: str) -> None:
    assert province_for_slug(slug).slug == slug


@pytest.mark.parametrize(
    ("slug", "today"),
    [
        ("hai-duong", "hai-phong"),
        ("thua-thien-hue", "hue"),
        ("ba-ria-vung-tau", "ho-chi-minh"),
        ("dak-nong", "lam-dong"),
        ("moc-chau", "son-la"),
        ("huyen-moc-chau", "son-la"),
        ("thanh-pho-da-lat", "lam-dong"),
    ],
)
def test_an_old_slug_leads_to_todays_province(slug: str, today: str) -> None:
    with pytest.raises(PlaceMoved) as moved:
        province_for_slug(slug)
    assert moved.value.province.slug == today


@pytest.mark.parametrize("slug", ["atlantis", "chau-thanh"])
def test_a_slug_of_nobody_or_of_districts_in_several_provinces_is_unknown(slug: str) -> None:
    with pytest.raises(PlaceUnknown):
        province_for_slug(slug)


@pytest.mark.parametrize(
    ("text", "today", "old"),
    [
        ("Tỉnh Sơn La", "Sơn La", None),
        ("TP.HCM", "TP. Hồ Chí Minh", None),
        ("Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", None),
        ("hai duong", "Hải Phòng", "Hải Dương"),
        ("Bà Rịa-Vũng Tàu", "TP. Hồ Chí Minh", "Bà Rịa - Vũng Tàu"),
        ("Tỉnh Thừa Thiên - Huế", "Huế", "Thừa Thiên Huế"),
    ],
)
def test_a_province_is_known_by_any_of_its_names(text: str, today: str, old: str | None) -> None:
    province, old_province = province_named(text)
    assert (province.name, old_province and old_province.name) == (today, old)


@pytest.mark.parametrize("text", ["", "Atlantis"])
def test_a_province_nobody_knows_is_refused(text: str) -> None:
    with pytest.raises(PlaceUnknown):
        province_named(text)


def test_communes_of_a_province_come_by_name() -> None:
    names = [commune.name for commune in communes_of(Province.objects.get(slug="lai-chau"))]
    assert len(names) == 38
    assert names[:3] == ["Bản Bo", "Bình Lư", "Bum Nưa"]


@pytest.mark.parametrize(
    ("text", "province", "code"),
    [
        ("Xã Tân Lập", "tay-ninh", "25489"),
        ("tan lap", "tay-ninh", "25489"),
        ("  TÂN LẬP ", "tay-ninh", "25489"),
        ("Ta\u0302n La\u0323\u0302p", "tay-ninh", "25489"),
        ("Xa Dung", "dien-bien", "03208"),
        ("Xã Xa Dung", "dien-bien", "03208"),
        ("Hoà Bình", "phu-tho", "04795"),
        ("ea h’leo", "dak-lak", "24184"),
        ("1 bao loc", "lam-dong", "24823"),
        ("Đặc khu Hoàng Sa", "da-nang", "20333"),
        ("truong sa", "khanh-hoa", "22736"),
        ("P. Bến Nghé", "ho-chi-minh", "26740"),
        ("phường 12, Gò Vấp", "ho-chi-minh", "26882"),
        ("P12, Q. Gò Vấp", "ho-chi-minh", "26882"),
        ("TT Na Sầm", "lang-son", "06124"),
        ("Xã Tân Lập", "son-la", "03997"),
        ("Xã Nhơn Trạch", "dong-nai", "26485"),
        ("Phường Nhơn Trạch", "dong-nai", "26485"),
    ],
)
def test_a_commune_is_found_by_what_people_type(text: str, province: str, code: str) -> None:
    assert find_commune(text, Province.objects.get(slug=province)).code == code


def test_every_commune_is_found_by_its_own_full_name() -> None:
    lost = []
    for province in Province.objects.filter(slug__in=["dien-bien", "lam-dong", "hai-phong"]):
        for commune in communes_of(province):
            if find_commune(commune.full_name, province) != commune:
                lost.append(commune.full_name)
    assert lost == []


def test_full_names_without_accents_lead_to_their_commune_or_ask() -> None:
    """Namesakes of one province differ by kind or accents only; the answer never is another."""
    province = Province.objects.get(slug="thanh-hoa")
    by_folded: dict[tuple[str, str], set[Commune]] = {}
    for commune in communes_of(province):
        by_folded.setdefault((commune.kind, commune.folded), set()).add(commune)
    for (kind, folded), communes in by_folded.items():
        text = f"{kind.replace('_', ' ')} {folded}"
        if len(communes) == 1:
            assert {find_commune(text, province)} == communes
        else:
            with pytest.raises(CommuneAmbiguous) as ambiguous:
                find_commune(text, province)
            assert set(ambiguous.value.candidates) == communes


def test_a_divided_old_commune_asks_which() -> None:
    with pytest.raises(CommuneAmbiguous) as ambiguous:
        find_commune("thị trấn Mộc Châu", Province.objects.get(slug="son-la"))
    assert [str(commune) for commune in ambiguous.value.candidates] == [
        "Phường Mộc Châu",
        "Phường Mộc Sơn",
    ]


@pytest.mark.parametrize("text", ["", "   ", ",", "Xã Không Có", "Bến Nghé"])
def test_a_commune_the_province_never_had_is_refused_with_the_text(text: str) -> None:
    with pytest.raises(CommuneUnknown) as unknown:
        find_commune(text, Province.objects.get(slug="son-la"))
    assert unknown.value.text == text


def test_former_names_are_those_of_the_merged_provinces() -> None:
    assert former_names(Province.objects.get(slug="hai-phong")) == ["Hải Dương"]
    assert former_names(Province.objects.get(slug="lam-dong")) == ["Bình Thuận", "Đắk Nông"]
    assert former_names(Province.objects.get(slug="son-la")) == []
    assert former_names(Province.objects.get(slug="quang-ninh")) == []


def test_suggestions_begin_with_provinces_then_old_ones() -> None:
    matches = places_matching("hai d", limit=3)
    assert (matches[0].kind, matches[0].label, matches[0].province.name) == (
        "old_province",
        "Hải Dương",
        "Hải Phòng",
    )
    assert matches[1].kind == "commune"
    assert [m.label for m in places_matching("TP Hồ Chí", limit=1)] == ["Thành phố Hồ Chí Minh"]


def test_suggestions_know_old_districts_and_communes() -> None:
    found = {(m.kind, m.label) for m in places_matching("mộc ch")}
    assert found == {
        ("commune", "Phường Mộc Châu"),
        ("old_district", "Thị xã Mộc Châu"),
        ("old_commune", "Thị trấn Mộc Châu, Thị xã Mộc Châu"),
    }


@pytest.mark.parametrize("text", ["", " ", "qwx"])
def test_nothing_typed_or_known_suggests_nothing(text: str) -> None:
    assert places_matching(text) == []


def test_suggesting_takes_at_most_seven_queries(django_assert_max_num_queries: Callable) -> None:
    with django_assert_max_num_queries(7):
        places_matching("mộc ch")
