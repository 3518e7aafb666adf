"""Lessons: exercises that check themselves, and the copies, worksheets and slides of a course."""

from .course import Lesson, lesson
from .exercise import Exercise, Pattern

__all__ = ["Exercise", "Lesson", "Pattern", "lesson"]
