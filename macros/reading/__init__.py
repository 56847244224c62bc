"""Readers: YAML files become trees that know the place of every value; pages become front matter and macro calls."""
