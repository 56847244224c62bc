"""What turns the YAML files into the generated parts of the pages, and draws the frame around them.

Nothing here knows the site generator: see ``tools/site_engine.py``.
"""
