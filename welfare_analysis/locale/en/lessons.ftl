# Lessons: what every lesson says
lesson-right = Right.
lesson-wrong = Not right.
lesson-open = Not answered yet.
lesson-hint = Hint
lesson-about = Lesson { $number }; exercises: { $exercises }
lesson-open-text = Put your answer in place of ... and run the cell again. Need a hint? `lesson.hint("{ $key }")`
lesson-hint-count = { $place }/{ $all }.
lesson-hint-none = This exercise has { $n } hints and you have seen them all. Read the worked example again, or unfold the answer below the exercise.
lesson-progress = { $done } of { $all } exercises done. Still open: { $left }.
lesson-progress-all = All { $all } exercises done.
lesson-truth-true = true
lesson-truth-false = false
lesson-wrong-text = This does not agree with the figures. Read the task and the worked example again, or call `lesson.hint("{ $key }")`.
lesson-wrong-open = This does not yet do what the task asks. Read each of its conditions again, or call `lesson.hint("{ $key }")`.
lesson-wrong-pairs = { $n } of { $all } items are right. Look again at: { $keys }.
lesson-wrong-several = The list does not match. Not wanted: { $extra }. Items still missing: { $missing }.
lesson-wrong-sign = The size is right, the sign is not: look again at what is subtracted from what, a rise or a fall.
lesson-wrong-hundred = You are off by exactly 100: look again at the change between percent and fraction.
lesson-wrong-scale = You are off by exactly a thousand, a million or a billion: look again at the scale word and the unit.
lesson-wrong-rounding = Very near, but further off than is allowed. Do not round in between: compute with the full numbers, round at the end, and keep one more digit in the result.
lesson-wrong-interval-low = The upper end is right, the lower one is not: look again at the smallest number possible.
lesson-wrong-interval-high = The lower end is right, the upper one is not: look again at the largest number possible.
lesson-wrong-interval-wide = This is too wide on both sides: it admits values that are not possible.
lesson-wrong-interval-narrow = This is too narrow on both sides: it leaves out values that are possible.
lesson-wrong-interval-below = The whole interval lies below what is possible.
lesson-wrong-interval-above = The whole interval lies above what is possible.
lesson-wrong-interval-shifted = This is shifted to one side: one end admits values that are not possible, the other leaves out some that are.
lesson-unread-number = “{ $answer }” cannot be read: this asks for a number, such as 10.9.
lesson-unread-interval = “{ $answer }” cannot be read: this asks for an interval with two ends, the smaller first, such as (0.5, 1.5).
lesson-unread-truth = “{ $answer }” cannot be read: answer `True` or `False`.
lesson-unread-choice = “{ $answer }” cannot be read: choose one of these: { $choices }.
lesson-unread-text = “{ $answer }” cannot be read: this asks for text in quotation marks.
lesson-unread-several = “{ $answer }” cannot be read: this asks for a list, such as ["a", "b"].
lesson-unread-pairs = “{ $answer }” cannot be read: keep the form {"{"}"item": answer{"}"} of the starting cell.
# Copies for students and instructors, and slides
lesson-series = Reading welfare statistics
lesson-copy-students = Copy for students
lesson-copy-instructor = Copy for the instructor: with answers, notes and timing
lesson-answer = Answer to { $key } (try it yourself before you unfold it)
lesson-hint-cell = Need a hint? Remove the # on the line below and run this cell; each run gives one hint.
lesson-note = Note for the instructor
lesson-hints = Hints of exercise { $key }
lesson-mistakes = Anticipated wrong answers to { $key }
lesson-mistakes-answer = A student answers
lesson-mistakes-said = The check replies
lesson-sheet-name = Name: ……………………………………………… Class: …………………… Date: ……………………
lesson-sheet-result = Result
lesson-slide-answer = Answer
lesson-slide-previous = Back
lesson-slide-next = Next
lesson-slide-help = Change slides: left and right arrow keys
lesson-slide-place = Slide { $place } of { $all }
# Answers to choose from; the first name is the one shown
lesson-choice-stock = stock|a stock|at a date
lesson-choice-flow = flow|a flow|over a period
# What a class handed in
class-title = What the class handed in
class-lead = Read from the notebooks handed in; no cell was run. Answers written out in a cell were judged again; for computed ones the saved reply counts.
class-lesson = Lesson { $number }: { $n ->
    [one] { $n } student
   *[other] { $n } students
}
class-behind = Who needs help: fewer than half solved
class-nobody = Nobody.
class-solved = Who solved what
class-key = ✓ right · ✗ not right · – not answered · ? written but not run
class-right = right
class-wrong = not right
class-open = not answered
class-unrun = written but not run
class-done = Solved
class-student = Student
class-hints = Exercises with a hint
class-all = Solved by the class
class-mistakes = Common mistakes
class-times = { $n ->
    [one] { $n } student
   *[other] { $n } students
}
class-others = Other answers:
class-computed = computed, not readable
class-texts = Exercise { $key }: texts for you to read
class-unread = Could not be read
