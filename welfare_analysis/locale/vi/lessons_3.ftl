# Bài 3: có so sánh được không
lesson-choice-COUNTED = đơn vị|đơn vị đếm|unit
lesson-choice-STANDARD = chuẩn nghèo|chuẩn|standard
lesson-choice-TEMPORAL = thời điểm hay thời kỳ|thời điểm/thời kỳ|stock or flow
lesson-choice-PERIOD_LENGTH = độ dài thời kỳ|độ dài|period length
lesson-choice-MEASURE = loại số liệu|kết quả hay kế hoạch|kind
lesson-choice-DATE = thời điểm|ngày|date
lesson-choice-LEVEL = cấp hành chính|cấp|level
lesson-choice-SIZE = quy mô|quy mô địa phương|size
lesson-choice-comparable = so sánh được|comparable
lesson-choice-with_caution = cần thận trọng|thận trọng|so sánh được nhưng cần thận trọng|with caution|caution
lesson-choice-not_comparable = không so sánh được|không|not comparable
lesson-choice-missing = thiếu số liệu|thiếu|chưa có số liệu|missing
lesson-choice-VN-HN = Hà Nội|HN|Thủ đô
lesson-choice-VN-SG = TP. Hồ Chí Minh|TP.HCM|TPHCM|TP HCM|Hồ Chí Minh|Thành phố Hồ Chí Minh|Sài Gòn|Ho Chi Minh City|HCMC
lesson-choice-VN-05 = Sơn La|tỉnh Sơn La
lesson-choice-VN-69-165 = Sông Công|thành phố Sông Công|TP. Sông Công|TP Sông Công|Sông Công City
lesson-choice-2018-12-31 = 31/12/2018|cuối năm 2018
lesson-choice-2022-01-01 = 01/01/2022|1/1/2022|đầu năm 2022
lesson-choice-2022-12-31 = 31/12/2022|cuối năm 2022
lesson-choice-2023-12-31 = 31/12/2023|cuối năm 2023
lesson-choice-2024-12-31 = 31/12/2024|cuối năm 2024

lesson-3a-right = Hai số { $first } và { $second } cùng đơn vị, cùng ngày, cùng là kết quả thực hiện; chỉ khác **chuẩn nghèo** (Hà Nội có chuẩn riêng, Sông Công theo chuẩn quốc gia) và **cấp hành chính** (một bên cấp tỉnh, một bên cấp huyện). Khác chuẩn là lý do nặng: hai số không đếm cùng một loại hộ.
lesson-3a-mistake-only_level = Cấp hành chính đúng là khác, và dễ thấy nhất. Nhưng còn một điểm khác nằm ngay trong định nghĩa “hộ nghèo” của mỗi nơi: hãy đọc hàng `standard`.
lesson-3a-mistake-only_standard = Chuẩn nghèo đúng là khác. Hãy xem thêm hai nơi này thuộc cấp nào: hàng `level`.
lesson-3a-mistake-unit = Đơn vị không khác: cả hai đều là phần trăm số hộ, tức hai ô của hàng `unit` giống nhau. Đừng lẫn “đếm theo đơn vị nào” với “thế nào thì được coi là hộ nghèo”: điều sau do hàng khác quyết định.
lesson-3a-mistake-date = Thời điểm không khác: hãy so hai ô của hàng `period_end`. Cả hai đều là số cuối năm của cùng một năm.
lesson-3a-mistake-size = Hai nơi quả thật lớn nhỏ khác nhau, nhưng ở đây không phải là trở ngại: tỷ lệ đã chia cho số hộ của từng nơi. Quy mô chỉ gây khó khi so sánh số tuyệt đối.
lesson-3a-hint-1 = Đọc bảng theo từng hàng, từ trên xuống dưới: ô của Hà Nội và ô của Sông Công có giống hệt nhau không?
lesson-3a-hint-2 = Có đúng hai hàng khác nhau (không kể tên địa phương và chính giá trị). Một hàng nói về nơi chốn, một hàng nói về định nghĩa.

