import re

from marketplace.order.numbers import ALPHABET, new_number, part_number


def test_a_number_is_two_groups_of_four_without_look_alikes():
    numbers = {new_number() for _ in range(500)}
    assert len(numbers) == 500
    assert all(re.fullmatch(rf"OC-[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", item) for item in numbers)
    assert not set(ALPHABET) & set("0O1IL5S8BU")


def test_a_part_counts_from_one():
    assert part_number("OC-7K3M-9QTX", 2) == "OC-7K3M-9QTX-2"
