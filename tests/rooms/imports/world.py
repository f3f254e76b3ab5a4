"""Pavel's two tables: two towns, three places, one day."""

from datetime import date
from pathlib import Path

DEMO = Path(__file__).parents[3] / "chapters" / "demo"
TODAY = date(2026, 11, 22)

HEADING = (
    "code,kind,region,name_ru,name_en,place_ru,phone_1,phone_1_for_ru,"
    "parcels_days,parcels_hours,parcels_wants_ru\n"
)
SIZO = (
    "sizo-1,remand,RU-MOW,Следственный изолятор № 1,Remand Prison No. 1,Соснов,+7 000 000-00-01,справочная,"
    "пн-пт,9:00-12:00,ваш паспорт|список вещей\n"
)
CARDS = (
    HEADING
    + SIZO
    + """\
op-1,police,RU-MOW,Отдел полиции № 1,Police Station No. 1,Берёзов,+7 000 000-00-02,дежурная часть,,,
ik-1,colony,RU-MO,Исправительная колония № 1,Colony No. 1,Липовый Яр,,,,,
"""
)
FACTS = """\
facility,key,nature,topic,text_ru,text_en,norms,last_confirmed_on,confirmed_by_n
sizo-1,weight,rule,parcels,Не больше 30 кг в месяц.,No more than 30 kg a month.,SIZ-3,2026-10-01,2
sizo-1,queue,practice,queue,Список пишут с 7 утра.,The list is written from 7.,,2025-09-15,3
"""
