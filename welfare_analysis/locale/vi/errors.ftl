# Lỗi: lời gọi bị từ chối vì sao
quoted = “{ $name }”
either = { $others } hoặc { $last }
both = { $others } và { $last }
some-of = { $names }, … (tổng cộng { $count })
at-line = dòng { $number }

unknown-name = Không có { $kind } “{ $name }”. { $hint }
hint-meant = Có phải muốn hỏi { $names }?
hint-data-first = Hàm nào cần dữ liệu thì dữ liệu luôn đứng đầu.
hint-known = Hiện có: { $names }.
hint-none = Hiện chưa có mục nào.
kind-area = địa bàn
kind-article = bài báo
kind-base = mẫu số
kind-breakdown = phân tổ
kind-check = phép kiểm tra
kind-citable = số liệu, chỉ tiêu hoặc báo cáo đã phát hành
kind-citation_form = hình thức trích dẫn
kind-column = cột
kind-comparison = so sánh
kind-engine = cách chạy
kind-exclusion = mục loại trừ
kind-executor = cách phân việc
kind-exercise = bài tập
kind-figure = số liệu
kind-form = dạng viết
kind-indicator = chỉ tiêu
kind-key = khóa
kind-language = ngôn ngữ
kind-language_variable = ngôn ngữ (biến môi trường WELFARE_ANALYSIS_LANGUAGE)
kind-lesson = bài học
kind-level = mức
kind-list = danh sách
kind-measure = loại số liệu
kind-message = thông điệp
kind-observation = số liệu
kind-pair = cặp địa bàn đều có số liệu
kind-parameter = tham số
kind-poverty_standard = chuẩn nghèo
kind-related_figure = số liệu liên quan
kind-remark = ghi chú
kind-report = báo cáo
kind-result = kết quả
kind-row = dòng
kind-sentence_value = giá trị của câu
kind-shared_origin = nguồn gốc chung
kind-source = nguồn
kind-standard = chuẩn
kind-table = bảng
kind-target = mục tiêu
kind-term = thuật ngữ
kind-theme = chủ đề
kind-theme_or_indicator = chủ đề hoặc chỉ tiêu
kind-unit = đơn vị tính

# Tham số cần gì và đã nhận được gì
unfit = { $call }: { $name } phải là { $expected }, nhưng nhận được { $found }. { $hint }
fit-comparison = một so sánh do compare() trả về
fit-comparison-or-several = { fit-comparison }, hoặc { fit-comparisons }
fit-comparisons = các so sánh kèm nhãn: {"{"}nhãn: kết quả của compare(){"}"}
fit-data = dữ liệu do load() trả về
fit-figure = một số liệu đã công bố hoặc suy ra, do observation(), one() hoặc một phép tính trả về
fit-figures = một so sánh, các số liệu đã công bố (như select() trả về) hoặc các số liệu suy ra
fit-finding = một phát hiện do findings() trả về
fit-findings = các phát hiện do findings() trả về
fit-flows = danh sách các số liệu đã công bố
fit-frame = DataFrame có các cột { $columns }
fit-indicator = mã hoặc tên của một chỉ tiêu
fit-labelled = các số liệu suy ra kèm nhãn, dạng ánh xạ hoặc các cặp
fit-names = một tên hoặc danh sách tên
fit-number = một số
fit-observations = các số liệu đã công bố: một so sánh, DataFrame như select() trả về, hoặc danh sách số liệu
fit-pairs = các cặp hai số liệu: kết quả và mục tiêu của nó
fit-path = đường dẫn
fit-period = năm (2023) hoặc ngày (2023-12-31)
fit-positive = số nguyên từ 1 trở lên
fit-printed = một số liệu đã công bố, do observation() hoặc one() trả về
fit-prose = văn bản hoặc đoạn văn của thư viện
fit-related = các số liệu liên quan do related() liệt kê
fit-some = danh sách có ít nhất một phần tử, không để trống
fit-text = văn bản
fit-whole = số nguyên từ 0 trở lên
found-many = { $kind } gồm { $count } phần tử
found-number = số { $number }
found-an-object = một { $kind }
found-object = một { $kind }
hint-code-alone = Chỉ có mã thì chưa phải là số liệu: hãy truyền select(data, …) hoặc compare(data, …).
hint-holds = Trong đó có { $found }.
hint-holds-for = Trong đó có { $found } ở mục { $label }.
hint-lacks = Bảng thiếu { $columns }.
hint-name-the-measure = Với số liệu suy ra, hãy nêu phép tính: compare(data, indicator, areas, by="…").
hint-single-figure = Nếu chỉ có một số liệu, hãy đặt nó trong một danh sách.

