# Một báo cáo riêng lẻ, sắp chữ ngoài lịch
paper = { $title } ({ $file }): { $pages } trang, { $sources } nguồn.
