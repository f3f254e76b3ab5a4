"""People: helpers, their roles with end dates, their keys, and the door through which they come in.

Who comes in: a helper with a login name, a passphrase and a second factor; a helper who locks the own account, or
comes back with printed words.
What they bring: what only they know and hold.
What they leave with: an open visit that lives in their browser's cookie alone; the keys to what was sealed
for them; or one sentence that tells a stranger nothing.
"""
