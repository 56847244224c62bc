"""The frame of a page, drawn around the article that the engine rendered."""
