"""The site as a center customizes it: ``center.yml`` and the pages in ``docs/center/`` applied to the content, the pages
and the navigation. Without them it is the upstream site.
"""
