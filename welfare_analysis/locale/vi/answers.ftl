# Trả lời của dòng lệnh
answer-reference = Năm tham chiếu: { $year }. Các số liệu được chọn là các số liệu so sánh được với nhau tốt nhất; địa phương không so sánh được với nơi nào lấy số liệu gần năm này nhất.
answer-pairs = Có so sánh được không?
answer-no-reason = Không có lý do nào ngăn cản việc so sánh.
answer-key = ✓ so sánh được; ~ so sánh được nhưng cần thận trọng; × không so sánh được; – chưa có số liệu.
answer-sources = Nguồn
answer-audit-summary = { $total ->
   *[other] { $shown } phép kiểm tra: { $counts }.
  }
answer-audit-none = Không có gì để kiểm tra: không số liệu nào thuộc phạm vi đã chọn đối chiếu được với số liệu khác.
