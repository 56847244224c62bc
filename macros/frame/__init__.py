"""The frame of a page, which is drawn around what an engine has made of its text."""
