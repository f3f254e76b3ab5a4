"""Cautions: before a complaint or publicity, three questions about the person inside; and what must stay secret.

Who comes in: the family, its helpers, a lawyer whom the matter was shown.
What they bring: what may be done to him, who sees him within a week, whether he agrees; an undertaking that was signed.
What they leave with: a decision with its day, that lapses; and what may leave this site as a file, and what may not.
"""
