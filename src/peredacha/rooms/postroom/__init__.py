"""The post room: each letter read once more, printed, posted; answers taken in and looked at; silence asked about.

Who comes in: a packer or a coordinator with a printer, an envelope, an answer from inside.
What they bring: a second pair of eyes, a day of posting, a scan.
What they leave with: numbered letters on their way, an answer for the family and the writer, a worry put into a matter.
"""
