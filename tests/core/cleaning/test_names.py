"""A file name is safe to show and to keep on any device."""

import pytest

from peredacha.core.cleaning.names import clean_name


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Решение суда.PDF", "Решение суда.pdf"),
        ("/etc/passwd", "passwd.pdf"),
        ("C:\\Users\\Vera\\scan.pdf", "scan.pdf"),
        ("scan\0\r\n.pdf.exe", "scan.pdf"),
        ("exe\u202efdp.pdf", "exefdp.pdf"),
        ("от 12.05.2026.pdf", "от 12.05.2026.pdf"),
        ("Й.pdf", "Й.pdf"),
        ('a<b>:"c|?*.pdf', "a_b___c___.pdf"),
        ("..", "file.pdf"),
        ("", "file.pdf"),
        ("  .hidden  .pdf", "hidden.pdf"),
        ("я" * 300 + ".pdf", "я" * 76 + ".pdf"),
    ],
)
def test_a_name_is_made_safe_and_ends_by_its_kind(name: str, clean: str) -> None:
    assert clean_name(name, "application/pdf") == clean
