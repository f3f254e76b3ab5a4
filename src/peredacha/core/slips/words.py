"""The Russian words of slips that leave the house: what a window and a post office expect to read."""

from collections.abc import Mapping
from types import MappingProxyType

from peredacha.core.slips.contents import Column, Signature
from peredacha.core.slips.values import What

LABEL: Mapping[What, str] = MappingProxyType(
    {"window": "ПЕРЕДАЧА", "parcel": "ПОСЫЛКА", "packet": "БАНДЕРОЛЬ"}
)
LIST: Mapping[What, str] = MappingProxyType(
    {
        "window": "Опись передачи",
        "parcel": "Опись вложения в посылку",
        "packet": "Опись вложения в бандероль",
    }
)
REQUEST = "Заявление"
ASKS: Mapping[What, str] = MappingProxyType(
    {
        "window": "Прошу принять передачу по этому списку.",
        "parcel": "Прошу принять посылку по этому списку.",
        "packet": "Прошу принять бандероль по этому списку.",
    }
)
COLUMN: Mapping[Column, str] = MappingProxyType(
    {"number": "№", "name": "Наименование", "pieces": "Кол-во, шт.", "weight": "Вес, кг"}
)
SIGNS: Mapping[Signature, str] = MappingProxyType(
    {"sender": "Отправитель", "officer": "Принявший сотрудник", "prisoner": "Получатель"}
)
TO, PLACE, SENDER, DAY, INDEX = "Кому", "Куда", "От кого", "Дата", "Индекс"
EMPTY_DAY = "«____» ______________ 20____ г."
PASSPORT = "Паспорт"
TOTAL, WITH_BOX = "Всего", "Вес с упаковкой"
UNDER_LINE, UNDER_DAY = "подпись, фамилия", "дата"
COPY, LEAF, PART = "Экземпляр {n} из {of}", "лист", "Место {n} из {of}"
KEEP = "Отрежьте и оставьте себе: по этому коду открывается следующий шаг."
LETTER, REPLY, LEAVES = "Письмо № {n}", "Ответ на письмо № {n}", "Листов внутри: {n}"
BACK = "Ответ можно послать сюда:"
HOW = "Отметьте крестиком или допишите. Можно ответить только на часть вопросов."
OVERLEAF = (
    "Своими словами можно написать на обороте. Номер и код сверху не отрезайте: по ним ответ найдёт дорогу."
)
OF = "из"
