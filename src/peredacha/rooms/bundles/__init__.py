"""What is taken along: chosen pages of the binder, or a biography for the court, as one stamped PDF."""
