# Bài 1: đọc một con số chính thức
lesson-choice-exactly = đúng bằng số đó|bằng|exactly
lesson-choice-at_most = không quá số đó|không quá|nhiều nhất|tối đa|at most
lesson-choice-at_least = ít nhất bằng số đó|ít nhất|tối thiểu|at least

lesson-1a-right = Dấu phẩy ngăn phần thập phân, dấu chấm ngăn hàng nghìn, “tỷ” là một nghìn triệu. Vì vậy “{ $printed }” phải nhân với một tỷ mới ra số đồng.
lesson-1a-mistake-copied = Bạn chép cả từ chỉ bậc. Đề bài yêu cầu viết đủ số đồng: thay chữ “tỷ” bằng phép nhân, không còn từ chỉ bậc nào trong câu trả lời.
lesson-1a-mistake-no_scale = Bạn đã chép phần chữ số mà bỏ quên chữ “tỷ”. Từ chỉ bậc là một phần của con số: thiếu nó, số liệu sai hàng tỷ lần.
lesson-1a-mistake-millions = Bạn nhân với một triệu. Chữ in trong báo cáo là “tỷ”: một tỷ bằng một nghìn triệu.
lesson-1a-mistake-marks = Bạn hiểu dấu chấm là dấu thập phân. Trong văn bản tiếng Việt dấu chấm ngăn hàng nghìn, còn dấu phẩy mới ngăn phần thập phân.
lesson-1a-mistake-comma = Bạn bỏ dấu phẩy và viết liền các chữ số, nên hai chữ số thập phân thành hai chữ số nguyên. Hãy giữ phần thập phân.
lesson-1a-hint-1 = Tách con số thành ba phần: các chữ số, các dấu, và từ chỉ bậc đứng sau.
lesson-1a-hint-2 = Trong tiếng Việt dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân. Trong Python viết một tỷ là `1e9`.

lesson-1b-right = Số thời kỳ là kết quả cộng dồn từ ngày đầu đến ngày cuối kỳ, ví dụ { $sent } trong { $period }. Số thời điểm là ảnh chụp một ngày, ví dụ { $abroad } ngày { $date }. Hai loại này không cộng và không so sánh trực tiếp với nhau.
lesson-1b-mistake-abroad = Xem lại B. Đây là số người đang làm việc ở nước ngoài vào một ngày, dù họ đi từ năm nào. Số người được đưa đi trong một kỳ mới là số thời kỳ.
lesson-1b-mistake-poor = Xem lại C. Số hộ nghèo được đếm khi rà soát, tại một ngày. Cộng số hộ nghèo của ba năm sẽ đếm một hộ tới ba lần.
lesson-1b-mistake-sent = Xem lại A. “Đưa đi” là việc xảy ra trong kỳ: kéo dài kỳ thì số tăng lên. Đó là dấu hiệu của số thời kỳ.
lesson-1b-mistake-teachers = Xem lại E. Số nhà giáo là số người đang làm việc tại một ngày; chờ thêm một năm thì số đó không tự tăng gấp đôi.
lesson-1b-mistake-enrolled = Xem lại D. Tuyển sinh diễn ra trong kỳ: số của tám tháng nhỏ hơn số của cả năm, chỉ vì kỳ ngắn hơn.
lesson-1b-hint-1 = Hỏi một câu cho mỗi số: nếu kéo dài thời gian đếm gấp đôi thì số có tăng theo không?
lesson-1b-hint-2 = Nếu tăng theo thì đó là số thời kỳ. Nếu phải nói “tính đến ngày …” thì đó là số thời điểm.
lesson-1b-hint-3 = Nhìn động từ: “đưa đi”, “tuyển sinh”, “tổ chức” chỉ việc xảy ra trong kỳ; “hiện có”, “đang làm việc” chỉ tình trạng tại một ngày.

lesson-1c-right = Mỗi người được giải quyết việc làm ít nhất một lượt, và có thể nhiều lượt. Số người vì thế không quá { $placements }; ít hơn bao nhiêu thì con số này không nói được.
lesson-1c-mistake-exactly = Bạn coi mỗi lượt là một người. Một người tìm được việc hai lần trong kỳ được tính hai lượt, nên số người có thể nhỏ hơn số lượt.
lesson-1c-mistake-at_least = Ngược lại: một người tạo ra một hay nhiều lượt, nên số lượt mới là số lớn hơn.
lesson-1c-hint-1 = Thử với ba người: hai người có việc một lần, một người có việc ba lần. Có bao nhiêu lượt, bao nhiêu người?
lesson-1c-hint-2 = Trong trường hợp nào thì số người bằng đúng số lượt? Ngoài trường hợp ấy thì số nào lớn hơn?

