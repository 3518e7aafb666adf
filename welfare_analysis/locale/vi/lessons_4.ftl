# Bài 4: tìm mâu thuẫn
lesson-choice-consistent = khớp|consistent
lesson-choice-within_rounding = khớp trong phạm vi làm tròn|trong phạm vi làm tròn|do làm tròn|within rounding
lesson-choice-inconsistent = mâu thuẫn|không khớp|inconsistent
lesson-choice-not_testable = chưa kiểm tra được|không kiểm tra được|not testable
lesson-choice-rate_base = tỷ lệ, số đếm và mẫu số|rate, count and base
lesson-choice-target_equivalent = mục tiêu theo điểm phần trăm và theo số hộ|target in two units
lesson-choice-plan_attainment = mức thực hiện kế hoạch|attainment of a plan
lesson-choice-same_figure = một số liệu ở nhiều chỗ|one figure in several places
lesson-choice-implied_base = mẫu số suy ra từ các tỷ lệ|implied base
lesson-choice-disbursed_above_budget = số giải ngân so với vốn|disbursed against budget
lesson-choice-target_below_result = mục tiêu so với kết quả đã đạt|target against result
lesson-choice-household_size = quy mô hộ|household size
lesson-choice-correct = A|sửa
lesson-choice-delete = B|xóa|xoá
lesson-choice-keep_flag = C|giữ và ghi nghi vấn
lesson-choice-keep_silent = D|giữ và không nói gì
lesson-choice-average = E|lấy trung bình

lesson-4a-right = { $first } cộng { $second } còn thiếu { $gap } hộ so với tổng đã in { $total }. Ba số đều in đến từng hộ nên không thể giải thích bằng làm tròn: ít nhất một trong ba số sai, nhưng phép cộng không cho biết số nào.
lesson-4a-mistake-rounding = Bạn cho là khớp. Chênh lệch tuy rất nhỏ so với tổng, nhưng cả ba số đều in đến từng hộ: không số nào được làm tròn, nên chênh bao nhiêu cũng là chênh. Hãy cộng lại chính xác.
lesson-4a-mistake-sum = Đây là tổng của hai phần. Đề bài hỏi tổng ấy *lệch* bao nhiêu so với tổng đã in.
lesson-4a-mistake-one_part = Bạn mới trừ một phần. Tổng này gồm hai phần: hộ nghèo và hộ cận nghèo.
lesson-4a-mistake-negative = Độ lớn đúng. Đề bài quy ước lấy tổng đã in trừ đi tổng các phần; dấu cho biết các phần thiếu hay thừa.
lesson-4a-hint-1 = Cộng hai phần, rồi lấy tổng đã in trừ đi.
lesson-4a-hint-2 = Mỗi số liệu có thuộc tính `value`: `total.value - (first.value + second.value)`.

lesson-4b-right = A: kết quả chia kế hoạch vượt { $computed_A }%, in { $rate_A }: khớp. B: tính được { $computed_B }%, in { $rate_B }, nhưng số vốn chỉ in đến một chữ số thập phân của tỷ nên khoảng tính lại trùm lên số in: do làm tròn. C: tính được { $computed_C }%, in { $rate_C }; dù đã tính đến chữ “khoảng” và chữ “hơn”, hai khoảng vẫn không chạm nhau: mâu thuẫn. D: { $rate_D } nhưng không có số kế hoạch: chưa kiểm tra được, nghĩa là không khen cũng không chê.
lesson-4b-mistake-excess = Xem lại A. Số in là mức *vượt*, không phải mức đạt: kết quả chia kế hoạch rồi phải trừ đi một trăm phần trăm.
lesson-4b-mistake-point = Xem lại B. Bạn so hai con số như hai điểm. Mỗi số đã in là một khoảng: số vốn in rất gọn, nên phép chia cho ra một khoảng. Khoảng ấy có chứa số đã in không?
lesson-4b-mistake-stretched = Xem lại C. Đừng kéo chữ “khoảng” quá xa: nó cho phép lệch một đơn vị của chữ số cuối cùng. Hãy chia khoảng của kết quả cho khoảng của kế hoạch rồi so với khoảng của số in: hai khoảng có chạm nhau không?
lesson-4b-mistake-untested_passes = Xem lại D. Không tìm thấy lỗi không có nghĩa là không có lỗi: ở đây thiếu một vế nên chưa thử được gì.
lesson-4b-mistake-untested_fails = Xem lại D. Nghi ngờ thì được, nhưng muốn nói mâu thuẫn phải có hai vế để đối chiếu. Ở đây thiếu vế nào?
lesson-4b-hint-1 = Với mỗi trường hợp hỏi lần lượt: có đủ các vế để tính lại không? Tính lại có ra đúng số in không? Nếu không, hai khoảng có chạm nhau không?
lesson-4b-hint-2 = In số liệu ra cùng khoảng của nó: `figure.interval`. Chia hai khoảng cho nhau cũng được: `result.interval / plan.interval * 100`.
lesson-4b-hint-3 = Bốn trường hợp có bốn kết luận khác nhau.

