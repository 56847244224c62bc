"""One folder for each part of a page: its view, its template and its examples; ``_parts`` holds what they share."""
