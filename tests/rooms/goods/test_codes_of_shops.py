"""A scanner types thirteen figures; one of them may be wrong."""

from peredacha.rooms.goods.selectors import code_of, looks_like_code


def test_codes_of_shops_are_read_with_their_check_figure() -> None:
    assert code_of("4 006381 333931") == "4006381333931"
    assert code_of("96385074") == "96385074"
    assert code_of("036000291452") == "0036000291452"
    for wrong in ("4006381333932", "96385075", "123", "чай", "", "٤٠٠٦٣٨١٣٣٣٩٣١"):
        assert code_of(wrong) == ""
    assert looks_like_code("4006381333932") and not looks_like_code("чай 100")
