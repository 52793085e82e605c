"""The tree of 26/2026/QĐ-TTg Annex I."""

import pytest

from catalogue.certification.classification import GROUPS, iterate_paths, path_of_set


def test_there_are_six_groups_seventeen_classes_and_every_set_once():
    classes = [product_class for group in GROUPS for product_class in group.classes]
    numbers = [path.product_set.number for path in iterate_paths()]
    assert [group.code for group in GROUPS] == [
        "food",
        "beverage",
        "herbal",
        "handicraft",
        "ornamental",
        "tourism",
    ]
    assert len(classes) == 17
    assert numbers == list(range(1, 27))


def test_slugs_and_codes_are_unique_within_each_level():
    groups = [group.slug for group in GROUPS]
    classes = [c.slug for group in GROUPS for c in group.classes]
    sets = [path.product_set.slug for path in iterate_paths()]
    codes = [c.code for group in GROUPS for c in group.classes]
    assert len(set(groups)) == 6
    assert len(set(classes)) == 17
    assert len(set(sets)) == 26
    assert len(set(codes)) == 17


@pytest.mark.parametrize(
    ("number", "group", "class_code"),
    [
        (5, "food", "I.3"),
        (11, "food", "I.5"),
        (13, "food", "I.6"),
        (14, "beverage", "II.1"),
        (17, "beverage", "II.2"),
        (19, "herbal", "III.2"),
        (22, "handicraft", "IV.2"),
        (25, "ornamental", "V.3"),
        (26, "tourism", "VI.1"),
    ],
)
def test_a_set_is_found_in_its_group_and_class(number, group, class_code):
    path = path_of_set(number)
    assert (path.group.code, path.product_class.code) == (group, class_code)
    assert path.product_set.code == f"{number:02d}"


@pytest.mark.parametrize("number", [0, 27, -1])
def test_a_number_outside_the_annex_is_a_key_error(number):
    with pytest.raises(KeyError):
        path_of_set(number)
