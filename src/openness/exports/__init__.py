"""One file per output format. Pure."""
