"""Cases of a kind: how people who went through it call them, and which articles they count to them."""

from peredacha.jurisdictions.load import pack

RU = pack("ru")


def test_an_article_finds_its_group_with_and_without_its_part():
    assert RU.groups_of(["228.1/3"]) == RU.groups_of(["228.1"]) == {"drugs"}
    assert RU.groups_of(["318/1", "228"]) == {"protest", "drugs"}


def test_a_number_that_only_begins_alike_is_in_no_group():
    assert RU.groups_of(["22", "2281", "", "318.9"]) == frozenset()


def test_every_land_has_its_own_groups():
    assert pack("example").groups_of(["7.1"]) == {"fishing"}
    assert pack("example").groups_of(["228.1"]) == frozenset()


def test_no_article_stands_in_two_groups_of_russia_and_every_group_has_one():
    numbers = [number for group in RU.groups for number in group.articles]

    assert len(RU.groups) == 11 and all(group.articles for group in RU.groups)
    assert len(numbers) == len(set(numbers))
