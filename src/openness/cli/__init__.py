"""One file per command: words into arguments, results into words."""

import gc

# Commands make many small values and few cycles: looking for cycles rarely saves a tenth of every command's time.
gc.set_threshold(200_000, 50, 50)
