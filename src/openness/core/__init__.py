"""What things are: frozen types, enumerations, the vocabulary. Imports nothing of ours."""