lesson-4c-right = { $figure } là số của { $early }: một tin đã đăng con số này từ đầu năm sau đó, trước thời điểm { $late } gần một năm. Hai bài báo in lại nó cho { $late } cùng dựa trên một báo cáo, nên chỉ là **một** nguồn, nhắc hai lần. Dùng số này cho { $early }; coi như chưa có số của { $late }.
lesson-4c-mistake-majority = Bạn đếm phiếu: hai bài báo thắng một bản tin. Nhưng hai bài ấy chép từ một báo cáo (xem cột `independent_of` trong bảng nguồn), và một con số không thể được đăng trước ngày nó được đếm.
lesson-4c-mistake-later = Số nguồn độc lập đúng rồi. Còn năm: một con số đã đăng từ đầu năm sau thì có thể là kết quả đếm vào *cuối* năm sau ấy không? Hãy xem ngày công bố của từng nguồn.
lesson-4c-mistake-two_witnesses = Năm đúng rồi. Về số nguồn: hai bài báo giống nhau từng con số. Hãy xem cột `independent_of`: chúng độc lập, hay cùng lấy từ một nơi?
lesson-4c-mistake-published = Bạn lấy năm đăng bài. Năm đăng bài chỉ cho biết con số muộn nhất là của năm nào, không cho biết nó được đếm khi nào.
lesson-4c-hint-1 = So ngày công bố của nguồn với thời điểm ghi cho con số. Nguồn nào đăng *trước* thời điểm của số liệu kia?
lesson-4c-hint-2 = Gọi `data.sources.set_index("source").loc[[…], ["date_published", "independent_of"]]`.

lesson-4d-right = Còn { $left } mà giảm { $fall } thì đầu kỳ phải có { $opening } hộ. Thế nhưng số đã biết ở một thời điểm trong kỳ là { $known }, từ đó đến cuối kỳ chỉ giảm { $net } hộ. Không nhất thiết là bịa: có thể nguồn cộng mọi hộ từng ra khỏi diện mà không trừ các hộ mới vào. Nhưng không được dùng con số ấy làm mức giảm thuần.
lesson-4d-mistake-subtracted = Bạn lấy mức giảm trừ số còn lại. Số đầu kỳ là số còn lại *cộng* phần đã giảm đi: hãy nghĩ đến một cái giỏ đã bớt ra một phần.
lesson-4d-mistake-known = Đây là số đã biết của nguồn khác. Đề bài hỏi số mà hai con số của *bài báo này* đòi hỏi, để rồi mới đem so.
lesson-4d-mistake-net = Đây là mức giảm thuần từ số đã biết đến cuối kỳ. Đề bài hỏi số đầu kỳ suy ra từ bài báo.
lesson-4d-mistake-poor = Phép tính đúng nhưng cho hộ *nghèo*. Đề bài hỏi hộ *cận nghèo*.
lesson-4d-hint-1 = Số đầu kỳ − mức giảm = số cuối kỳ. Bạn biết hai trong ba số.
lesson-4d-hint-2 = `left.value + fall.value`, rồi so với `known.value`.

