# Tệp CSV và Excel lưu từ bảng, phép so sánh, số liệu đã chọn
export-table = Bảng
export-figures = Số liệu
export-pairs = Từng cặp
export-about = Nguồn
export-title = Nội dung
export-note = Ghi chú và nguồn
export-edition = Bản số liệu
export-licence = Giấy phép
export-licence-text = CC BY 4.0. Số liệu thuộc về các cơ quan công bố ghi trong nguồn.
export-selection = Số liệu đã chọn
export-copy = Sao chép bảng
export-copied = Đã sao chép. Dán vào Excel, Word hoặc thư điện tử.
export-not-copied = Trình duyệt không cho sao chép. Hãy lưu bảng bằng .save("bang.xlsx").
