"""Exercises of the lessons, a module a lesson; each is found by being here.

Only what is asked stands here, computed from the data.  A new lesson is a module here, whose
functions are marked ``@exercise("6a")`` and so on; its words in
``locale/LANGUAGE/lessons_6.ftl``; and its notebook, ``notebooks/lessons/6_NAME.ipynb``.  Nothing
here reads what a student typed: `answers` does.
"""
