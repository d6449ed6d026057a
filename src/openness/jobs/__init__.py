"""One file per job: read, call the pure floors, write."""
