# Câu chữ: nối từ, chiều thay đổi, nguồn
list-last = { $first } và { $last }
low-confidence = độ tin cậy thấp
source-line = Nguồn: { $sources }
change-up = tăng { $amount }
change-down = giảm { $amount }
change-none = không đổi
change-unclear = chưa phân biệt được tăng hay giảm do số liệu đã được làm tròn
order-above = cao hơn
order-below = thấp hơn
order-equal = bằng
order-unclear = không phân biệt được do số liệu đã được làm tròn
publisher-unknown = không rõ cơ quan đăng tải
date-unknown = không rõ ngày
author-line = Tác giả: { $author }.
published-line = Công bố: { $date }.
published-unknown = Không rõ ngày công bố.
read-line = Truy cập: { $date }.
reliability-line = Độ tin cậy: { $reason }
url-unknown = Không rõ địa chỉ trang.
shares-origin-line = Cùng gốc số liệu với nguồn { $sources }: chỉ tính là một nguồn.
references-empty = Chưa dẫn số liệu nào.
figure-in-paragraph = đ. { $paragraph }: { $tokens }
figure-printed = Số đã công bố: { $tokens }
token = “{ $text }”
yearly-average = bình quân mỗi năm
pairs-comparable = { $n ->
    [0] không cặp nào so sánh được ngay
   *[other] { $shown } cặp so sánh được
}
pairs-with_caution = { $shown } cặp so sánh được nhưng cần thận trọng
pairs-not_comparable = { $shown } cặp không so sánh được
pairs-missing = { $shown } cặp thiếu số liệu
reasons-more = { $first } và { $number } lý do khác
