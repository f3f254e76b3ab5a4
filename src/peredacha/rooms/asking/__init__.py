"""Asking for a person. A relative says what would help, one question a page, and leaves with eight words to come back.

Nothing is kept on the server before the last page: until then the answers travel in the browser's sealed cookie.
"""
