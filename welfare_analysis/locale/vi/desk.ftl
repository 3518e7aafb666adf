# Bàn làm việc trong JupyterLab: nhãn, thông báo
desk-title = So sánh các địa phương
desk-theme = Lĩnh vực
desk-indicator-label = Chỉ tiêu
desk-areas = Địa phương (số lượng số liệu)
desk-period = Năm
desk-measure = Tính chất
desk-standard = Chuẩn nghèo
desk-by = Cách so sánh
desk-log = Trục lôgarit
desk-refused = Nêu lý do không so sánh được ngay trên biểu đồ
desk-area-none = { $area } (chưa có số liệu)
desk-period-any = so sánh được tốt nhất
desk-measure-any = tất cả, ưu tiên kết quả thực hiện
desk-standard-any = tất cả
desk-by-none = chính các số liệu
desk-no-area = Hãy chọn ít nhất một địa phương.
desk-one-area = Chọn thêm một địa phương nữa để so sánh. Bảng và biểu đồ theo thời gian dưới đây chỉ nói về một nơi.
desk-no-figure = Không có số liệu nào khớp với lựa chọn này. Hãy bỏ bớt điều kiện về năm, tính chất hoặc chuẩn nghèo.
desk-pairs = Các cặp địa phương
desk-search = Tìm
desk-search-hint = từ bất kỳ: hộ nghèo, ngheo…
desk-found-none = Không có chỉ tiêu nào có số liệu ứng với các từ này.
desk-empty-areas = Chưa có số liệu ({ $n })
desk-around = Kèm vùng và cả nước
desk-undo = Hoàn tác
desk-detail = Chi tiết
desk-not-shown = Không thể hiện được nội dung này với lựa chọn hiện tại. Hãy chọn ít địa phương hơn hoặc bỏ bớt một điều kiện.
desk-code-restoring = Dòng lệnh sau mở lại bàn làm việc đúng như hiện nay:
desk-kept = Tệp { $file } có từ trước với nội dung khác, được giữ nguyên.
desk-not-saved = Chưa lưu được vào thư mục { $folder }: { $reason ->
    [denied] không có quyền ghi vào đó
    [full] ổ đĩa đã đầy
    [folder] đó là một tệp, không phải thư mục
    [name] tên tệp quá dài đối với ổ đĩa này
   *[other] hệ thống từ chối (lỗi { $code })
}.
desk-view-chart = Biểu đồ
desk-view-table = Bảng số liệu
desk-view-verdicts = Kết luận từng cặp
desk-view-series = Theo thời gian
desk-view-origin = Dẫn nguồn
desk-view-code = Mã lệnh
desk-origin = Số liệu
desk-origin-of = { $area }: { $figure }, { $period }
desk-code-reading = Các dòng lệnh sau cho đúng kết quả đang xem; chép vào một ô mới để làm tiếp.
desk-save-chart = Lưu biểu đồ
desk-save-table = Lưu bảng
desk-save-as = Lưu dạng { $form }
desk-saved = Đã lưu vào { $path }.
desk-download = Tải về máy
desk-nothing-to-save = Chưa có gì để lưu.
desk-sources = Nguồn ({ $count })
desk-static = Đây là ảnh chụp của bàn làm việc. Chạy mọi ô (Run ▸ Run All Cells) để chọn và vẽ lại.
desk-needs = Bàn làm việc cần thêm { $count } gói: { $packages }. Chạy lệnh dưới đây trong một ô mới hoặc trong cửa sổ dòng lệnh, rồi khởi động lại nhân (Kernel ▸ Restart) và tải lại trang.
search-needs = Bảng tra cứu cần thêm gói { $packages }. Chạy lệnh dưới đây trong một ô mới hoặc trong cửa sổ dòng lệnh, rồi khởi động lại nhân (Kernel ▸ Restart) và tải lại trang.
search-caption = Mọi số liệu đã công bố. Gõ có dấu hay không dấu đều được.
search-static = Bảng tra cứu { $count } số liệu hiện ra khi chạy ô này.
search-search = Tìm:
search-lengthMenu = Mỗi trang { $menu } dòng
search-info = { $start }–{ $end } trong { $total } số liệu
search-infoEmpty = Không có số liệu nào
search-infoFiltered = (lọc từ { $max })
search-zeroRecords = Không tìm thấy số liệu nào khớp
search-emptyTable = Chưa có số liệu
search-page-first = Đầu
search-page-last = Cuối
search-page-next = Sau
search-page-previous = Trước
table-observation = mã số liệu
