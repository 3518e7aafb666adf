# Bài 2: tỷ lệ và mẫu số
lesson-2a-right = Tỷ lệ = số hộ nghèo / tổng số hộ × 100, nên tổng số hộ = số hộ nghèo / tỷ lệ × 100. Từ { $count } và { $rate } suy ra { $base }. Không cần nguồn in mẫu số: hai con số cạnh nhau đã nói ra nó.
lesson-2a-mistake-no_hundred = Bạn quên rằng tỷ lệ tính bằng phần trăm: phải nhân thêm 100.
lesson-2a-mistake-multiplied = Bạn nhân số hộ với tỷ lệ. Làm vậy là tìm một phần của số hộ nghèo; còn ta cần tìm cái toàn thể mà số hộ nghèo là một phần.
lesson-2a-mistake-multiplied_percent = Bạn nhân hai số với nhau. Hãy viết công thức của tỷ lệ rồi giải ra mẫu số.
lesson-2a-hint-1 = Viết công thức: tỷ lệ (%) = số hộ nghèo / tổng số hộ × 100. Số nào chưa biết?
lesson-2a-hint-2 = Chuyển vế: tổng số hộ = số hộ nghèo / tỷ lệ × 100.

lesson-2b-right = Vì { $rate } là số đã làm tròn nên chỉ biết mẫu số nằm trong khoảng { $reach } hộ.{ $census } Muốn bác bỏ một mẫu số, phải dùng cả khoảng chứ không dùng một điểm.
lesson-2b-census = Khoảng này rộng đến mức số hộ theo tổng điều tra 2019 ({ $households }) vẫn nằm gọn bên trong.
lesson-2b-mistake-point = Đây là câu trả lời của bài trước. Tỷ lệ đã làm tròn, nên mẫu số suy ra cũng là một khoảng.
lesson-2b-mistake-whole_step = Bạn cho tỷ lệ lệch trọn một đơn vị của chữ số cuối. Làm tròn chỉ làm lệch nhiều nhất nửa đơn vị.
lesson-2b-mistake-cut_off = Bạn hiểu là cắt bỏ phần sau, nên chỉ cho tỷ lệ lớn hơn số in ra. Làm tròn thì lệch được về cả hai phía.
lesson-2b-mistake-same_error = Bạn lấy nửa đơn vị của chữ số cuối làm sai số tương đối của mẫu số. Sai số tương đối của tỷ lệ là nửa đơn vị ấy chia cho chính tỷ lệ: hãy thay hai đầu của tỷ lệ vào công thức.
lesson-2b-hint-1 = Bắt đầu như ở bài 1e: { $rate } ứng với khoảng nào?
lesson-2b-hint-2 = Thay từng đầu của khoảng ấy vào công thức. Tỷ lệ lớn nhất cho mẫu số nhỏ nhất.
lesson-2b-hint-3 = Thư viện làm việc này: `wa.implied_base(count, rate).interval`.

lesson-2c-right = { $deprived } trên { $poor } là { $share }%. Bài báo in { $rate }: nhiều khả năng thiếu một chữ số. Ta vẫn giữ số đã in, ghi tình trạng nghi vấn và lý do; không tự sửa nguồn.
lesson-2c-mistake-printed = Bạn chép lại số đã in. Hãy thử lại bằng phép chia: bao nhiêu phần trăm của { $poor }?
lesson-2c-mistake-all_households = Bạn lấy mọi hộ làm mẫu số. Câu trong bài nói về các hộ nghèo thiếu hụt việc làm, nên mẫu số là số hộ nghèo.
lesson-2c-mistake-both = Bạn gộp cả hộ cận nghèo vào mẫu số. Chỉ tiêu này chỉ xét hộ nghèo.
lesson-2c-mistake-upside_down = Bạn chia ngược. Một phần không thể lớn hơn toàn thể: kết quả trên 100% là dấu hiệu phải dừng lại.
lesson-2c-hint-1 = Đọc tên chỉ tiêu: tỷ lệ trong số hộ nào?
lesson-2c-hint-2 = Tử số là { $deprived }. Mẫu số là số hộ mà từ đó chọn ra các hộ ấy.
lesson-2c-hint-3 = Mẫu số là { $poor }.

lesson-2d-right = Hai tỷ lệ chỉ có thể dùng chung mẫu số nếu hai khoảng gặp nhau. Ở A, { $first } và { $second } gặp nhau. Ở C, mẫu số suy ra là { $reach } hộ, không chứa { $reviewed } mà cùng nguồn in ra: nhiều khả năng các tỷ lệ ấy tính trên một tổng nhỏ hơn; nguồn không giải thích.
lesson-2d-mistake-points_a = Xem lại A. Hai giá trị khác nhau, nhưng hai khoảng có gặp nhau không? Khác nhau vì làm tròn thì chưa phải là mâu thuẫn.
lesson-2d-mistake-points_b = Xem lại B. Tỷ lệ in thô hơn cho khoảng rộng hơn; hãy hỏi hai khoảng có phần chung không.
lesson-2d-mistake-near_enough = Xem lại C. Chênh lệch trông nhỏ, nhưng đã vượt quá mức làm tròn có thể gây ra. “Gần bằng” không phải là tiêu chuẩn; khoảng mới là tiêu chuẩn.
lesson-2d-hint-1 = Không so sánh hai giá trị; so sánh hai khoảng. Dùng `first.interval.meets(second.interval)`.
lesson-2d-hint-2 = Số đếm đủ là khoảng chỉ có một điểm. Điểm ấy có nằm trong khoảng kia không?

