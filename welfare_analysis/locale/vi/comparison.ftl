# So sánh: kết luận và lý do
verdict-comparable = so sánh được
verdict-with_caution = cần thận trọng
verdict-not_comparable = không so sánh được
verdict-missing = thiếu số liệu
and = và
no-standard = không ghi chuẩn
reason-MISSING = Chưa có số liệu của { $areas }.
reason-COUNTED = Đơn vị tính khác nhau: { $area_a } tính theo { $unit_a }, { $area_b } tính theo { $unit_b }.
reason-STANDARD = Chuẩn nghèo khác nhau: { $area_a } theo { $standard_a }, { $area_b } theo { $standard_b }.
reason-STANDARD_BREAK = Chuẩn nghèo đã thay đổi giữa hai thời điểm: { $standard_a } và { $standard_b }.
reason-TEMPORAL = { $area_stock } là số liệu tại một thời điểm, { $area_flow } là số cộng dồn của cả thời kỳ { $period_flow }.
reason-PERIOD_LENGTH = Độ dài thời kỳ khác nhau: { $area_a } { $period_a }, { $area_b } { $period_b }.
reason-MEASURE = Một bên là kết quả, một bên là kế hoạch hoặc mục tiêu: { $area_a } – { $measure_a }, { $area_b } – { $measure_b }.
reason-ESTIMATE = Tính chất số liệu khác nhau: { $area_a } – { $measure_a }, { $area_b } – { $measure_b }.
reason-DEFINITION = Hai chỉ tiêu khác nhau: { $area_a } dùng “{ $indicator_a }”, { $area_b } dùng “{ $indicator_b }”.
reason-DEFINITION_DIFFERS = Số liệu của { $area } có định nghĩa chưa rõ hoặc khác thông lệ.
reason-BOUNDARY = { $merged ->
    [yes] Từ ngày { $day_began }, { $area_before } thuộc { $area_after }, địa giới đã khác.
   *[no] Địa giới thuộc hai thời kỳ khác nhau: của { $area_before } áp dụng đến hết ngày { $day_ended }, của { $area_after } từ ngày { $day_began }.
}
reason-DATE = Thời điểm khác nhau: { $area_a } { $period_a }, { $area_b } { $period_b }.
reason-DATE_FAR = Thời điểm cách nhau hơn một năm: { $area_a } { $period_a }, { $area_b } { $period_b }.
reason-LEVEL = Cấp hành chính khác nhau: { $area_a } – { $level_a }, { $area_b } – { $level_b }.
reason-SIZE = Đây là số tuyệt đối của hai địa phương có quy mô khác nhau; cần tính trên cùng một loại mẫu số.
reason-INFERRED = Thời kỳ của số liệu { $area } ({ $period }) do suy luận, không ghi trong nguồn.
reason-DOUBTFUL = Số liệu của { $area } đang có nghi vấn.
reason-PROVISIONAL = Số liệu của { $area } là số sơ bộ.
reason-SOURCE = Số liệu của { $area } lấy từ nguồn thứ cấp hoặc bản đăng lại.
