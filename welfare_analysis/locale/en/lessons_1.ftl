# Lesson 1: reading an official figure
lesson-1a-right = Good.
lesson-1a-mistake-point = A point.
lesson-1a-mistake-whole_step = Twice as wide.
lesson-1a-hint-1 = { $rate } was rounded.
lesson-1a-hint-2 = Half a unit.
