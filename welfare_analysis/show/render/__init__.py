"""Render: the document model as HTML, by templates.  What is said stands in the rooms beside."""
