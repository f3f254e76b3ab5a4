"""The sentences that a binder says; each tells what to do."""

from peredacha.core.language import phrase

GONE = phrase("This page is no longer in the binder. Open the list once more and choose again.")
NO_PAGES = phrase("Choose at least one page.")
EVENT_BARE = phrase("This event names no page. Name the page that shows it.")
EVENT_GONE = phrase("This event names a page that is no longer in the binder. Choose its page once more.")
EVENT_BACKWARD = phrase("This event ends before it begins. Check both days.")
EXHIBIT_BARE = phrase("This document has no page. Choose its pages.")
EXHIBIT_GONE = phrase(
    "This document names a page that is no longer in the binder. Choose its pages once more."
)
STATEMENT_BARE = phrase("Each of the two statements needs the page where it stands.")
STATEMENT_GONE = phrase(
    "This contradiction names a page that is no longer in the binder. Choose its pages once more."
)
