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
standing-one = { $places }: chưa có số liệu khác để đặt cạnh.
standing-none = Không xếp thứ tự { $places }.
standing-order = { $way ->
    [fall] Xếp từ nơi giảm mạnh nhất
    [low] Xếp từ thấp đến cao
   *[high] Xếp từ cao xuống thấp
  }: { $ranks }.
standing-tied = { $places } (chưa phân biệt được)
standing-equal = { $places } (bằng nhau)
standing-around = Mức chung: { $places }.
standing-missing = Chưa có số liệu: { $places }.
standing-may = Có được kết luận như vậy không? { $verdict ->
    [comparable] Được.
    [with_caution] Được, nhưng cần thận trọng: { $causes }.
   *[not_comparable] Không: { $causes }.
  }
standing-share = { $share }, còn dân số chiếm { $people }
