"""Everything that can be wrong with the content, told with its place and its remedy."""
