"""The words of the chain: where a parcel stands, what is next, and the buttons of its steps."""

from collections.abc import Mapping

from peredacha.core.language import Phrase, phrase

STATES: Mapping[str, Phrase] = {
    "asked": phrase("Asked for"),
    "agreed": phrase("There is a yes"),
    "placed": phrase("The place is known"),
    "planned": phrase("The day is set"),
    "packed": phrase("Packed"),
    "handed": phrase("Handed in at the window"),
    "posted": phrase("Posted"),
    "delivered": phrase("It reached him"),
    "refused": phrase("The window refused it"),
    "returned": phrase("It came back"),
    "lost": phrase("It is lost"),
    "declined": phrase("He does not want it"),
    "called_off": phrase("Called off"),
}
NEXT: Mapping[str, Phrase] = {
    "asked": phrase("Ask him whether he wants it. His own word goes before the family's."),
    "agreed": phrase("Make sure where he is now."),
    "placed": phrase("See what is left this year, and set the day."),
    "planned": phrase("Pack the box."),
    "packed": phrase("Hand it in at the window, or post it."),
    "handed": phrase("Ask whether it reached him."),
    "posted": phrase("See whether it arrived: by its number, by a call, by his letter."),
    "refused": phrase("Pack it anew without what was refused, or leave it."),
    "returned": phrase("Find out why, then pack it anew, or leave it."),
}
"""By state, what is next for whoever carries."""
FAMILY_NEXT: Mapping[str, Phrase] = {
    "asked": phrase("We ask him whether he wants it. If you know his answer, tell us."),
    "agreed": phrase("We make sure where he is now."),
    "placed": phrase("We look what is left this year, and set the day."),
    "planned": phrase("We pack the box."),
    "packed": phrase("We carry it to the window, or to the post."),
    "handed": phrase("We wait for word that it reached him. If you hear first, tell us."),
    "posted": phrase("It is on its way. If you hear that it arrived, tell us."),
    "refused": phrase("We pack it anew without what was refused. You can complain about the refusal."),
    "returned": phrase("We find out why, then pack it anew."),
}
ACTS: Mapping[str, Phrase] = {
    "agreed": phrase("There is a yes"),
    "placed": phrase("The place is confirmed"),
    "planned": phrase("Set the day"),
    "packed": phrase("Pack the box"),
    "handed": phrase("It is handed in"),
    "posted": phrase("It is posted"),
    "delivered": phrase("It reached him"),
    "thing": phrase("One thing was refused"),
    "refused": phrase("All of it was refused"),
    "returned": phrase("It came back"),
    "lost": phrase("It is lost"),
    "declined": phrase("He does not want it"),
    "called_off": phrase("Call it off"),
    "elsewhere": phrase("He is not there any more"),
    "stayed": phrase("It stayed there"),
    "undone": phrase("Taken back: that was a mistake"),
}
MAIN = {
    "asked": "agreed",
    "agreed": "placed",
    "placed": "planned",
    "planned": "packed",
    "handed": "delivered",
    "posted": "delivered",
    "refused": "planned",
    "returned": "planned",
}
"""By state, the step that is next."""
