"""Letters: written on the web by volunteers to somebody inside, known to them by an alias alone.

Who comes in: a writer with half an hour, the family that says yes or no more.
What they bring: a yes, an alias and what to write about; a letter.
What they leave with: a letter checked and sealed for the post room, the answers, each as far as one may see it.
"""
