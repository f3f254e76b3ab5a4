"""The sentences that the bindery says; each tells what to do."""

from peredacha.core.language import phrase

DIED = phrase("This file could not be opened safely. Send a screenshot, or photos of its pages.")
FOREIGN = phrase("Only photos and PDF can be bound. Take this page out.")
LEAF_DAMAGED = phrase("This page of the PDF is damaged. Take it out, or send a photo of it.")
NO_LEAF = phrase("The file has no such page. Take this page out and add the file once more.")
NOT_BOUND = phrase("The PDF could not be made. Try once more, or make it of fewer pages.")
NOT_READ = phrase("This page could not be read by the machine. Turn it upright, or take a sharper photo.")
TOO_HEAVY = phrase("The PDF would be too large from this page on. Make two of it.")
TOO_MANY = phrase("At most {n} pages fit into one PDF. Make two of it.", n=500)
