"""The shape of the data: frozen types, one file for each part of it."""
