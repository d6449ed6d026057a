"""What follows from the facts: license algebra, requirements, verdicts, lineage, queries. Pure."""
