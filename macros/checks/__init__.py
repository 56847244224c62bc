"""Checks of the content. Every problem is reported with its place and a remedy."""
