# Bài 5: biểu đồ trung thực và báo cáo một trang
lesson-choice-missing_as_zero = ô trống vẽ thành số không|missing as zero
lesson-choice-one_axis = chung một trục|những số không so sánh được chung một trục|one axis
lesson-choice-no_source = không ghi nguồn|thiếu nguồn|no source
lesson-choice-wrong_figures = số liệu in sai|số sai|wrong figures
lesson-choice-dull_colours = màu xấu|màu không đẹp|dull colours
lesson-choice-A = A
lesson-choice-B = B
lesson-choice-C = C
lesson-choice-D = D

exhibit-stamp = BIỂU ĐỒ BÀI TẬP
exhibit-title = Nơi nào nghèo nhất?
exhibit-subtitle = Một biểu đồ vẽ vội từ bảng tính
exhibit-alt = Biểu đồ cột cố ý vẽ sai, các cột trên cùng một trục: { $items }.

lesson-5a-right = Nơi này không có kết quả nào trong năm ấy; bảng tính đã tự điền số không vào ô trống. Ngược lại, số 0 của Hà Nội là số thật: nguồn in “{ $zero }” ({ $period }). Nhìn biểu đồ thì hai cột giống hệt nhau, đó là chỗ nguy hiểm.
lesson-5a-mistake-true_zero = Cột này bằng 0 là đúng: có nguồn công bố (`poverty_2021.figures["VN-HN"]`). Cột bằng không còn lại thì sao?
lesson-5a-mistake-both = Hai cột cùng cao bằng không, nhưng không cùng một nghĩa. Với mỗi cột hãy hỏi: có nguồn nào *in ra* số không ấy không?
lesson-5a-mistake-not_drawn = Địa phương này không có trong biểu đồ. Hãy tìm cột không có số liệu nào đứng sau.
lesson-5a-hint-1 = `poverty_2021.missing` cho biết nơi nào không có số liệu; `poverty_2021.figures` cho biết nơi nào có.
lesson-5a-hint-2 = “Không có” và “bằng không” là hai điều khác nhau. Ô nào trong bảng ghi “chưa có số liệu”?

lesson-5b-right = Ba lỗi: ô trống vẽ thành số không; các con số của những chuẩn nghèo khác nhau chung một trục, lại còn xếp cao thấp; không ghi nguồn. Từng con số đã công bố thì không sai. Biểu đồ sai từ những con số đúng là loại khó thấy nhất.
lesson-5b-mistake-only_zero = Đó là một lỗi, nhưng chưa hết. Nếu nơi thiếu có số liệu thì biểu đồ này đã dùng được chưa? Và người xem muốn kiểm tra lại thì tìm ở đâu?
lesson-5b-mistake-forgot_source = Còn thiếu một lỗi, nằm ở phía dưới biểu đồ: người xem muốn kiểm tra con số thì tìm ở đâu?
lesson-5b-mistake-forgot_axis = Còn thiếu một lỗi, nặng nhất: nhớ lại bài 3, những con số này có được đặt cạnh nhau không?
lesson-5b-mistake-figures = Hãy đối chiếu từng cột với số liệu: không con số đã công bố nào bị chép sai; số 0 bịa ra đã nằm trong lỗi “ô trống vẽ thành số không”. Cái sai là cách bày.
lesson-5b-mistake-colours = Màu sắc có thể đẹp hơn, nhưng không làm ai hiểu lầm. Ở đây chỉ tìm những lỗi khiến người xem kết luận sai.
lesson-5b-hint-1 = Với mỗi lỗi trong danh sách hãy hỏi: vì nó mà người xem kết luận sai, hoặc không kiểm tra lại được, hay chỉ khó chịu mắt?
lesson-5b-hint-2 = Có đúng ba lỗi.

