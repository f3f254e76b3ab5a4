"""The words of days and hours in Russian and in English, by their beginnings."""

MONTHS = (
    ("янв", "jan"),
    ("фев", "feb"),
    ("мар", "mar"),
    ("апр", "apr"),
    ("мая", "май", "мае", "may"),
    ("июн", "jun"),
    ("июл", "jul"),
    ("авг", "aug"),
    ("сен", "sep"),
    ("окт", "oct"),
    ("ноя", "nov"),
    ("дек", "dec"),
)
WEEKDAYS = (
    ("пн", "понедельник", "mon", "monday"),
    ("вт", "вторник", "tue", "tues", "tuesday"),
    ("ср", "среда", "среду", "wed", "wednesday"),
    ("чт", "четверг", "thu", "thur", "thurs", "thursday"),
    ("пт", "пятница", "пятницу", "fri", "friday"),
    ("сб", "суббота", "субботу", "sat", "saturday"),
    ("вс", "воскресенье", "sun", "sunday"),
)
DAYS_AHEAD = {
    "сегодня": 0,
    "завтра": 1,
    "послезавтра": 2,
    "today": 0,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
    "tomorrow": 1,
}
COUNTS = {
    **{"один": 1, "одну": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6},
    **{"семь": 7, "восемь": 8, "девять": 9, "десять": 10},
    **{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7},
    **{"eight": 8, "nine": 9, "ten": 10},
}
DAY, WEEK, MONTH = r"дн(?:я|ей)|день|days?", r"недел\w*|weeks?", r"месяц\w*|months?"
FILLERS = frozenset(
    (
        *("в", "во", "на", "к", "и", "суд", "суда", "заседание", "перенесли", "перенесено", "следующее"),
        *(
            "будет",
            "число",
            "числа",
            "года",
            "год",
            "г",
            "часов",
            "часа",
            "час",
            "ч",
            "утра",
            "дня",
            "вечера",
        ),
        *("ночи", "at", "on", "the", "of", "court", "hearing", "is", "in", "next", "and", "o'clock"),
    )
)
"""Words that say nothing more beside a day and an hour."""

GENITIVE = {
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
