"""Exercises of the lessons, a module a lesson; each is found by being here.

Only what is asked stands here, computed from the data; the words are messages
(``locale/LANGUAGE/lessons_N.ftl``), the lesson itself is a notebook (``notebooks/lessons/``).
"""