lesson-3b-right = Một bên cộng dồn { $short } năm, một bên cộng dồn { $long } năm: thời kỳ dài hơn có thêm nhiều năm để cộng, nên tổng lớn hơn không có nghĩa là mỗi năm đưa đi nhiều hơn. **Độ dài thời kỳ** khác nhau nên tỷ số của hai tổng không có nghĩa. Quy mô dân số khác xa nhau là lý do thứ hai, nhưng chia cho dân số là khắc phục được; phép chia ấy không chữa được độ dài thời kỳ.
lesson-3b-mistake-size = Đúng là quy mô hai tỉnh, thành khác xa nhau, nhưng chia cho dân số là khắc phục được. Còn một lý do khiến hai tổng này chưa thể đặt cạnh nhau kể cả khi hai nơi đông dân như nhau: hãy xem hàng `period_start`.
lesson-3b-mistake-standard = Chuẩn nghèo chỉ liên quan đến số liệu về nghèo; ở đây hàng `standard` để trống. Hãy tìm lý do ở hai hàng về thời gian.
lesson-3b-mistake-temporal = Cả hai đều là số phát sinh trong một thời kỳ (có cả ngày đầu và ngày cuối), không bên nào là số tại một thời điểm. Vấn đề nằm ở chỗ hai thời kỳ ấy khác nhau thế nào.
lesson-3b-mistake-date = Hai ngày cuối kỳ có khác nhau thật, nhưng với số cộng dồn thì nhìn riêng ngày cuối kỳ là chưa đủ: hãy nhìn cả ngày đầu kỳ. Điều gì khác nhau giữa hai khoảng thời gian?
lesson-3b-mistake-level = Cả hai đều là đơn vị hành chính cấp tỉnh. Hãy xem hai hàng về thời gian.
lesson-3b-hint-1 = Hai số này là số cộng dồn. Cộng dồn từ ngày nào đến ngày nào?
lesson-3b-hint-2 = Hãy tưởng tượng mỗi năm hai nơi đưa đi số người như nhau. Hai tổng có bằng nhau không? Vì sao?

lesson-3c-right = Cặp A cùng chuẩn, cùng ngày, nhưng một bên là tỉnh, một bên là thành phố cấp huyện ({ $a } là bình quân của cả một tỉnh): so sánh được nếu nói rõ điều đó. Cặp B mỗi thành phố một chuẩn. Cặp C không phải là “không so sánh được”: thành phố Sông Công chưa có số liệu nào để mà so sánh. Cặp D cùng một cuộc tổng điều tra, cùng cấp, là tỷ lệ: { $d } và { $e } đặt cạnh nhau được.
lesson-3c-mistake-missing_refused = Xem lại cặp C. “Không so sánh được” nghĩa là có hai số nhưng không được đặt cạnh nhau. Ở cặp C có đủ hai số chưa? Nói nhầm hai trường hợp này thì người đọc không biết là phải đi tìm số liệu hay phải đổi cách hỏi.
lesson-3c-mistake-level_forbids = Xem lại cặp A. Khác cấp hành chính không làm cho phép so sánh sai, miễn là nói rõ: tỷ lệ của một tỉnh là bình quân của nhiều huyện, trong đó có nơi cao, nơi thấp. Từ chối quá mức cũng là sai: người cần số liệu sẽ mất một phép so sánh dùng được.
lesson-3c-mistake-level_ignored = Xem lại cặp A: cùng chuẩn, cùng ngày, nhưng có một cột còn khác. Khác biệt ấy không cấm so sánh nhưng người đọc phải được biết.
lesson-3c-mistake-look_alike = Xem lại cặp B. Hai thành phố giống nhau về quy mô và vị thế không làm cho hai *con số* giống nhau về định nghĩa: mỗi nơi xét hộ nghèo theo một mức thu nhập khác nhau.
lesson-3c-mistake-all_refused = Bạn từ chối tất cả. Thận trọng không có nghĩa là không bao giờ so sánh: hãy tìm lý do cụ thể cho từng cặp; cặp nào không có lý do nặng thì so sánh được, cặp nào không có cả lý do nhẹ thì càng được.
lesson-3c-hint-1 = Với mỗi cặp, đi hết bảy câu hỏi. Gặp một lý do nặng thì dừng: không so sánh được. Chỉ gặp lý do nhẹ: cần thận trọng. Không gặp lý do nào: so sánh được.
lesson-3c-hint-2 = Bốn cặp có bốn kết luận khác nhau, mỗi kết luận đúng một lần.

