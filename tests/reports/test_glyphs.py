"""What the shipped fonts draw."""

import pytest

from reports.glyphs import FONTS, cmap, drawable, drawable_tree


@pytest.mark.parametrize("font", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.name)
def test_every_font_draws_the_signs_of_our_languages(font):
    wanted = "aéèêëïôùçœŒæ’«»–…€ßÄñ¿ł0123456789 \u00a0\u202f"

    assert [c for c in wanted if ord(c) not in cmap(font.read_bytes())] == []


def test_a_font_without_characters_draws_nothing():
    assert cmap(b"\x00\x01\x00\x00\x00\x00" + bytes(6)) == frozenset()


def test_long_words_may_break_and_addresses_stay_whole():
    assert "\u200b" in drawable("x" * 100)
    address = "https://example.org/" + "page-" * 30 + "?iframe=1"
    assert drawable(address) == address


def test_what_no_line_holds_breaks_even_in_an_address_and_the_link_stays_whole():
    address = "https://example.org/" + "x" * 100
    shown = drawable_tree({"text": address, "url": address})

    assert "\u200b" in shown["text"]
    assert shown["url"] == address


def test_line_breaks_stay_and_other_controls_go():
    assert drawable("é\r\nb\tc\x00\x1bd\u2028e") == "é\nb cd\ne"


def test_texts_inside_lists_and_dictionaries_are_treated_too():
    assert drawable_tree({"a": ["🚀", {"b": "日"}], "n": 1}) == {"a": ["□", {"b": "□"}], "n": 1}
