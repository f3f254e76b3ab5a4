"""What the room does: suggests, confirms, hands over, lets rest."""

from peredacha.rooms.mentoring.services.crossing import (
    CrossOffer,
    CrossPage,
    CrossPair,
    answer_cross_help,
    cross_page,
    offer_cross_help,
    settle_cross_help,
)
from peredacha.rooms.mentoring.services.families import family_of
from peredacha.rooms.mentoring.services.handing_over import (
    Leaving,
    begin_hand_over,
    family_agrees,
    family_disagrees,
    name_next,
    share_notes,
    stay_after_all,
    to_hand_over,
)
from peredacha.rooms.mentoring.services.matches import CROSS
from peredacha.rooms.mentoring.services.proposing import (
    ChapterProposal,
    confirm_lines,
    propose_chapter,
)
from peredacha.rooms.mentoring.services.resting import pause, resume
from peredacha.rooms.mentoring.services.standing import accept, confirm, decline, decline_by_family, end_match
from peredacha.rooms.mentoring.services.suggesting import Proposal, Suggested, choose, suggest_for
from peredacha.rooms.mentoring.services.summing_up import (
    FamilyPart,
    HelperPart,
    Summary,
    family_part,
    helper_part,
    summary_for,
)
from peredacha.rooms.mentoring.services.telling import NotNow

__all__ = [
    "CROSS",
    "ChapterProposal",
    "CrossOffer",
    "CrossPage",
    "CrossPair",
    "FamilyPart",
    "HelperPart",
    "Leaving",
    "NotNow",
    "Proposal",
    "Suggested",
    "Summary",
    "accept",
    "answer_cross_help",
    "begin_hand_over",
    "choose",
    "confirm",
    "confirm_lines",
    "cross_page",
    "decline",
    "decline_by_family",
    "end_match",
    "family_agrees",
    "family_disagrees",
    "family_of",
    "family_part",
    "helper_part",
    "name_next",
    "offer_cross_help",
    "pause",
    "propose_chapter",
    "resume",
    "settle_cross_help",
    "share_notes",
    "stay_after_all",
    "suggest_for",
    "summary_for",
    "to_hand_over",
]
