"""The small world of these tests: two towns, three places, one day."""

from dataclasses import replace
from datetime import date

from peredacha.rooms.facilities.services import CardDraft, FactDraft, PhoneDraft, WindowDraft

TODAY = date(2026, 11, 22)
CHAPTER = "sosnov"

SIZO = CardDraft(
    code="sizo-1",
    kind="remand",
    region="RU-MOW",
    name_ru="Следственный изолятор № 1",
    name_en="Remand Prison No. 1",
    place_ru="Соснов",
    phones=(PhoneDraft(1, "+7 000 000-00-01", "справочная"),),
    windows=(WindowDraft("parcels", "12345", "09:00-12:00", wants_ru="ваш паспорт\nсписок вещей"),),
)
POLICE = CardDraft(
    code="op-1",
    kind="police",
    region="RU-MOW",
    name_ru="Отдел полиции № 1",
    name_en="Police Station No. 1",
    place_ru="Берёзов",
    phones=(PhoneDraft(1, "+7 000 000-00-02", "дежурная часть"),),
)
COLONY = CardDraft(
    code="ik-1",
    kind="colony",
    region="RU-MO",
    name_ru="Исправительная колония № 1",
    name_en="Colony No. 1",
    place_ru="Липовый Яр",
)
CARDS = (SIZO, POLICE, COLONY)
MANY_STATIONS = tuple(replace(POLICE, code=f"op-{n}0", name_ru=f"Отдел {n}", phones=()) for n in range(60))

RULE = FactDraft(
    facility="sizo-1",
    key="weight",
    nature="rule",
    topic="parcels",
    text_ru="Не больше 30 кг в месяц.",
    text_en="No more than 30 kg a month.",
    norms="SIZ-3",
    last_confirmed_on=date(2026, 10, 1),
    confirmed_by_n=2,
)
PRACTICE = FactDraft(
    facility="sizo-1",
    key="queue",
    nature="practice",
    topic="queue",
    text_ru="Список пишут с 7 утра.",
    text_en="The list is written from 7.",
    last_confirmed_on=date(2025, 9, 15),
    confirmed_by_n=3,
)
FACTS = (RULE, PRACTICE)