# Dữ liệu
area-in-itself = Địa bàn { $area } thuộc chính nó: cần sửa cột `parent` trong areas.csv.
asked-for = { $indicator } của { $area } { $when }
asked-in = kỳ { $period }
figure-of = { $names } ({ $figure }, { $period })
expected-one-of = hãy chọn một trong { $names }
language-en = tiếng Anh
language-vi = tiếng Việt
many-areas = Có { $count } địa bàn tên “{ $name }”: { $areas }. Hãy viết mã, hoặc tên đầy đủ kèm tên địa bàn cấp trên.
many-figures = Có { $count } số liệu về { $asked }: { $figures }. Hãy nêu rõ nguồn hoặc kỳ.
many-parts = “{ $name }” gồm { $count } phân tổ, hãy chọn một trong { $parts }.
no-archive = Không có thư mục { $folder }: hãy nêu thư mục lưu các bài báo.
no-figure-in = Không có số nào trong “{ $text }”: cần có chữ số hoặc từ chỉ độ lớn.
no-folder = { $path }: thư mục { $folder } không tồn tại; hãy tạo thư mục này trước.
no-form-of-chart = “{ $name }”: biểu đồ được lưu với đuôi { $forms }.
no-form-of-table = “{ $name }”: bảng được lưu với đuôi { $forms }.
no-number-of = “{ $text }” không phải là số viết theo quy ước của { $language }: “{ $group }” phân nhóm hàng nghìn, “{ $mark }” đứng trước phần thập phân.
no-openpyxl = Muốn lưu tệp .xlsx cần gói openpyxl, hiện chưa được cài đặt: pip install 'welfare-analysis[explore]'. Cũng có thể lưu tệp .csv.
no-order = Bản thân { $figures } không có thứ tự: hãy dùng compare(data, "{ $indicator }", [{ $areas }]) để biết các số liệu có so sánh được với nhau không và theo thứ tự nào.
no-package = Không có gói dữ liệu trong { $folder }: cần có tệp datapackage.json ở đó. Hãy nêu thư mục chứa gói dữ liệu (--data DIR).
no-path = Hãy lưu vào một tên tệp như 'name{ $ending }', không phải { $found }.
no-sdmx = Tệp SDMX-CSV chỉ chứa số liệu đã công bố, mà kết quả này không dựa trên số liệu nào như vậy.
not-divided = { $of ->
    [all] Không có số liệu phân tổ theo “{ $name }”: { $there }.
   *[some] { $indicators } không có số liệu phân tổ theo “{ $name }”: { $there }.
}
not-to-save = Nhận được { $kind }, trong khi cần các số liệu đã công bố hoặc DataFrame; bảng, biểu đồ và so sánh có lệnh .save(path) riêng.
nothing-to-save = Không có { $what } nào để lưu: phần được chọn không có dữ liệu.
nothing-to-show = Không có { $what } nào để trình bày: phần được chọn không có dữ liệu, hoặc không địa bàn nào có số liệu. Hãy mở rộng điều kiện chọn (indicator, period, measure, areas), hoặc bỏ phần này.
not-at-desk = { $figure } không thuộc các số liệu về { $indicator } của những địa bàn đã chọn: hãy nêu cả chỉ tiêu và địa bàn của số liệu đó, hoặc bỏ { $option }.
theme-given = “{ $name }” là một chủ đề; hãy chọn một chỉ tiêu hoặc khái niệm thuộc chủ đề: { $indicators }.
told-apart = { $name } ({ $level }, { $area })
totals-only = chỉ có số liệu chung

# Số liệu của người dùng
own-at = { $where }: { $said }
own-changed = dữ liệu không còn như trong { $folder }; hãy gọi lại load() rồi thêm.
own-columns = không có cột { $odd }; chỉ nhận các cột { $known }.
own-columns-twice = cột { $names } có hai lần.
own-expected = cần có { $what }.
own-fault = { $given ->
    [yes] nhận được “{ $found }”, trái quy tắc của dữ liệu: “{ $fault }”
   *[no] trái quy tắc của dữ liệu: “{ $fault }”
}{ $count ->
    [0] .
   *[other] {" "}(còn { $count } lỗi khác).
}
own-gap = dòng nào cũng phải có giá trị này.
own-no-number = cần một số, nhưng nhận được { $found }.
own-no-rows = bảng không có dòng nào.
own-one-of = hãy chọn một trong { $names }.
own-refused = add: { $said } Chưa thêm số liệu nào.
own-row = { $cell ->
    [yes] dòng { $number }, cột { $column }
   *[no] dòng { $number }
}
own-source-name = `source` chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ my-survey; nhận được “{ $found }”.
own-source-taken = dữ liệu đã có nguồn “{ $source }”; hãy đặt tên khác.
own-too-long = cần một số có nhiều nhất 15 chữ số, nhưng nhận được { $found }.
own-unit = nhận được “{ $found }”; cần { $unit }, đơn vị tính của { $indicator }.

