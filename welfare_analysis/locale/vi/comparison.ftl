# So sánh: kết luận và lý do
verdict-comparable = so sánh được
verdict-with_caution = cần thận trọng
verdict-not_comparable = không so sánh được
verdict-missing = thiếu số liệu
and = và
no-standard = không ghi chuẩn
standard-assumed = { $standard } (giả định)
reason-MISSING = Chưa có số liệu của { $areas }.
reason-COUNTED = Đơn vị tính khác nhau: { $area_a } tính theo { $unit_a }, { $area_b } tính theo { $unit_b }.
reason-METHOD = Số liệu khác loại: { $area_a } – { $method_a }, { $area_b } – { $method_b }.
reason-STANDARD = Chuẩn nghèo khác nhau: { $area_a } theo { $standard_a }, { $area_b } theo { $standard_b }.
reason-STANDARD_BREAK = Chuẩn nghèo đã thay đổi giữa hai thời điểm: { $standard_a } và { $standard_b }.
reason-TEMPORAL = { $area_stock } là số liệu tại một thời điểm, { $area_flow } là số cộng dồn của cả thời kỳ { $period_flow }.
reason-PERIOD_LENGTH = Độ dài thời kỳ khác nhau: { $area_a } { $period_a }, { $area_b } { $period_b }.
reason-AVERAGED = Đây là số bình quân năm của các thời kỳ dài ngắn khác nhau: { $area_a } { $period_a }, { $area_b } { $period_b }.
reason-MEASURE = Một bên là kết quả, một bên là kế hoạch hoặc mục tiêu: { $area_a } – { $measure_a }, { $area_b } – { $measure_b }.
reason-ESTIMATE = Tính chất số liệu khác nhau: { $area_a } – { $measure_a }, { $area_b } – { $measure_b }.
reason-BREAKDOWN = Hai phần khác nhau của một chỉ tiêu: { $area_a } dùng “{ $indicator_a }”, { $area_b } dùng “{ $indicator_b }”.
reason-DEFINITION = Hai chỉ tiêu khác nhau: { $area_a } dùng “{ $indicator_a }”, { $area_b } dùng “{ $indicator_b }”.
reason-BOUNDARY = { $merged ->
    [yes] Từ ngày { $day_began }, { $area_before } thuộc { $area_after }, địa giới đã khác.
   *[no] Địa giới thuộc hai thời kỳ khác nhau: của { $area_before } áp dụng đến hết ngày { $day_ended }, của { $area_after } từ ngày { $day_began }.
}
reason-DATE = Thời điểm khác nhau: { $area_a } { $period_a }, { $area_b } { $period_b }.
reason-DATE_FAR = Thời điểm cách nhau hơn một năm: { $area_a } { $period_a }, { $area_b } { $period_b }.
reason-LEVEL = Cấp hành chính khác nhau: { $area_a } – { $level_a }, { $area_b } – { $level_b }.
reason-YARDSTICK = Mỗi địa bàn được so với một mức chung riêng: { $area_a } so với { $area_around_a }, { $area_b } so với { $area_around_b }.
reason-BASE_FAR = Mẫu số thuộc thời điểm cách xa kỳ của số liệu: { $places }.
reason-DEFINITION_DIFFERS = Định nghĩa của số liệu chưa rõ hoặc khác thông lệ: { $places }.
reason-SIZE = Đây là số tuyệt đối của hai địa phương có quy mô khác nhau; cần tính trên cùng một loại mẫu số.
reason-SIZE_FAR = Đây là số tuyệt đối của { $area_a } và { $area_b }, hai địa bàn có quy mô quá chênh lệch; chỉ so sánh được sau khi tính trên cùng một loại mẫu số.
reason-STANDARD_ASSUMED = Nguồn không nêu chuẩn nghèo, chuẩn dùng ở đây là giả định: { $places }.
reason-INFERRED = Thời kỳ do suy luận, không ghi trong nguồn: { $places }.
reason-DOUBTFUL = Số liệu đang có nghi vấn: { $places }.
reason-PROVISIONAL = Số liệu sơ bộ: { $places }.
reason-SOURCE = Nguồn thứ cấp hoặc bản đăng lại: { $places }.
reason-informing = Để biết thêm: { $items }.
informs = Chỉ để biết thêm, không ảnh hưởng đến kết luận: { $items }.
informs-of = { $areas } – { $known }
informs-pairs = { $total ->
    [1] cặp này
   *[other] { $n } trong { $total } cặp
 }
benchmark = { $area } (để đối chiếu)
# Nhiều địa phương: nhóm thay cho từng cặp
many-together-comparable = so sánh được với nhau
many-together-with_caution = so sánh được với nhau, cần thận trọng
many-partly = chỉ so sánh được với một số địa phương thuộc các nhóm khác
many-alone = không so sánh được với địa phương nào
many-missing = chưa có số liệu
pairs-note = Kết luận và lý do của từng cặp trong { $total } cặp có trong tệp kèm theo trên trang web của báo cáo này ({ $items })
pairs-subject = nội dung
pairs-area-a = địa phương A
pairs-area-b = địa phương B
pairs-verdict = kết luận
pairs-reasons = lý do
table-places = số địa phương
table-areas = các địa phương
informs-places = { $n } trong { $total } địa phương
table-among = Những địa phương so sánh được với nhau
table-among-subject = { $subject }: những địa phương so sánh được với nhau
table-counted = Các lý do của kết luận và số cặp
table-pairs = số cặp
pairs-of = { $n } trong { $total }
comparison-ranked = { $n ->
    [1] Các địa phương so sánh được với nhau, xếp từ cao đến thấp
   *[other] Các địa phương được xếp theo nhóm so sánh được với nhau ({ $sizes } địa phương), trong mỗi nhóm từ cao đến thấp
 }
partners-comparable = { $n ->
   *[other] { $number } địa phương
 }
partners-with_caution = { $n ->
   *[other] { $number } địa phương (thận trọng)
 }
