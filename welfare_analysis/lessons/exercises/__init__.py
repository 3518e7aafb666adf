"""Exercises of the lessons, a module a lesson; each is found by being here.

Only what is asked stands here, computed from the data.  A new lesson is a module here, whose
functions are marked ``@exercise("6a")`` and so on; its words in
``locale/LANGUAGE/lessons_6.ftl``; its notebook, ``notebooks/lessons/6_NAME.ipynb``; and right
and wrong answers as people write them, in ``tests/lessons/test_fair.py``.  No spelling of a
number, a date or a list is read here: `typed_numbers` and `typed_words` do that.
"""
