"""Text becomes a YAML tree in which every value knows its place, and pages become front matter and calls."""
