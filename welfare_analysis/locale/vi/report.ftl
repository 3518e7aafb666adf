# Báo cáo: nhãn trên trang in
report-series = Phân tích phúc lợi xã hội
report-publisher = Dự án Phân tích phúc lợi
report-summary = Những điểm chính
report-figure = Hình
report-table = Bảng
report-note = Ghi chú
report-sources = Nguồn số liệu
report-paragraph = đ. { $paragraph }
report-cited = Dẫn ở trang
report-page = Trang { $page }/{ $pages }
report-date = Số liệu cập nhật ngày { $date }
report-revision = Mã bản số liệu { $revision }
report-about = Về báo cáo này
report-about-publisher = Đơn vị phát hành
report-about-cite = Trích dẫn
report-about-cite-text = { $publisher }, { $title }, ngày { $date }, số liệu phiên bản { $version } ({ $revision }).
report-about-release = Ngày phát hành
report-about-next = { $date }. Kỳ phát hành tới: { $when }
report-about-changes = Thay đổi
report-about-changes-text = So với kỳ phát hành ngày { $since }: { $named }{ $n ->
    [0] { "" }
   *[other] {" "}và { $n } nội dung khác
} (data/CHANGES.md).
report-about-record = Số liệu đã sửa
report-about-record-text = { $files } khác với bản ghi của bộ số liệu; cần kiểm tra trước khi trích dẫn.
report-about-data = Số liệu
report-about-data-text = Phiên bản { $version }, mã { $revision }, ngày { $date }
report-about-software = Phần mềm
report-about-software-text = { $software } (giấy phép BSD 3 điều khoản); phông chữ IBM Plex (SIL OFL 1.1).
report-about-notebook = Notebook
report-about-parameters = Tham số
report-about-reading = Cách đọc
report-about-reading-text = Số trong ngoặc vuông là số thứ tự của nguồn; “đ.” là số thứ tự đoạn trong văn bản nguồn. Dấu phẩy ngăn phần thập phân, dấu chấm ngăn hàng nghìn.
report-about-licence = Giấy phép
report-about-licence-text = Nội dung và bảng số liệu: CC BY 4.0. Số liệu thuộc về các cơ quan công bố ghi trong nguồn.
report-keywords = phúc lợi xã hội, giảm nghèo, đào tạo nghề, lao động đi làm việc ở nước ngoài, Việt Nam
report-yes = có
report-no = không
