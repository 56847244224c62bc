"""The site as a center customizes it: ``center.yml`` and the pages in ``docs/center/`` applied to content, pages and
navigation. Without them it is the upstream site.
"""
