"""Team: how somebody joins, who vouches for whom, who leads, and what a helper changes in the own account.

Who comes in: somebody who was invited; a helper who looks after the own account; a coordinator or steward who
looks after the team of the own chapter.
What they bring: the link of an invitation, or an open visit.
What they leave with: an account with keys, words on paper and a second factor; a role until a day; an account
that is frozen, thawed or left.
"""