lesson-3d-right = Bốn địa phương chia thành { $n } nhóm. Chỉ **Sơn La** và **Sông Công** cùng theo chuẩn quốc gia nên được chung một trục; Hà Nội và TP. Hồ Chí Minh, mỗi nơi một chuẩn riêng, đứng riêng. Đây cũng là cách biểu đồ của thư viện tự chia khung.
lesson-3d-mistake-big_cities = Bạn ghép hai nơi giống nhau về quy mô. Nhưng điều kiện để chung trục là hai *con số* cùng định nghĩa, không phải hai *nơi* giống nhau. Hãy xem cột `standard`.
lesson-3d-mistake-low_rates = Bạn ghép hai nơi có tỷ lệ thấp. Giá trị gần nhau không nói gì về việc có so sánh được không: hai số gần nhau theo hai chuẩn khác nhau vẫn là hai thước đo khác nhau.
lesson-3d-mistake-all = Đặt cả bốn lên một trục là đúng lỗi mà bài này muốn tránh: người xem sẽ tự xếp hạng bốn con số của ba chuẩn nghèo.
lesson-3d-mistake-provinces = Bạn ghép ba đơn vị cấp tỉnh. Cùng cấp là chưa đủ, vì khác cấp chỉ là lý do nhẹ. Lý do nặng ở đây là gì?
lesson-3d-hint-1 = `poverty.groups()` trả về các nhóm được chung một trục. Nhóm nào có từ hai nơi trở lên?
lesson-3d-hint-2 = Trong bảng kết luận, cặp nào không có dấu ×?

lesson-3e-right = Số ngày { $after_date } ({ $after }) là kết quả rà soát theo chuẩn mới, ngay khi chuẩn mới có hiệu lực: đó là điểm đầu của đường. Số ngày { $before_date } ({ $before }) theo chuẩn trước, nên phải để hở một khoảng và ghi rõ chỗ đổi chuẩn.
lesson-3e-mistake-first = Bạn nối từ số liệu đầu tiên có được. Nhưng giữa chừng chuẩn nghèo đã đổi: nối qua đó thì phần “giảm” hay “tăng” tại chỗ đổi là do thước đo, không phải do đời sống. Hãy xem cột `standard` đổi giá trị ở dòng nào.
lesson-3e-mistake-skipped = Gần đúng, nhưng bạn bỏ mất một điểm dùng được. Hãy xem lại dòng ngay trước đó: nó theo chuẩn nào? Ngày { $after_date } không có nghĩa là theo chuẩn cũ.
lesson-3e-mistake-last_two = Hai điểm cuối quả thật nối được, nhưng đường còn có thể bắt đầu sớm hơn. Hãy lùi dần từ cuối lên, chừng nào cột `standard` còn giữ nguyên.
lesson-3e-hint-1 = Đọc cột `standard` từ dưới lên. Nó đổi ở đâu?
lesson-3e-hint-2 = Đường được bắt đầu ở ngày sớm nhất còn cùng chuẩn với dòng cuối.

