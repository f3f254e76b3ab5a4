"""The words that stand on the paper itself, in the language of the court and not of the reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Words:
    """Headings, columns and stamps; ``{n}`` is the number of a leaf, ``{exhibit}`` that of a document."""

    language: str
    file_title: str
    """The title in the properties of the PDF; it names nobody."""
    contents: str
    exhibits: str
    number: str
    document: str
    section: str
    leaves: str
    loose: str
    """Stands for pages that belong to no document."""
    chronology: str
    when: str
    what: str
    contradictions: str
    one_says: str
    other_says: str
    sources: str
    leaf: str
    source: str
    received: str
    digest: str
    stamp: str
    exhibit_stamp: str
    not_opened: str
    """Stands on the page that could not be opened."""
    sections: Mapping[str, str] = field(default_factory=dict)
    """The titles of the parts of a biography, by ``Section.value``."""


RUSSIAN = Words(
    language="ru",
    file_title="Материалы",
    contents="Содержание",
    exhibits="Опись документов",
    number="№",
    document="Документ",
    section="Раздел",
    leaves="Листы",
    loose="Другие листы",
    chronology="Хронология",
    when="Когда",
    what="Что произошло",
    contradictions="Противоречия",
    one_says="Одно утверждение",
    other_says="Другое утверждение",
    sources="Откуда получены листы",
    leaf="Л.",
    source="Источник",
    received="Получен",
    digest="SHA-256 полученного файла",
    stamp="л. {n}",
    exhibit_stamp="Приложение {exhibit}, л. {n}",
    not_opened="Этот лист не удалось открыть.",
    sections={
        "family": "Семья",
        "work": "Работа и учёба",
        "health": "Здоровье",
        "letters": "Письма в поддержку",
        "photos": "Фотографии",
    },
)
