# Thuật ngữ: chỉ in những từ mà báo cáo dùng đến
term-standard = Chuẩn nghèo đa chiều
term-standard-meaning = Chuẩn xét cả thu nhập lẫn mức độ thiếu hụt các dịch vụ xã hội cơ bản. { $n ->
    [0] Tỷ lệ tính theo hai chuẩn
   *[other] Ngoài chuẩn quốc gia, { $owners } có chuẩn riêng với mức thu nhập cao hơn; tỷ lệ tính theo hai chuẩn
} không so sánh được với nhau.
term-poor = Hộ nghèo
term-poor-meaning = Theo { $standard }: hộ có thu nhập bình quân đầu người từ { $rural } triệu đồng/tháng (nông thôn), { $urban } triệu đồng/tháng (thành thị) trở xuống và thiếu hụt từ { $deprivations } trong { $indicators } chỉ số dịch vụ xã hội cơ bản trở lên. Nơi có chuẩn riêng áp dụng mức của mình.
term-near_poor = Hộ cận nghèo
term-near_poor-meaning = Theo { $standard }: hộ có thu nhập trong mức chuẩn như hộ nghèo nhưng thiếu hụt dưới { $deprivations } chỉ số.
term-turns = Lượt
term-turns-meaning = Mỗi lần tham gia được đếm một lượt; một người, một doanh nghiệp có thể được tính nhiều lượt. Vì vậy số lượt không phải là số người.
term-trained = Lao động qua đào tạo
term-certified = Lao động có bằng cấp, chứng chỉ
term-certified-meaning = Bộ phận lao động qua đào tạo đã được cấp bằng hoặc chứng chỉ; tỷ lệ này luôn thấp hơn tỷ lệ lao động qua đào tạo nói chung.
term-sent = Người lao động đi làm việc ở nước ngoài theo hợp đồng
term-abroad = Người đang làm việc ở nước ngoài
term-range = Khoảng giá trị
term-range-meaning = Mọi giá trị mà con số đã công bố có thể mang, do làm tròn hoặc do các từ “khoảng”, “gần”, “hơn”. Số tính từ nhiều con số mang theo khoảng của từng số.
term-inferred = Thời kỳ suy luận
term-inferred-meaning = Nguồn không in thời điểm, thời kỳ của số liệu; thời kỳ được suy từ những câu lân cận hoặc từ ngày đăng.
term-doubtful = Nghi vấn
term-doubtful-meaning = Số liệu mâu thuẫn với số liệu khác hoặc có dấu hiệu in nhầm. Giá trị đã công bố được giữ nguyên, nhưng không dùng riêng làm căn cứ.
term-unchecked = Chưa đối chiếu
term-unchecked-meaning = Số liệu mới thấy ở một nguồn.
term-provisional = Sơ bộ
term-provisional-meaning = Số công bố trước khi có số liệu chính thức; có thể còn được điều chỉnh.
term-entry = { $term }: { $meaning }
