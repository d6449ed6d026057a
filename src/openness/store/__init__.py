"""The disk: strict YAML with positions, schema validation, the tree, the compiled registry."""