lesson-1d-right = “Gần” nghĩa là chưa tới số in ra, và người viết đã làm tròn lên đến chữ số khác 0 cuối cùng. Trong { $figure }, một đơn vị của chữ số ấy là { $step }, nên số thật nằm trong khoảng { $reach }, không kể hai đầu.
lesson-1d-mistake-point = Bạn đưa ra một điểm. Chữ “gần” cho biết số thật không phải là số in ra; câu trả lời phải là một khoảng.
lesson-1d-mistake-both_sides = Khoảng này nằm cả hai bên số in ra: đó là nghĩa của “khoảng”. “Gần” chỉ nằm về một bên.
lesson-1d-mistake-half = Bạn dùng quy tắc làm tròn số học (nửa đơn vị về mỗi bên). Ở đây người viết dùng chữ “gần”, nên số thật chỉ có thể nhỏ hơn số in ra.
lesson-1d-mistake-above = Khoảng này nằm phía trên số in ra: đó là nghĩa của “hơn” hay “trên”.
lesson-1d-mistake-one = Khoảng này hẹp quá: nếu biết chính xác thì báo cáo đã in số đó. Hãy nhìn chữ số khác 0 cuối cùng.
lesson-1d-hint-1 = Trước hết chọn phía: “gần” một số thì nhỏ hơn hay lớn hơn số ấy?
lesson-1d-hint-2 = Sau đó chọn độ rộng: chữ số khác 0 cuối cùng đứng ở hàng nào? Một đơn vị của hàng ấy là độ rộng.

lesson-1e-right = Số đã làm tròn đến { $step } điểm phần trăm, nên số thật lệch nhiều nhất nửa đơn vị: { $reach } phần trăm. So với chính { $rate }, đó là sai số tới { $relative }: tỷ lệ càng nhỏ, sai số tương đối càng lớn.
lesson-1e-mistake-point = Bạn đưa ra một điểm. Hai chữ số thập phân là kết quả làm tròn: nhiều giá trị khác nhau cùng được in như vậy.
lesson-1e-mistake-whole_step = Khoảng này rộng gấp đôi. Một số lệch trọn một đơn vị của chữ số cuối thì đã được in thành số khác.
lesson-1e-mistake-cut_off = Bạn hiểu là cắt bỏ phần sau. Cơ quan thống kê làm tròn đến số gần nhất, nên số thật có thể nhỏ hơn số in ra.
lesson-1e-mistake-below = Số thật có thể nằm về cả hai phía của số in ra: không có chữ “gần” nào ở đây, chỉ có làm tròn.
lesson-1e-hint-1 = Những giá trị nào, khi làm tròn đến hai chữ số thập phân, đều in ra { $rate }?
lesson-1e-hint-2 = Thử trong Python quanh 0,03: `round(0.027, 2)`, `round(0.034, 2)`, `round(0.036, 2)`.
lesson-1e-hint-3 = Đi về mỗi phía nửa đơn vị của chữ số cuối cùng. Đơn vị ấy là { $step }.

lesson-1f-right = Bình quân một lượt từ { $low } đến { $high } đồng, gấp { $least } đến { $most } lần mức chuẩn { $allowance }, mà nguồn ghi là của **hệ số 1**; người hưởng hệ số cao hơn nhận nhiều hơn. Một lượt vì thế có thể là một tháng trợ cấp, cũng có thể gộp nhiều loại trợ giúp: hai con số này không cho biết. Không có căn cứ để viết “mỗi người được nhận” số tiền ấy.
lesson-1f-mistake-point = Phép chia đúng, nhưng mẫu số { $turns } là một khoảng nên thương cũng là một khoảng.
lesson-1f-mistake-ignored_word = Bạn chia cho đúng số in ra mà bỏ qua chữ “hơn”. Số lượt thật lớn hơn, nên bình quân thật nhỏ hơn: đầu dưới còn thấp hơn nữa.
lesson-1f-mistake-upside_down = Bạn chia ngược: kết quả này là số lượt trên một đồng. Hãy lấy tiền chia cho lượt.
lesson-1f-mistake-in_millions = Phép tính đúng nhưng đơn vị là triệu đồng. Đề bài hỏi số đồng.
lesson-1f-hint-1 = Đổi cả hai số về số thường: { $spending } ra đồng, { $turns } ra lượt.
lesson-1f-hint-2 = Thương nhỏ nhất khi tử số nhỏ nhất và mẫu số lớn nhất; thương lớn nhất thì ngược lại.
lesson-1f-hint-3 = Thư viện tính được khoảng: lấy `spending.interval / turns.interval`.

lesson-1g-right = Câu này có đủ năm phần của một con số: độ lớn, từ nới rộng, đơn vị, nơi chốn và thời kỳ. Bỏ bất cứ phần nào, người đọc đều hiểu sai.
lesson-1g-mistake-number = Chưa thấy con số. Hãy chép đúng như nguồn đã in, kèm từ chỉ bậc.
lesson-1g-mistake-unit = Chưa thấy đơn vị “lượt”. Nếu viết “người”, bạn đã biến một số đếm lần thành một số đếm người.
lesson-1g-mistake-word = Chữ “hơn” không đứng ngay trước con số, hoặc bị đổi nghĩa (“không hơn”). Không có nó, số làm tròn trở thành số chính xác.
lesson-1g-mistake-place = Chưa rõ số liệu của nơi nào, hoặc có tên một nơi khác. Con số này là của Hà Nội.
lesson-1g-mistake-period = Chưa thấy thời kỳ. Số thời kỳ không có năm đầu và năm cuối thì không ai so sánh được với số khác. Kỳ này là { $period }.
lesson-1g-mistake-yearly = Đây là tổng của cả thời kỳ, không phải của mỗi năm. Câu này khiến người đọc nhân con số lên ba lần.
lesson-1g-hint-1 = Một câu đủ ý trả lời: bao nhiêu, cái gì, ở đâu, trong thời kỳ nào?
lesson-1g-hint-2 = Giữ nguyên ba thứ nguồn đã in: { $turns }; rồi thêm năm đầu và năm cuối của kỳ.
