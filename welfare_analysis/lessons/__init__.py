"""Lessons: exercises that check themselves, and the copies, worksheets and slides of a course.

What an exercise is and how an answer is read and judged stands here; what each lesson asks, in
``exercises``.  The lessons themselves are notebooks (``notebooks/lessons/``), the words messages
(``locale/``).  Nothing here computes or draws what the rooms below could.
"""

from .course import Lesson, lesson
from .exercise import Exercise

__all__ = ["Exercise", "Lesson", "lesson"]