lesson-4e-right = Hai phép kiểm tra: tỷ lệ hộ nghèo thiếu hụt việc làm không khớp số đếm và mẫu số; mục tiêu giảm số hộ không tương đương với mục tiêu giảm tỷ lệ. Mức giải ngân thì chỉ lệch trong phạm vi làm tròn. Máy tìm được cả cái mà mắt vừa tìm được lẫn cái mà mắt bỏ qua; nhưng nghĩa của mỗi mâu thuẫn vẫn phải do người đọc.
lesson-4e-mistake-one = Đây mới là mâu thuẫn bạn đã gặp ở ví dụ mẫu. Bảng còn một dòng `inconsistent` nữa của Sông Công.
lesson-4e-mistake-rounding = Bạn lấy cả dòng `within_rounding`. Đó không phải là mâu thuẫn: chênh lệch giải thích được bằng làm tròn. Báo động giả nhiều thì chẳng ai đọc báo động thật.
lesson-4e-mistake-all = Bạn liệt kê mọi phép kiểm tra. Hãy lọc thêm cột `verdict`.
lesson-4e-hint-1 = Lọc bảng theo hai cột: `area` và `verdict`.
lesson-4e-hint-2 = `findings[(findings["area"] == "VN-69-165") & (findings["verdict"] == "inconsistent")]["check"]`

lesson-4f-right = Giữ { $rate } đúng như đã in, gắn tình trạng U (nghi vấn), ghi chú rằng { $count } cho ra { $computed }, và khi viết thì dẫn số đếm. Người sau kiểm tra được cả điều nguồn nói lẫn điều ta nghi; nếu ta nghi sai, con số gốc vẫn còn.
lesson-4f-mistake-correct = Sửa ngầm là cách nguy hiểm nhất, kể cả khi bạn đoán đúng: người sau đối chiếu với bài báo sẽ thấy số khác và không biết ai sai. Hơn nữa, có thể chính số đếm mới là số sai.
lesson-4f-mistake-delete = Xóa thì mất luôn bằng chứng rằng nguồn này có lỗi, và lần sau lại có người nhập nó vào. Có cách nào giữ mà không để ai dùng nhầm không?
lesson-4f-mistake-silent = Giữ nguyên văn là đúng một nửa. Nửa kia: bạn đã biết con số này không khớp mà người dùng dữ liệu thì chưa biết.
lesson-4f-mistake-average = Trung bình của một số đúng và một số sai là một số sai. Nó không có trong nguồn nào cả, và không ai kiểm tra lại được.
lesson-4f-hint-1 = Ba yêu cầu: người sau phải đối chiếu được với bài báo, phải biết có nghi vấn, và phải biết vì sao.
lesson-4f-hint-2 = Xem chính dòng này trong dữ liệu đã được xử lý thế nào: các cột `value`, `status`, `comment_vi`.

lesson-4g-right = Phiếu đủ bốn phần: đúng số liệu có mâu thuẫn, giá trị giữ như đã in, tình trạng U, ghi chú nêu được con số đối chiếu. Hãy đọc ghi chú cho người bên cạnh nghe: chỉ nghe ghi chú, họ có hiểu mâu thuẫn nằm ở đâu không?
lesson-4g-mistake-unknown = Không tìm thấy số liệu này. `observation` là mã của một dòng dữ liệu, lấy từ cột `observations` của bảng kiểm tra.
lesson-4g-mistake-example = Số liệu này đã xử lý ở bài 4f. Hãy chọn một mâu thuẫn khác.
lesson-4g-mistake-sound = Số liệu này có thật nhưng không nằm trong mâu thuẫn nào của bảng. Gắn nghi vấn cho một số không có gì sai cũng là làm hỏng dữ liệu.
lesson-4g-mistake-corrected = Giá trị trên phiếu không phải là giá trị đã in (hoặc không phải là một con số). Dù tin rằng nó sai, hãy giữ như nguồn in và nói điều bạn tin ở phần ghi chú.
lesson-4g-mistake-status = Tình trạng chưa báo cho ai biết là có nghi vấn. Chữ nào trong danh mục `status` nghĩa là nghi vấn?
lesson-4g-mistake-bare = Ghi chú quá ngắn, hoặc không nêu con số mà số liệu này trái với. Một ghi chú tốt trả lời: con số này trái với con số nào, ở đâu?
lesson-4g-hint-1 = Lọc bảng kiểm tra lấy các dòng `inconsistent` rồi chọn một dòng có cột `explanation_vi` mà bạn hiểu rõ.
lesson-4g-hint-2 = Mã số liệu ở cột `observations`; giá trị đã in: `wa.observation(data, mã).value`.
lesson-4g-hint-3 = Đừng chép nguyên lời giải thích của máy: viết lại một câu của mình, có đủ hai con số trái nhau.
