"""``python -m peredacha …`` does what the command ``peredacha …`` does."""

from peredacha.config.command import main

main()
