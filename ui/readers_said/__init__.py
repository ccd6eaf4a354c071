"""What readers gave back, read by a curator: on her screen, and with `python -m jalon voices`."""
