"""Settings of all tests."""

from hypothesis import settings

# A slow machine is no bug: what is timed is measured by `make bench`.
settings.register_profile("jalon", deadline=None)
settings.load_profile("jalon")