# So sánh và tính toán
after-a-break = { $names } được đánh dấu là số liệu đầu tiên sau khi chuỗi số liệu đứt đoạn
all-of-it = tổng số
attained-one-end = { $plan } chỉ là một đầu của khoảng ({ $figure }): không tính được một mức hoàn thành duy nhất.
attained-otherwise = { $result } thuộc kỳ { $period }, kế hoạch { $plan } thuộc kỳ { $plan_period }: chỉ tính được mức hoàn thành trong cùng một kỳ.
base-missing = Dữ liệu không có số dân hoặc số hộ của { $area } để làm mẫu số ({ $indicators }): hãy chỉ rõ một mẫu số.
base-of-another = Mẫu số { $base } là của { $area }, không phải của { $expected }.
change-of-zero = { $names } bằng 0: không tính được tỷ lệ thay đổi so với 0.
differ-in = { $column } lần lượt là { $first } và { $second }
differ-in-date = một bên là { $first }, bên kia là { $second }
differ-in-length = một bên thuộc kỳ { $first }, bên kia thuộc kỳ { $second }
divided-by-perhaps-zero = { $names } có thể bằng 0: không chia được cho số này.
divided-by-zero = { $names } bằng 0: không chia được cho số này.
no-area = chưa địa bàn nào
no-base = { $base } ({ $indicator }) không phải là dân số hay số hộ.
no-change = Không tính được mức thay đổi từ { $before } đến { $after }: { $why }.
no-count = { $figure } có đơn vị { $unit }: chỉ số đếm mới quy được về mẫu số.
no-figure-from = Không có số liệu về { $subject } của { $areas } lấy từ { $sources }. Các nguồn có số liệu: { $others }.
no-figure-on = Không có số liệu về { $subject } của { $areas }.
no-flow = { $figure } không phải là số liệu của một thời kỳ nên không có độ dài thời gian.
no-goal-of = { $names } không phải là kết quả và mục tiêu của nó: { $why }.
no-other-measure = không phép tính nào
no-pace = { $goal } ({ $term }) không ở sau { $period }: không tính được tốc độ để đạt mục tiêu.
no-pair = { $names } không ghép được thành cặp: { $why }.
no-pair-of-it = { $first } và { $second } không phải là một cặp trong so sánh này.
no-part-of = { $part } ({ $own }) không phải là một phần của { $whole } ({ $other }): không tính được tỷ trọng.
no-result-of = { $result } ({ $unit }, { $area }) không phải là kết quả của { $plan } ({ $plan_unit }, { $plan_area }): đơn vị tính và địa bàn phải giống nhau.
no-series = { $names } không thuộc cùng một chuỗi số liệu: { $why }.
no-total = { $later } ({ $later_period }) không bắt đầu ngay sau khi { $earlier } ({ $earlier_period }) kết thúc: không cộng được.
none-at-all = không có địa bàn nào
not-around = { $around } không bao gồm { $area }
not-compared = { $area } không có số liệu trong so sánh này; hiện có số liệu: { $those }.
not-computed-of = Không tính được { $by } của { $subject } cho { $areas }; tính được: { $others }.
not-given = không ghi
not-within = { $part } không nằm trong { $whole }: không tính được tỷ trọng.
one-day = { $before } và { $after } cùng một ngày: không tính được mức thay đổi bình quân năm.
other-choice = { $parameter }={ $found }: hãy chọn một trong { $known }.
other-place-or-date = { $names } khác nhau về địa bàn hoặc thời điểm.
other-unit = { $names } có đơn vị { $unit }, trong khi cần { $expected }.
rate-of-another = { $rate } là tỷ lệ của { $numerator }, không phải của { $count }.
rate-of-zero = { $rate } có thể bằng 0: không suy ra được mẫu số.
share-of-periods = Phần thuộc kỳ { $part }, tổng thể thuộc kỳ { $whole }: không tính được tỷ trọng.
share-of-units = Tỷ trọng của { $part } trong { $whole } không có nghĩa.
too-long = { $figure } thuộc kỳ { $period }, dài hơn một năm: hãy tính annual_average trước khi quy về mẫu số.
two-areas = So sánh cần ít nhất hai địa bàn khác nhau, nhưng nhận được: { $found }.

