"""The bindery: a process without keys that opens strangers' photos and PDFs, binds them, and reads them.

The server imports ``jobs`` alone and starts the rest by ``gateways/binding.py`` and ``gateways/reading.py``: it
carries no decoder, no typst, and no file in clear outside its own memory.
"""
