"""The site as a center wants it: what ``center.yml`` and the pages in ``docs/center/`` make of the content, the pages
and the navigation. Without them it is the site as it comes.
"""
