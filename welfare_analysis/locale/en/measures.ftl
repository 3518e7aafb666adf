# Derived figures
unit-percent = { $figure }%
unit-points = { $figure } percentage points
unit-households = { $figure } households
unit-persons = { $figure } persons
unit-turns = { $figure } turns
unit-per_1000_households = { $figure } per 1,000 households
unit-per_100000_inhabitants = { $figure } per 100,000 inhabitants
