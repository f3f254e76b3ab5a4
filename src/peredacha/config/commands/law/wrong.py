"""What was wrong with the words of a command."""


class WrongWords(Exception):
    """The words or the files named in them were wrong; one clear sentence for each field."""

    def __init__(self, sentences: list[str]) -> None:
        self.sentences = sentences
        super().__init__("\n".join(sentences))
