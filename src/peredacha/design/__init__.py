"""The one place for looks: tokens, elements, the base page, and the catalogue where every element stands."""
