# Derived figures
unit-percent = { $figure }%
unit-points = { $figure } percentage points
unit-per_1000_households = { $figure } per 1,000 households
unit-per_100000_inhabitants = { $figure } per 100,000 inhabitants