lesson-5c-right = { $n } trục, mỗi chuẩn nghèo một trục. Thư viện tự chia như vậy khi bạn gọi `wa.charts.ranges`: bạn không phải nhớ để yêu cầu.
lesson-5c-mistake-one = Một trục là mời người xem xếp hạng các con số của nhiều chuẩn nghèo.
lesson-5c-mistake-two = Bạn chia thành “chuẩn quốc gia” và “chuẩn riêng”. Nhưng hai chuẩn riêng có phải là một không?
lesson-5c-mistake-each = Tách rời cả bốn thì an toàn nhưng bỏ phí: có hai nơi cùng một chuẩn, đặt cạnh nhau được nếu nói rõ khác cấp.
lesson-5c-hint-1 = Đếm số nhóm: `poverty.groups()`.
lesson-5c-hint-2 = Đếm số chuẩn nghèo khác nhau trong bảng kết luận ở bài 3.

lesson-5d-right = Câu B: có điểm đầu và điểm cuối cùng một chuẩn, nên nói được tăng hay giảm và bao nhiêu. Ba câu kia không phải là câu hỏi dở; chúng cần những số liệu đặt cạnh nhau được, hoặc nguyên nhân, mà chưa ai công bố.
lesson-5d-mistake-ranking = Câu này đòi xếp hạng bốn con số không cùng chuẩn. Muốn trả lời, cần kết quả rà soát của cả bốn nơi theo cùng một chuẩn, cùng một ngày.
lesson-5d-mistake-apart = Câu này cần kết quả của hai thành phố đặt cạnh nhau được. Hãy xem kết luận: `wa.compare(data, "vocational_enrolment", ["Hà Nội", "TP.HCM"]).pairs`.
lesson-5d-mistake-cause = Câu này hỏi nguyên nhân. Số liệu ở đây mô tả mức và thay đổi; không có bảng nào nói vì sao.
lesson-5d-hint-1 = Với mỗi câu hãy hỏi: cần những con số nào, và chúng có được đặt cạnh nhau không?
lesson-5d-hint-2 = Câu trả lời được là câu so sánh một nơi với chính nó, theo cùng một chuẩn.

lesson-5e-right = Biểu đồ có đủ: một nơi, một chuẩn, từ hai thời điểm trở lên, trục bắt đầu từ không, có nguồn và lời mô tả cho người không nhìn thấy hình. Hãy đọc lời mô tả ấy: `answer.alt`.
lesson-5e-mistake-foreign = Đây không phải là biểu đồ của thư viện. Hình vẽ bằng tay không mang theo nguồn, ghi chú và lời mô tả; chúng sẽ rơi mất khi hình rời khỏi máy bạn. Dùng `wa.charts.series(…)`.
lesson-5e-mistake-table = Đây là một bảng. Bảng cũng tốt, nhưng đề bài yêu cầu biểu đồ theo thời gian: `wa.charts.series(…)`.
lesson-5e-mistake-other = Biểu đồ này không phải về tỷ lệ hộ nghèo. Hãy xem lại chỉ tiêu: `poor_household_rate`.
lesson-5e-mistake-crowded = Biểu đồ có nhiều địa phương. Câu hỏi là về *một* nơi; những nơi khác chỉ làm người xem so sánh điều không nên so.
lesson-5e-mistake-copied = Đây là địa phương của ví dụ mẫu. Hãy chọn Hà Nội hoặc TP. Hồ Chí Minh.
lesson-5e-mistake-elsewhere = Biểu đồ này của một nơi khác. Đề bài yêu cầu Hà Nội hoặc TP. Hồ Chí Minh.
lesson-5e-mistake-standards = Biểu đồ có cả số liệu của chuẩn cũ. Thư viện đã để hở chỗ đổi chuẩn nên hình không sai, nhưng câu hỏi là “từ khi có chuẩn hiện hành”. Lọc thêm bằng `standard=…`.
lesson-5e-mistake-single = Chỉ có một thời điểm thì chưa thấy được thay đổi. Có thể bạn lọc quá tay: bỏ bớt điều kiện `period`.
lesson-5e-hint-1 = Hai bước: chọn số liệu bằng `wa.select(…)`, rồi vẽ bằng `wa.charts.series(data, số_liệu, language)`.
lesson-5e-hint-2 = Lọc ba điều: chỉ tiêu, địa phương, chuẩn; và chỉ lấy kết quả: `measure="actual"`.
lesson-5e-hint-3 = Chuẩn mới nhất của một nơi: `result_of(data, "poor_household_rate", "VN-SG").standard`, sau khi `from welfare_analysis.judge.headlines import result_of`.

