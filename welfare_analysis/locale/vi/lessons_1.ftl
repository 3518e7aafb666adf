# Bài 1: đọc một con số chính thức
lesson-1a-right = Được.
lesson-1a-mistake-point = Bạn đưa ra một điểm.
lesson-1a-mistake-whole_step = Rộng gấp đôi.
lesson-1a-hint-1 = Số { $rate } đã được làm tròn.
lesson-1a-hint-2 = Nửa đơn vị.
