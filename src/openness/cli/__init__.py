"""One file per command: words into arguments, results into words."""
