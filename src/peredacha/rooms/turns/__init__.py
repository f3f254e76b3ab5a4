"""One list of those who were left alone longest, so that nobody is forgotten because somebody else is better known.

Who comes in: a coordinator or a packer with an hour to give.
What they bring: the wish to write, to pack, to ride, to call, to ask where somebody is.
What they leave with: the one whose turn it is, and the page on which it is done.
"""
