"""All ways in. Somebody comes with a few facts, answers one question a page, and leaves with one dated plan.

Nothing is kept on the server: the answers travel in a sealed, short-lived cookie of the browser.
"""
