"""The case binder: photographed pages put in order, what they show, and one stamped PDF to take along."""
