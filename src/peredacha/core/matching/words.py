"""The sentences of matching that need a table; the others stand beside the rule that says them."""

from collections.abc import Callable, Mapping

from peredacha.core.language import Phrase, phrase, plural_phrase
from peredacha.core.matching.values import Wished

GRANTED: Mapping[Wished, Phrase] = {
    Wished.WOMAN: phrase("A woman, as the family wished."),
    Wished.MAN: phrase("A man, as the family wished."),
    Wished.OTHER_TOWN: phrase("From another town, as the family wished."),
    Wished.WAS_INSIDE: phrase("Was inside, as the family wished."),
    Wished.WAITED_OUTSIDE: phrase("Waited outside, as the family wished."),
}
DENIED: Mapping[Wished, Phrase] = {
    Wished.WOMAN: phrase("The family needs a woman."),
    Wished.MAN: phrase("The family needs a man."),
    Wished.OTHER_TOWN: phrase("The family needs somebody from another town."),
    Wished.WAS_INSIDE: phrase("The family needs somebody who was inside."),
    Wished.WAITED_OUTSIDE: phrase("The family needs somebody who waited outside."),
}
UNKNOWN: Mapping[Wished, Phrase] = {
    Wished.WOMAN: phrase("The family wishes for a woman, and the helper has not said: ask."),
    Wished.MAN: phrase("The family wishes for a man, and the helper has not said: ask."),
    Wished.OTHER_TOWN: phrase("The family wishes for another town, and one of the towns is not known: ask."),
    Wished.WAS_INSIDE: phrase(
        "The family wishes for somebody who was inside, and the helper has not said: ask."
    ),
    Wished.WAITED_OUTSIDE: phrase(
        "The family wishes for somebody who waited outside, and the helper has not said: ask."
    ),
}
SET_ASIDE: Mapping[Wished, Phrase] = {
    Wished.WOMAN: phrase("Set aside: the wish for a woman. Ask the family first."),
    Wished.MAN: phrase("Set aside: the wish for a man. Ask the family first."),
    Wished.OTHER_TOWN: phrase("Set aside: the wish for another town. Ask the family first."),
    Wished.WAS_INSIDE: phrase("Set aside: the wish for somebody who was inside. Ask the family first."),
    Wished.WAITED_OUTSIDE: phrase(
        "Set aside: the wish for somebody who waited outside. Ask the family first."
    ),
}
INTERPRETER = phrase("Set aside: a common language. Somebody has to interpret.")
ONE_MORE = phrase(
    "Set aside: the number of families. It would be one more than agreed, so ask the helper first."
)

SHARED: Mapping[str, Phrase] = {
    "stage": phrase("Has been through the same stage."),
    "topic": phrase("Knows from life the very thing that worries the family."),
    "regime": phrase("Knows the same regime."),
    "region": phrase("Knows the courts and offices of the same region."),
    "language": phrase("They have a common language."),
    "group": phrase("Knows charges of the same kind."),
    "part": phrase("Even the part of the article is the same."),
}

KIN: Mapping[str, Phrase] = {
    "parent": phrase("Knows what it is when a child is taken."),
    "spouse": phrase("Knows what it is when a husband or wife is taken."),
    "partner": phrase("Knows what it is when a partner is taken."),
    "child": phrase("Knows what it is when a mother or father is taken."),
    "sibling": phrase("Knows what it is when a brother or sister is taken."),
    "friend": phrase("Knows what it is when a friend is taken."),
    "self": phrase("It happened to the helper too."),
}
SAME_KIN = phrase("Knows what it is when somebody so close is taken.")

WHO: Mapping[str, Phrase] = {
    "parent": phrase("a child"),
    "spouse": phrase("the husband or wife"),
    "partner": phrase("the partner"),
    "child": phrase("the mother or father"),
    "sibling": phrase("a brother or sister"),
    "friend": phrase("a friend"),
}

COUNTED: Mapping[str, Callable[[int], Phrase]] = {
    "excluded": lambda count: plural_phrase(
        "{count} helper was declined by the family.", "{count} helpers were declined by the family.", count
    ),
    "conflict": lambda count: plural_phrase(
        "{count} helper is tied to the same case.", "{count} helpers are tied to the same case.", count
    ),
    "never": lambda count: plural_phrase(
        "{count} helper never wants to meet this subject again.",
        "{count} helpers never want to meet this subject again.",
        count,
    ),
    "paused": lambda count: plural_phrase(
        "{count} helper has paused.", "{count} helpers have paused.", count
    ),
    "language": lambda count: plural_phrase(
        "{count} helper has no common language with the family.",
        "{count} helpers have no common language with the family.",
        count,
    ),
    "wish": lambda count: plural_phrase(
        "{count} helper is not whom the family asked for.",
        "{count} helpers are not whom the family asked for.",
        count,
    ),
    "capacity": lambda count: plural_phrase(
        "{count} helper has no free place.", "{count} helpers have no free place.", count
    ),
}
