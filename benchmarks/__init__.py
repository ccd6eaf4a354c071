"""How fast Jalon is, in one run: `make bench`. Nothing here fails on a slow machine."""