lesson-3f-right = { $workers } chia cho { $years } năm, rồi chia cho { $people } và nhân với một trăm nghìn: { $rate }. Phép chia thứ nhất khắc phục độ dài thời kỳ, phép chia thứ hai khắc phục quy mô. Điều không phép chia nào khắc phục được: hai thời kỳ vẫn không trùng nhau, và những năm có dịch bệnh chiếm tỷ trọng khác nhau trong mỗi thời kỳ.
lesson-3f-mistake-no_average = Bạn đã chia cho dân số nhưng chưa đưa về một năm: đây là số của cả thời kỳ trên một trăm nghìn dân. Thư viện từ chối phép tính này (`NotComparable`) chính vì vậy.
lesson-3f-mistake-two_years = Bạn chia cho hiệu của hai con số năm. Từ đầu năm thứ nhất đến *cuối* năm cuối cùng là bao nhiêu năm? Hãy đếm trên đầu ngón tay.
lesson-3f-mistake-not_on_base = Bạn mới đưa về bình quân một năm; đó vẫn là số tuyệt đối. Còn phải chia cho dân số.
lesson-3f-mistake-old_base = Bạn dùng dân số năm 2019, trước cả kỳ số liệu. Đề bài lấy mẫu số gần hơn về thời gian, như ở bài 2g.
lesson-3f-mistake-later_base = Phép tính đúng, nhưng đề bài lấy mẫu số khác: dân số trung bình của năm giữa thời kỳ, { $people }.
lesson-3f-mistake-households = Bạn chia cho số hộ. Người lao động là người, nên mẫu số phải là số dân; chia người cho hộ thì được một số không ai diễn giải được.
lesson-3f-mistake-percent = Bạn đã tính ra phần trăm (trên một trăm dân). Đề bài hỏi trên một trăm nghìn dân.
lesson-3f-hint-1 = Có hai trở ngại (độ dài thời kỳ, quy mô), nên cần hai phép chia.
lesson-3f-hint-2 = `wa.annual_average(…)` đưa số cộng dồn về một năm; `wa.per_inhabitants(data, …, mẫu_số)` chia cho dân số.
lesson-3f-hint-3 = Viết lồng vào nhau: `wa.per_inhabitants(data, wa.annual_average(workers), people)`.

lesson-3g-right = Được: thư viện cho phép đặt hai số này cạnh nhau. Bây giờ hãy viết một câu so sánh, trong đó có đủ: hai con số, thời điểm, nguồn, và nếu kết luận là “cần thận trọng” thì cả điều phải thận trọng.
lesson-3g-mistake-unknown = Thư viện không nhận ra chỉ tiêu hoặc địa phương này, hoặc câu trả lời không đủ ba phần. Dạng đúng: ("chỉ_tiêu", "nơi thứ nhất", "nơi thứ hai"). Xem mã chỉ tiêu trong `data.indicators`.
lesson-3g-mistake-same = Hai tên này là một địa phương (thư viện biết các tên gọi khác nhau). Hãy chọn hai nơi khác nhau.
lesson-3g-mistake-missing = Với chỉ tiêu này, ít nhất một trong hai nơi chưa có số liệu. Hãy gọi `wa.compare` với cả bốn địa phương để xem nơi nào có.
lesson-3g-mistake-apart = Có đủ hai số nhưng không được đặt cạnh nhau. Đọc cột lý do trong `wa.tables.verdicts(…)`: lý do nặng là gì, và có cặp hay chỉ tiêu nào không vướng lý do ấy?
lesson-3g-mistake-poverty = Cặp này so sánh được, nhưng đề bài yêu cầu một chỉ tiêu ngoài chủ đề nghèo, để bạn thử bảy câu hỏi trên số liệu khác.
lesson-3g-hint-1 = Lý do nặng hay gặp nhất ngoài chủ đề nghèo là độ dài thời kỳ. Số liệu nào không có độ dài thời kỳ? Số tại một thời điểm.
lesson-3g-hint-2 = Tổng điều tra đếm mọi nơi cùng một ngày, theo cùng một cách. Hãy xem các chỉ tiêu thuộc chủ đề `population`.
lesson-3g-hint-3 = Chạy `data.indicators.query("theme == 'population'")` rồi thử từng mã với `wa.compare(data, mã, ["Hà Nội", "TP.HCM"])`.