# Trình bày
many-forms = {"{"}{ $name }:{ $form }{"}"} nêu nhiều dạng viết ({ $forms }); chỉ được nêu một.
many-panels = { $panels } khung ({ $indicators } chỉ tiêu, { $areas } địa bàn) là quá nhiều cho một biểu đồ; chỉ vẽ được tối đa { $most } khung. Hãy chọn ít chỉ tiêu hoặc địa bàn hơn, hoặc trình bày bằng bảng.
no-axis-for-both = { $names } không vẽ chung một trục được: chỉ vẽ các số liệu cùng chỉ tiêu, cùng chuẩn và cùng đơn vị tính.
no-base-at-all = Dữ liệu không có mẫu số “{ $per }” của { $areas }: hãy vẽ số đếm.
no-change-said = “{ $measure }” không phải là mức thay đổi: hãy dùng change_points hoặc change_percent.
no-check-to-draw = Không có phép kiểm tra nào để vẽ: kết quả kiểm tra không có dòng nào. Hãy mở rộng điều kiện chọn.
no-goal = { $figure } không phải là kế hoạch hay mục tiêu mà là: { $measure }.
no-log-of-rate = { $name } là tỷ lệ ({ $figure }): trục logarit chỉ dùng cho số đếm chênh nhau nhiều lần. Hãy bỏ log=True.
no-log-of-zero = { $name } là { $figure }: trục logarit không thể hiện được số 0. Hãy bỏ log=True, hoặc bỏ số liệu này.
no-number-to-choose = {"{"}{ $name }:{ $form }{"}"} chọn cách viết theo số lượng, nhưng { $name } là { $value }.
no-view = { $kind } không có cách trình bày; cần một trong các loại: { $kinds }.
not-citable = {"{"}{ $name }{"}"} là { $kind }: hãy đưa vào một số liệu đã công bố hoặc suy ra, số nguyên, ngày, văn bản hoặc danh sách các loại này, để câu giữ được nguồn.
not-sayable = {"{"}{ $name }{"}"} là { $value }, không viết được thành câu.
nothing-behind = { $kind } này không dựa trên số liệu nào đã công bố.
one-cell = { $count } số liệu cùng rơi vào một ô: { $names }. Hãy nêu rõ nguồn hoặc loại số liệu.
without-sources = { $kind } không mang nguồn: hãy trình bày bảng, biểu đồ hoặc đoạn văn do thư viện này tạo ra.

# Bài học
bundle-of-all = Một bộ bài học gồm tất cả các bài, bằng một ngôn ngữ: --lang vi hoặc --lang en.
cite-of-indicator = `--areas` và `--source` chọn trong số liệu của một chỉ tiêu: hãy nêu cả chỉ tiêu.
bundle-of-shipped-data = Bộ bài học mang theo dữ liệu phát hành cùng thư viện: hãy bỏ --data.
leads-out = { $file }: liên kết dẫn ra ngoài thư mục nên không được mở.
no-class-folder = Không có thư mục { $folder }: hãy nêu thư mục chứa bài làm của lớp.
no-exercise-below = Không có notebook nào trong { $folder } chứa bài tập của các bài học.{ $reasons }
no-notebook = { $file }: không phải là notebook vì không có danh sách ô.
no-project-for-bundle = Bộ bài học chỉ tạo được trong thư mục của dự án; đây là bản đã cài đặt.
no-python-version = Cần một phiên bản Python như 3.13, nhưng nhận được “{ $found }”.
pip-failed = Lệnh pip { $command } không thành công nên chưa tạo được bộ bài học: { $said }
too-large = { $file }: lớn hơn { $bytes } byte nên không phải là bài làm của học viên.
unreadable-notebook = { $file }: không đọc được như một notebook ({ $reason }).

# Tệp
free-there = ổ đĩa còn trống { $megabytes } MB
free-unknown = không rõ dung lượng còn trống
not-used = Không dùng được { $path }: { $reason } ({ $free }).
not-written = Không ghi được { $path }: { $reason } ({ $free }).