lesson-2e-right = Mức của thành phố là { $city } đồng một người một tháng, mức quốc gia ở thành thị là { $national } đồng. Vạch cao hơn thì đếm được nhiều hộ nghèo hơn: theo chuẩn của mình thành phố có { $poor } nghèo và cận nghèo, còn theo chuẩn quốc gia thì từ { $date } đã không còn hộ nào.
lesson-2e-mistake-not_monthly = Bạn so sánh mức một năm với mức một tháng. Đưa cả hai về cùng một đơn vị thời gian.
lesson-2e-mistake-rural = Bạn dùng mức nông thôn của chuẩn quốc gia. Đề bài hỏi khu vực thành thị.
lesson-2e-mistake-old = Bạn dùng chuẩn quốc gia giai đoạn trước. Hãy chọn chuẩn đang có hiệu lực cùng thời gian.
lesson-2e-mistake-upside_down = Bạn chia ngược: đề bài hỏi mức của thành phố gấp mấy lần mức quốc gia.
lesson-2e-hint-1 = Nhìn đơn vị trong bảng: mức nào theo tháng, mức nào theo năm?
lesson-2e-hint-2 = Chia mức năm cho 12 rồi mới chia cho mức quốc gia ở thành thị.

lesson-2f-right = Chỉ được trừ hai tỷ lệ theo cùng một chuẩn: từ { $first } còn { $last }, tức { $change }. Từ { $before } lên { $first } chỉ trong một ngày không phải vì dân nghèo đi mà vì cách đo đã đổi.
lesson-2f-mistake-across = Bạn trừ qua chỗ đổi chuẩn, và ra một mức “tăng nghèo” không có thật. Số cuối năm 2021 theo chuẩn cũ.
lesson-2f-mistake-percent = Bạn tính phần trăm thay đổi. Hiệu của hai tỷ lệ tính bằng điểm phần trăm; lẫn hai thứ này là lỗi thường gặp trên báo.
lesson-2f-mistake-one_year = Bạn bắt đầu từ cuối năm 2022. Phép trừ ấy đúng nhưng ngắn hơn: theo chuẩn mới còn có một số sớm hơn.
lesson-2f-mistake-rise = Độ lớn đúng nhưng sai dấu: tỷ lệ giảm thì hiệu là số âm.
lesson-2f-hint-1 = Đọc chuẩn nghèo ghi sau từng số. Những số nào cùng một chuẩn?
lesson-2f-hint-2 = Trong các số cùng chuẩn, lấy số cuối trừ số đầu. Thư viện: `wa.change_points(trước, sau)`.

lesson-2g-right = Bạn đã chia { $sent } cho ba năm rồi mới đặt lên một dân số của thời kỳ ấy hoặc sát đó: từ { $low } đến { $high } người trên 100.000 dân một năm, tùy mẫu số. Khi công bố, hãy nêu rõ đã chọn mẫu số nào và vì sao.
lesson-2g-mistake-three_years = Bạn đặt tổng của cả ba năm lên dân số. Trước hết lấy bình quân một năm, nếu không tỷ lệ lớn gấp ba.
lesson-2g-mistake-old_base = Bạn dùng dân số năm 2019, trước cả kỳ số liệu. Có mẫu số gần hơn về thời gian.
lesson-2g-mistake-households = Mẫu số này là số hộ. Tử số đếm người thì mẫu số cũng phải đếm người.
lesson-2g-mistake-national = Mẫu số này là dân số cả nước, còn tử số là của Hà Nội. Tử số phải là một phần của mẫu số.
lesson-2g-mistake-percent = Phép chia đúng nhưng kết quả tính bằng phần trăm. Đề bài hỏi trên 100.000 dân.
lesson-2g-mistake-per_thousand = Phép chia đúng nhưng kết quả tính trên 1.000 dân. Đề bài hỏi trên 100.000 dân.
lesson-2g-hint-1 = Ba điều phải khớp giữa tử số và mẫu số: cùng nơi, cùng thứ được đếm, cùng thời gian.
lesson-2g-hint-2 = { $sent } là của ba năm. Lấy bình quân một năm: `wa.annual_average(sent)`.
lesson-2g-hint-3 = Rồi đặt lên mẫu số đã chọn: `wa.per_inhabitants(data, average, base)`.
