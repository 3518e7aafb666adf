# Số liệu tính toán
unit-percent = { $figure }%
unit-points = { $figure } điểm phần trăm
unit-per_1000_households = { $figure } trên 1.000 hộ
unit-per_100000_inhabitants = { $figure } trên 100.000 dân