lesson-5f-right = Hai thông điệp đều lấy số từ dữ liệu, có nguồn, có thời điểm, và không câu nào đặt cạnh nhau những con số không so sánh được. Hãy đọc to: người chưa xem biểu đồ có hiểu không?
lesson-5f-mistake-typed = Có câu là chữ thường trong dấu nháy. Con số gõ tay thì không ai biết từ đâu ra, và khi dữ liệu được sửa, câu vẫn nói số cũ. Viết bằng `vi("… { "{" }tên{ "}" } …", tên=số_liệu)`.
lesson-5f-mistake-one = Cần từ hai thông điệp trở lên, đặt trong một danh sách: [vi(…), vi(…)].
lesson-5f-mistake-no_figure = Có câu không chứa số liệu nào. Thông điệp chính phải dựa vào số liệu; lời bình để ở chỗ khác.
lesson-5f-mistake-apart = Các thông điệp đặt cạnh nhau những con số không so sánh được (bài 3). Tách thành hai câu cũng chưa đủ vì vẫn gợi ý xếp hạng: hãy bỏ một nơi.
lesson-5f-mistake-ranking = Có câu so nơi này với một nơi mà câu không có số liệu, hoặc xếp hạng các nơi. Hãy chỉ so nơi đã chọn với chính nó.
lesson-5f-ranking = { "{" }figure:area{ "}" } có tỷ lệ hộ nghèo thấp nhất cả nước: { "{" }figure{ "}" } ({ "{" }figure:period{ "}" })
lesson-5f-mistake-undated = Có câu không nói số liệu thuộc thời điểm nào. Thêm `{ "{" }tên:period{ "}" }` vào câu.
lesson-5f-hint-1 = Câu thứ nhất nói mức hiện nay, câu thứ hai nói thay đổi so với điểm đầu.
lesson-5f-hint-2 = Dùng `start_of(data, result)` để có điểm đầu cùng chuẩn, `change(wa.change_points(start, result), language)` để có lời nói mức thay đổi.
lesson-5f-hint-3 = Trong câu mẫu, `{ "{" }result{ "}" }` in con số kèm nguồn, `{ "{" }result:period{ "}" }` in thời điểm, `{ "{" }result:area{ "}" }` in tên địa phương.

lesson-5g-right = Báo cáo một trang, có nguồn, chạy lại được bằng một lệnh khi dữ liệu thay đổi. Mở tệp PDF và đọc như một người bận rộn: sau một phút, bạn nhớ được điều gì?
lesson-5g-mistake-path = Đây là một đường dẫn hoặc một thứ khác. Hãy đưa chính kết quả của `wa.typeset(…)`: nó biết báo cáo có mấy trang, dẫn mấy nguồn.
lesson-5g-mistake-default = Báo cáo này vẫn là tỷ lệ hộ nghèo của Sơn La, giá trị mặc định của bản mẫu. Hãy đặt tham số `area` hoặc `indicator` khi chạy papermill.
lesson-5g-mistake-unsourced = Báo cáo không có danh mục nguồn. Ô cuối của bản mẫu, `brief.references(compact=True)`, còn không?
lesson-5g-mistake-pages = Báo cáo dài hơn một trang. Một trang là một kỷ luật: bớt lời, bớt hình, giữ nguồn.
lesson-5g-hint-1 = Hai bước: papermill chạy bản mẫu với tham số mới, `wa.typeset` sắp chữ notebook đã chạy.
lesson-5g-hint-2 = `papermill.execute_notebook(mẫu, đã_chạy, parameters={ "{" }"language": language, "area": "VN-SG"{ "}" })`
lesson-5g-hint-3 = Xem lại ô của ví dụ mẫu; chỉ cần đổi một tham số và hai tên tệp.
