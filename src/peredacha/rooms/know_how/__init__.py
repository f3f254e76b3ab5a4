"""Know-how: answers that help others too, by stage or by facility.

Who comes in: a helper who has gone this way, a reviewer, everybody who looks for advice.
What they bring: an answer that was given often; a second pair of eyes.
What they leave with: words that name nobody, with the day on which they were last confirmed.
"""
