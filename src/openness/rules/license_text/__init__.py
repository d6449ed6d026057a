"""License texts: which license is this text? Words, alignment with references, and a decision from the differences."""
