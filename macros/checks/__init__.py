"""Everything that can be wrong with the content, reported with its place and its remedy."""
