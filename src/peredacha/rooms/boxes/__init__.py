"""What lies in a parcel: proposed by the solver or chosen by hand, taken from the store, printed."""
